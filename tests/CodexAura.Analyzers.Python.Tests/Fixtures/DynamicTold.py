## A function that sets an attribute it is told sets only that
class Box: ...
def put(box, name, value):
    setattr(box, name, value)
def f(): ...
def g(): ...
def make():
    box = Box()
#         ^^^^^ calls Box
    put(box, "first", f)
#   ^^^ calls put
    put(box, "second", g)
#   ^^^ calls put
    return box
def run():
    box = make()
#         ^^^^ calls make
    box.first()
#   ^ calls f
    box.second()
#   ^ calls g

## The name may be a keyword argument
class Box: ...
def put(value, box, name):
    setattr(box, name, value)
def f(): ...
def g(): ...
box = Box()
#     ^^^^^ calls Box
put(f, box, name="first")
#  ^ calls put
put(name="second", value=g, box=box)
#  ^ calls put
def run():
    box.first()
#      ^^^^^ calls f
    box.second()
#      ^^^^^^ calls g

## A method that sets what it is told
class Registry:
    def add(self, name, value):
        setattr(self, name, value)
def f(): ...
def g(): ...
registry = Registry()
#          ^^^^^^^^^ calls Registry
registry.add("first", f)
#        ^ calls Registry.add
registry.add("second", g)
#        ^ calls Registry.add
def run():
    registry.first()
#           ^ calls f
    registry.second()
#           ^ calls g

## A method that stores under a key it is told
class Registry:
    def __init__(self):
        self.known = {}
    def add(self, name, value):
        self.known[name] = value
    def first(self):
        return self.known["first"]()
#              ^ calls f
    def any(self, name):
        return self.known[name]()
#              ^ calls(inferred) f, g
def f(): ...
def g(): ...
registry = Registry()
#          ^ calls Registry, Registry.__init__
registry.add("first", f)
#        ^ calls Registry.add
registry.add("second", g)
#        ^ calls Registry.add

## What getattr gives is that of the name told
class Box:
    def first(self): ...
    def second(self): ...
def get(box, name):
    return getattr(box, name)
def run():
    get(Box(), "first")()
#   ^ calls Box, Box.first, get
    get(Box(), "second")()
#   ^ calls Box, Box.second, get

## A decorator made with a name stores under that name
known = {}
def register(name):
    def keep(function):
        known[name] = function
        return function
    return keep
@register("first")
#^^^^^^^^ calls register, register.keep
def f(): ...
@register("second")
#^^^^^^^^ calls register, register.keep
def g(): ...
def run():
    known["first"]()
#   ^ calls f
    known["second"]()
#   ^ calls g

## Names that are not written down come together
class Box: ...
def put(box, name, value):
    setattr(box, name, value)
def f(): ...
def g(): ...
def make(names):
    box = Box()
#         ^^^^^ calls Box
    first, second = "first", "second"
    for name, value in ((first, f), (second, g)):
        put(box, name, value)
#       ^^^ calls put
    return box
def run():
    box = make([])
#         ^^^^ calls make
    box.first()
#       ^ calls(inferred) f, g

## What a parameter is declared to be counts where the name is told too
class Box:
    def first(self): ...
    def second(self): ...
def get(box: Box, name: str):
    return getattr(box, name)
def run(box):
    get(box, "first")()
#   ^ calls Box.first, get

## A text before the name is no name
class Box: ...
def put(label, box, name, /, value=None):
    setattr(box, name, value)
def f(): ...
def g(): ...
box = Box()
#     ^^^^^ calls Box
put("a label", box, "first", f)
#^^ calls put
put("a label", box, "second", value=g)
#^^ calls put
def run():
    box.first()
#      ^^^^^ calls f
    box.second()
#      ^^^^^^ calls g

## getattr with a default looks under the name told
class Box:
    def first(self): ...
    def second(self): ...
def get(box, name):
    return getattr(box, name, None)
def run():
    get(Box(), "first")()
#   ^ calls Box, Box.first, get
    get(Box(), "second")()
#   ^ calls Box, Box.second, get

## Functions that a loop stores under their own names stay apart
import outside
class Book: ...
def handle_font(book, data): ...
def handle_palette(book, data): ...
def install(book):
    for method in (handle_font, handle_palette):
        setattr(book.__class__, method.__name__, method)
book = Book()
#      ^^^^ calls Book
install(book)
#^^^^^^ calls install
book.handle_font(1)
#    ^^^^^^^^^^^ calls handle_font
book.handle_palette(2)
#    ^^^^^^^^^^^^^^ calls handle_palette
outside.start(install)

## Functions that a loop puts into a table under their own names stay apart
import outside
def add(a): ...
def drop(a): ...
table = {}
for command in [add, drop]:
    table[command.__name__] = command
table['add'](1)
#      ^^^ calls add
table['drop'](1)
#      ^^^^ calls drop
outside.start(table)

## What a wrapper of object.__setattr__ stores lies under the name that it is told
import outside
def read(): ...
def write(): ...
class Stream:
    def put(self, name, value):
        return object.__setattr__(self, name, value)
    def __init__(self, how):
        if how:
            self.put('read', read)
#                ^^^ calls Stream.put
        else:
            self.put('write', write)
#                ^^^ calls Stream.put
stream = Stream(outside.how())
#        ^^^^^^ calls Stream, Stream.__init__
stream.read()
#      ^^^^ calls read
stream.write()
#      ^^^^^ calls write
outside.start(stream)

## The same through super
import outside
def read(): ...
def write(): ...
class Base:
    def put(self, name, value):
        super().__setattr__(name, value)
class Stream(Base):
#            ^^^^ extends Base
    def __init__(self):
        self.put('read', read)
#            ^^^ calls Base.put
        self.put('write', write)
#            ^^^ calls Base.put
stream = Stream()
#        ^^^^^^ calls Stream, Stream.__init__
stream.read()
#      ^^^^ calls read
stream.write()
#      ^^^^^ calls write
outside.start(stream)

## Functions that were given another name are stored under that
import outside
class Book: ...
def one(): ...
def two(): ...
two.__name__ = 'second'
for f in (one, two):
    setattr(Book, f.__name__, f)
Book.one()
#    ^^^ calls one, two
Book.second()
#    ^^^^^^ calls two
outside.start(Book)

## Methods that are put back by name go to their own places
import outside
class Guard:
    def __init__(self, method):
        self.method = method
class Door:
    def open(self): ...
    def close(self): ...
names = [("open", 1), ("close", 2)]
def block(door: Door):
    for name, _ in names:
        setattr(door, name, Guard(getattr(door, name)))
#                           ^^^^^ calls Guard, Guard.__init__
def unblock(door: Door):
    for name, _ in names:
        setattr(door, name, getattr(door, name).method)
def use(door: Door):
    door.open()
#        ^^^^ calls Door.open
    door.close()
#        ^^^^^ calls Door.close
outside.start(block, unblock, use)

## A function under another of the names that bears none of them is under all
import outside
class Door: ...
def refuse(): ...
def run(door: Door):
    for name in ("open", "close"):
        setattr(door, name, refuse)
    door.open()
#   ^ calls refuse
    door.close()
#   ^ calls refuse
outside.start(run)

## Aliases are what they are set to
import outside
class Door:
    def open(self): ...
    def close(self): ...
def run(door: Door):
    for name in ("shut", "lock"):
        setattr(door, name, door.close)
    door.shut()
#   ^ calls Door.close
    door.open()
#        ^^^^ calls Door.open
outside.start(run)

## A small function that stores is told apart whoever tells it the name
import outside
class Element: ...
class Child:
    def __init__(self, of):
        self.of = of
    @property
    def add_name(self):
        return "add_%s" % self.of
    @property
    def drop_name(self):
        return "drop_%s" % self.of
    def put(self, name, method):
        setattr(Element, name, method)
    def define(self):
        def add(element): ...
        def drop(element): ...
        self.put(self.add_name, add)
#                     ^^^^^^^^ calls Child.add_name, Child.put
        self.put(self.drop_name, drop)
#                     ^^^^^^^^^ calls Child.drop_name, Child.put
class Row(Child): ...
#         ^^^^^ extends Child
Row("cell").define()
#^ calls Child.__init__, Child.define, Row
def use(e: Element):
    e.add_cell()
#     ^^^ calls Child.define.add
    e.drop_cell()
#     ^^^^ calls Child.define.drop
outside.start(use, Element)

## Functions that a loop stores under each other's names
import outside
class X: ...
def up(): ...
def down(): ...
def turn(o: X):
    for name, f in {"up": down, "down": up}.items():
        setattr(o, name, f)
def use(o: X):
    o.up()
#   ^ calls down, up
outside.start(turn, use)
