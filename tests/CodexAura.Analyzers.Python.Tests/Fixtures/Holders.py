## what is registered with one registry is not registered with the next
import outside


class Registry:
    def __init__(self):
        self._items = {}

    def register(self, name, item):
        self._items[name] = item

    def __iter__(self):
        return iter([self._items[name] for name in sorted(self._items, key=lambda name: name)])


readers = Registry()
#         ^^^^^^^^ calls Registry, Registry.__init__
writers = Registry()
#         ^^^^^^^^ calls Registry, Registry.__init__


def read(x):
    return x


def write(x):
    return x


readers.register(outside.name, read)
#       ^^^^^^^^ calls Registry.register
writers.register(outside.name, write)
#       ^^^^^^^^ calls Registry.register


def use(x):
    for reader in readers:
#   ^ calls Registry.__iter__
        reader(x)
#       ^^^^ calls read
    for writer in writers:
#   ^ calls Registry.__iter__
        writer(x)
#       ^^^^^ calls write


outside.start(use)

## one that self keeps, one that a function fills and returns, and one of a class
import outside


class Signal:
    def __init__(self):
        self.receivers = []

    def connect(self, receiver, weak=True):
        self.receivers.append((weak, receiver))

    def send(self, sender):
        for weak, receiver in self.receivers:
            receiver(sender)
#           ^ calls opened, removed, saved

    def first(self):
        return self.receivers[0][1]


def saved(sender):
    return 1


def removed(sender):
    return 2


def opened(sender):
    return 3


class Store:
    on_open = Signal()
#             ^^^^^^ calls Signal, Signal.__init__

    def __init__(self):
        self.on_save = Signal()
#                      ^^^^^^ calls Signal, Signal.__init__
        self.on_save.connect(saved)
#                    ^^^^^^^ calls Signal.connect


def build():
    signal = Signal()
#            ^^^^^^ calls Signal, Signal.__init__
    signal.connect(removed)
#          ^^^^^^^ calls Signal.connect
    return signal


on_remove = build()
#           ^^^^^ calls build
Store.on_open.connect(opened)
#             ^^^^^^^ calls Signal.connect


def use(x):
    Store().on_save.first()(x)
#                   ^^^^^ calls Signal.first, Store, Store.__init__, saved
    on_remove.first()(x)
#             ^^^^^ calls Signal.first, removed
    Store.on_open.first()(x)
#                 ^^^^^ calls Signal.first, opened


outside.start(use)

## what is put into one that nobody knows may be in each
import outside


class Hooks:
    def __init__(self):
        self.all = []

    def add(self, hook):
        self.all.append(hook)

    def run(self):
        for hook in self.all:
            hook()
#           ^ calls one, two


before = Hooks()
#        ^^^^^ calls Hooks, Hooks.__init__
after = Hooks()
#       ^^^^^ calls Hooks, Hooks.__init__


def one():
    return 1


def two():
    return 2


def any_of(hooks: Hooks):
    hooks.add(two)
#         ^^^ calls Hooks.add


def use(x):
    before.add(one)
#          ^^^ calls Hooks.add
    any_of(x)
#   ^^^^^^ calls any_of
    for hook in before.all:
        hook()
#       ^ calls one, two
    for hook in after.all:
        hook()
#       ^ calls two


outside.start(use)

## those that are made anew again and again share what they hold
import outside


class Bag:
    def __init__(self):
        self.things = []

    def put(self, thing):
        self.things.append(thing)

    def take(self):
        return self.things.pop()


def one():
    return 1


def two():
    return 2


def use(x):
    first = Bag()
#           ^^^ calls Bag, Bag.__init__
    first.put(one)
#         ^^^ calls Bag.put
    second = Bag()
#            ^^^ calls Bag, Bag.__init__
    second.put(two)
#          ^^^ calls Bag.put
    first.take()()
#         ^^^^ calls Bag.take, one, two


outside.start(use)

## an async method and a generator of one
import outside


class Bus:
    def __init__(self):
        self.handlers = {}

    def on(self, name, handler):
        self.handlers.setdefault(name, []).append(handler)

    async def emit(self, name):
        for handler in self.handlers[name]:
            handler()
#           ^^^^^^ calls handle

    def each(self, name):
        yield from self.handlers[name]


bus = Bus()
#     ^^^ calls Bus, Bus.__init__


def handle():
    return 1


bus.on(outside.name, handle)
#   ^^ calls Bus.on


async def use(x):
    await bus.emit(x)
#             ^^^^ calls Bus.emit
    for handler in bus.each(x):
#                      ^^^^ calls Bus.each
        handler()
#       ^^^^^^ calls handle


outside.start(use)

## what a class keeps for all of its objects
import outside


class Lookup:
    known = {}

    @classmethod
    def register(cls, name, lookup):
        cls.known[name] = lookup

    def find(self, name):
        return self.known[name]


first = Lookup()
#       ^^^^^^ calls Lookup
second = Lookup()
#        ^^^^^^ calls Lookup


def exact():
    return 1


Lookup.register(outside.name, exact)
#      ^^^^^^^^ calls Lookup.register


def use(x):
    first.find(x)()
#         ^^^^ calls Lookup.find, exact
    second.find(x)()
#          ^^^^ calls Lookup.find, exact


outside.start(use)

## holders that share what they hold
import outside


class Registry:
    _shared = {}

    def __init__(self):
        self.__dict__ = self._shared
        self.items = []

    def add(self, item):
        self.items.append(item)


def one():
    return 1


first = Registry()
#       ^^^^^^^^ calls Registry, Registry.__init__
second = Registry()
#        ^^^^^^^^ calls Registry, Registry.__init__
first.add(one)
#     ^^^ calls Registry.add


def use(x):
    for item in second.items:
        item()
#       ^ calls one


outside.start(use)
