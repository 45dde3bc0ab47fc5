## Args default mutable
calls = []

def start():
    return "start"

def stop():
    return "stop"

def pause():
    return "pause"

def register(fn, bag=[]):
    bag.append(fn)
    return bag

register(start)
#^ calls register
handlers = register(stop)
#^ calls register
for h in handlers:
    calls.append(h())
#   ^ calls pause, start, stop

fresh = register(pause, [])
#^ calls register
fresh[0]()
#^ calls pause, start, stop

## Args forwarded callable
def square(x):
    return x * x

def cube(x):
    return x * x * x

def negate(x):
    return -x

def apply(fn, value):
    return fn(value)
#   ^ calls cube, square

def apply_all(value, *fns):
    out = []
    for fn in fns:
        out.append(apply(fn, value))
#       ^ calls apply
    return out

def pick(first, second, third=negate):
    return second

results = apply_all(3, square, cube)
#^ calls apply_all
chosen = pick(square, cube)
#^ calls pick
print(chosen(2), results)
#^ calls cube

## Args rebind parameter
def left():
    pass

def right():
    pass

def middle():
    pass

def go(cb):
    cb()
#   ^ calls left
    cb = right
    cb()
#   ^ calls right

def maybe(cb=None):
    if cb is None:
        cb = middle
    return cb()
#   ^ calls middle

go(left)
#^ calls go
maybe()
#^ calls maybe

## Assignments augmented
class Chain:
    def __init__(self, fns):
        self.fns = fns

    def __iadd__(self, fn):
        self.fns.append(fn)
        return self

    def __add__(self, fn):
        return Chain(self.fns + [fn])
#       ^ calls Chain, Chain.__init__

    def run(self):
        for fn in self.fns:
            fn()
#           ^ calls a, b
#           ^ calls(heuristic) c

def a():
    pass

def b():
    pass

def c():
    pass

chain = Chain([a])
#^ calls Chain, Chain.__init__
other = chain + c
#^ calls Chain.__add__
chain += b
#^ calls Chain.__iadd__
chain.run()
#^ calls Chain.run

## Assignments swap
def one():
    return 1

def two():
    return 2

def three():
    return 3

def main():
    a, b = one, two
    a, b = b, a
    a()
#   ^ calls two
    c = three
    c, d = a, c
    c()
#   ^ calls two
    [e, *rest] = [d, one, two]
    e()
#   ^ calls three
    return rest

tail = main()
#^ calls main
tail[1]()
#^ calls two

## Async context and iterators
import asyncio

class Session:
    async def __aenter__(self):
        self.open()
#       ^ calls Session.open
        return self
    async def __aexit__(self, *exc):
        await self.close()
#       ^ calls Session.close
    def open(self): pass
    async def close(self): pass
    async def get(self): return 1

class Ticker:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n

async def gen():
    yield item()
#   ^ calls item

def item(): return 5
def handle(x): print(x)

async def main():
    async with Session() as s:
#   ^ calls Session, Session.__aenter__, Session.__aexit__
        await s.get()
#       ^ calls Session.get
    async for t in Ticker(2):
#   ^ calls Ticker, Ticker.__aiter__, Ticker.__anext__, Ticker.__init__
        handle(t)
#       ^ calls handle
    async for v in gen():
#   ^ calls gen
        handle(v)
#       ^ calls handle
    print([x async for x in gen()])
#   ^ calls gen

asyncio.run(main())
#^ calls main

## Async fire and forget
import asyncio

done = []

async def worker(name):
    await asyncio.sleep(0)
    mark(name)
#   ^ calls mark

def mark(name):
    done.append(name)

async def main():
    asyncio.create_task(worker("a"))
#   ^ calls worker
    t = asyncio.ensure_future(worker("b"))
#   ^ calls worker
    await asyncio.sleep(0.01)
    finish()
#   ^ calls finish

def finish():
    print(done)

asyncio.run(main())
#^ calls main

## Async gather tasks
import asyncio

async def fetch(n):
    await pause(n)
#   ^ calls pause
    return parse(n)
#   ^ calls parse

async def pause(n):
    await asyncio.sleep(0)

def parse(n):
    return n

async def main():
    results = await asyncio.gather(*(fetch(i) for i in range(2)))
#   ^ calls fetch
    task = asyncio.create_task(background())
#   ^ calls background
    await asyncio.sleep(0)
    summarize(results)
#   ^ calls summarize
    await task

async def background():
    cleanup()
#   ^ calls cleanup

def cleanup(): pass
def summarize(r): pass

async def never():
    cleanup()
#   ^ calls cleanup

pending = never
asyncio.run(main())
#^ calls main

## Builtins iter sentinel enumerate
class Feed:
    def __init__(self, data):
        self.data = data
        self.pos = 0

    def read(self):
        if self.pos >= len(self.data):
            return None
        value = self.data[self.pos]
        self.pos += 1
        return value

def show(i, value):
    print(i, value)

def skip(i, value):
    pass

feed = Feed([1, 2, 3])
#^ calls Feed, Feed.__init__
for i, value in enumerate(iter(feed.read, None)):
#^ calls Feed.read
    if i < 10:
        show(i, value)
#       ^ calls show
    else:
        skip(i, value)
#       ^ calls(heuristic) skip

## Builtins map filter reduce
from functools import reduce

def is_even(n):
    return n % 2 == 0

def double(n):
    return n * 2

def combine(acc, n):
    return acc + n

def never(n):
    raise AssertionError

numbers = range(6)
lazy = map(never, numbers)
#^ calls(heuristic) never
total = reduce(combine, map(double, filter(is_even, numbers)), 0)
#^ calls combine, double, is_even
print(total)

## Builtins sorted key min max
class Item:
    def __init__(self, name, weight):
        self.name = name
        self.weight = weight

    def __lt__(self, other):
        return self.weight < other.weight

    def __repr__(self):
        return "Item(%s)" % self.name

def by_name(item):
    return item.name

def by_weight(item):
    return item.weight

items = [Item("b", 2), Item("a", 3), Item("c", 1)]
#^ calls Item, Item.__init__
print(sorted(items, key=by_name))
#^ calls by_name
print(min(items).name)
#^^^^^^^^^^^^^^^^^^^^^ calls Item.__lt__
heaviest = max(items, key=by_weight)
#^ calls by_weight
print(heaviest)
#^ calls Item.__repr__

## Class bodies execution
def compute(): return 1
def decorate(f): return f
def base(): return Parent
def never(): return 2

class Parent:
    value = compute()
#   ^ calls compute
    if value > 0:
        def run(self): return self.positive()
#       ^ calls Parent.positive
    else:
        def run(self): return never()
#       ^ calls(heuristic) never
    def positive(self): return 1
    for name in ("a", "b"):
        locals()[name] = compute
    @decorate
#   ^ calls decorate
    def decorated(self): return self.run()
#   ^ calls Parent.run
#   ^ calls(heuristic) Parent.run#2

class Child(base()):
#^ calls base
#^ extends Parent
    table = {n: compute() for n in range(1)}
#   ^ calls compute

Child().decorated()
#^ calls Child, Parent.decorated
Child.a()

## Class init subclass getitem
def note(): pass

class Plugin:
    registry = []
    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        cls.key = key
        cls.registry.append(cls)
        cls.installed()
#       ^ calls B.installed, Plugin.installed
    @classmethod
    def installed(cls): pass
    def __class_getitem__(cls, key):
        return cls.find(key)
#       ^ calls Plugin.find
    @classmethod
    def find(cls, key):
        for p in cls.registry:
            if p.key == key:
                return p

class A(Plugin, key="a"):
#^ calls Plugin.__init_subclass__
#^ extends Plugin
    def run(self): return "a"
class B(Plugin, key="b"):
#^ calls Plugin.__init_subclass__
#^ extends Plugin
    def run(self): return "b"
    @classmethod
    def installed(cls): note()
#   ^ calls note

Plugin["b"]().run()
#^ calls(heuristic) A, A.run, Plugin
#^ calls B, B.run, Plugin.__class_getitem__

## Classes factory method
class Shape:
    registry = {}

    def __init__(self, size):
        self.size = size

    @classmethod
    def create(cls, size):
        return cls(size)
#       ^ calls Circle, Circle.__init__, Shape.__init__, Square

    @staticmethod
    def validate(size):
        return size > 0

    def area(self):
        raise NotImplementedError

class Square(Shape):
#^ extends Shape
    def area(self):
        return self.size ** 2

class Circle(Shape):
#^ extends Shape
    def __init__(self, size):
        super().__init__(size)
#       ^ calls Shape.__init__
        self.pi = 3

    def area(self):
        return self.pi * self.size ** 2

def build(kind, size):
    if Shape.validate(size):
#   ^ calls Shape.validate
        return kind.create(size)
#       ^ calls Shape.create

s = build(Square, 2)
#^ calls build
s.area()
#^ calls Circle.area, Square.area
c = build(Circle, 1)
#^ calls build
print(c.area())
#^ calls Circle.area, Square.area

## Classes instance attribute override
class Robot:
    def speak(self):
        return "beep"

    def act(self):
        return self.speak()
#       ^ calls Robot.speak, custom

def custom():
    return "hello"

r1 = Robot()
#^ calls Robot
r2 = Robot()
#^ calls Robot
r2.speak = custom
r1.act()
#^ calls Robot.act
r2.act()
#^ calls Robot.act
del r2.speak
r2.act()
#^ calls Robot.act

## Classes nested and alias
class Outer:
    class Inner:
        def ping(self):
            return self.pong()
#           ^ calls Outer.Inner.pong, SubInner.pong

        def pong(self):
            return "pong"

    def make(self):
        return self.Inner()
#       ^ calls Outer.Inner, SubInner

    Alias = Inner

class SubInner(Outer.Inner):
#^ extends Outer.Inner
    def pong(self):
        return "sub"

class Custom(Outer):
#^ extends Outer
    Inner = SubInner

Outer().make().ping()
#^ calls Outer, Outer.Inner.ping, Outer.make
Custom().make().ping()
#^ calls Custom, Outer.Inner.ping, Outer.make
Custom.Alias().ping()
#^ calls Outer.Inner, Outer.Inner.ping

## Classes super diamond
class Base:
    def setup(self):
        self.trace("Base")
#       ^ calls Base.trace, Bottom.trace

    def trace(self, who):
        print(who)

class Left(Base):
#^ extends Base
    def setup(self):
        self.trace("Left")
#       ^ calls Base.trace, Bottom.trace
        super().setup()
#       ^ calls Base.setup, Right.setup

class Right(Base):
#^ extends Base
    def setup(self):
        self.trace("Right")
#       ^ calls Bottom.trace
        super().setup()
#       ^ calls Base.setup

class Bottom(Left, Right):
#^ extends Left, Right
    def setup(self):
        self.trace("Bottom")
#       ^ calls Bottom.trace
        super().setup()
#       ^ calls Left.setup

    def trace(self, who):
        super().trace(who.upper())
#       ^ calls Base.trace

Bottom().setup()
#^ calls Bottom, Bottom.setup
Left().setup()
#^ calls Left, Left.setup

## Closures counters
def make_counter(step):
    count = 0
    def inc():
        nonlocal count
        count = step(count)
#       ^ calls by_one, by_two
        return count
    def reset():
        nonlocal count, step
        count = 0
        step = by_two
    return inc, reset

def by_one(n): return n + 1
def by_two(n): return n + 2

inc, reset = make_counter(by_one)
#^ calls make_counter
inc()
#^ calls make_counter.inc
reset()
#^ calls make_counter.reset
inc()
#^ calls make_counter.inc

## Collections tools
from collections import namedtuple, defaultdict, Counter, OrderedDict, ChainMap

def on_a(): return "a"
def on_b(): return "b"
def fallback(): return "f"

Event = namedtuple("Event", "name handler")

class Rich(Event):
    def fire(self):
        return self.handler()
#       ^ calls on_a

Rich("x", on_a).fire()
#^ calls Rich, Rich.fire
groups = defaultdict(list)
groups["k"].append(on_b)
for fn in groups["k"] + groups["none"]:
    fn()
#   ^ calls on_b

class LRU:
    def __init__(self, size):
        self.size = size
        self.data = OrderedDict()
    def get(self, key, make):
        if key in self.data:
            self.data.move_to_end(key)
            return self.data[key]
        self.data[key] = make()
#       ^ calls fallback, on_a, on_b
        if len(self.data) > self.size:
            self.evict()
#           ^ calls LRU.evict
        return self.data[key]
    def evict(self):
        self.data.popitem(last=False)

lru = LRU(1)
#^ calls LRU, LRU.__init__
lru.get("a", on_a)
#^ calls LRU.get
lru.get("b", on_b)
#^ calls LRU.get
lru.get("a", fallback)
#^ calls LRU.get
counts = Counter("abca")
if counts["a"] == 2:
    on_a()
#   ^ calls on_a
else:
    fallback()
#   ^ calls(heuristic) fallback

## Context class suppress
class Guard:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        self.log("enter")
#       ^ calls Guard.log
        return self

    def __exit__(self, kind, value, tb):
        self.log("exit")
#       ^ calls Guard.log
        if kind is not None:
            self.on_error(value)
#           ^ calls Guard.on_error
        return self.swallow

    def log(self, what):
        print(what)

    def on_error(self, err):
        print(err)

def risky():
    raise ValueError("x")

def after():
    print("after")

def skipped():
    print("skipped")

with Guard(True) as g:
#^ calls Guard, Guard.__enter__, Guard.__exit__, Guard.__init__
    risky()
#   ^ calls risky
    skipped()
#   ^ calls(heuristic) skipped
after()
#^ calls after
with Guard(False):
#^ calls Guard, Guard.__enter__, Guard.__exit__, Guard.__init__
    after()
#   ^ calls after

## Context exitstack
from contextlib import ExitStack

class Res:
    def __init__(self, name):
        self.name = name
    def __enter__(self):
        return self
    def __exit__(self, *exc):
        self.release()
#       ^ calls Res.release
    def release(self):
        print("release", self.name)

def farewell(name):
    print("bye", name)

def unused():
    pass

with ExitStack() as stack:
#^ calls Res.__exit__, farewell
    resources = [stack.enter_context(Res(n)) for n in "ab"]
#   ^ calls Res, Res.__enter__, Res.__init__
    stack.callback(farewell, "z")
    print(len(resources))

## Context generator manager
from contextlib import contextmanager

@contextmanager
def transaction(db):
    db.begin()
#   ^ calls Db.begin
    try:
        yield db
    except KeyError:
        db.rollback()
#       ^ calls Db.rollback
    else:
        db.commit()
#       ^ calls Db.commit
    finally:
        db.close()
#       ^ calls Db.close

class Db:
    def begin(self): pass
    def rollback(self): pass
    def commit(self): pass
    def close(self): pass
    def query(self): return {}

def ok(db):
    return db.query()
#   ^ calls Db.query

def broken(db):
    return db.query()["nope"]
#   ^ calls Db.query

with transaction(Db()) as t:
#^ calls Db, transaction
    ok(t)
#   ^ calls ok
with transaction(Db()) as t:
#^ calls Db, transaction
    broken(t)
#   ^ calls broken

## Context sensitive closure
def make_caller(fn):
    def caller():
        return fn()
#       ^ calls red
#       ^ calls(heuristic) blue
    return caller

def red(): return 1
def blue(): return 2

call_red = make_caller(red)
#^ calls make_caller
call_blue = make_caller(blue)
#^ calls make_caller

def use_red():
    return call_red()
#   ^ calls make_caller.caller

def use_both(first=call_red, second=None):
    if second:
        second()
    return first()
#   ^ calls make_caller.caller

use_red()
#^ calls use_red
use_both()
#^ calls use_both

## Context sensitive identity
class A:
    def run(self): return "a"
class B:
    def run(self): return "b"

def identity(x):
    return x

def pair(x, y):
    return x, y

a = identity(A())
#^ calls A, identity
b = identity(B())
#^ calls B, identity
a.run()
#^ calls A.run
first, second = pair(a, b)
#^ calls pair
def only_b(thing):
    return thing.run()
#   ^ calls B.run
only_b(second)
#^ calls only_b
def wrap(x):
    return [x]
wrap(b)[0].run()
#^ calls B.run, wrap

## Dataclass features
from dataclasses import dataclass, field
from typing import ClassVar

def default_handlers():
    return [ping]

def ping():
    return "ping"

def pong():
    return "pong"

@dataclass
class Service:
    name: str
    handlers: list = field(default_factory=default_handlers)
    instances: ClassVar[int] = 0
    on_done: object = pong

    def __post_init__(self):
        self.validate()
#       ^ calls Service.validate

    def validate(self):
        return bool(self.name)

    def run(self):
        for h in self.handlers:
            h()
#           ^ calls ping, pong
        self.on_done()
#       ^ calls ping, pong

@dataclass(order=True)
class Job:
    priority: int
    action: object = field(compare=False, default=ping)

    def execute(self):
        return self.action()
#       ^ calls(heuristic) ping
#       ^ calls pong

Service("s").run()
#^ calls Service, Service.__post_init__, Service.run, default_handlers
Service("t", [pong], ping).run()
#^ calls Service, Service.__post_init__, Service.run
min(Job(2), Job(1, pong)).execute()
#^ calls Job, Job.execute

## Dataclass inherit frozen
from dataclasses import dataclass, replace, FrozenInstanceError

@dataclass(frozen=True)
class Base:
    x: int
    def shift(self):
        return replace(self, x=self.x + 1)
#       ^ calls Child
    def __str__(self):
        return self.label()
#       ^ calls Child.label
    def label(self):
        return "base"

@dataclass(frozen=True)
class Child(Base):
#^ extends Base
    y: int = 2
    def label(self):
        return "child"

def blocked():
    return "frozen"

c = Child(1)
#^ calls Child
print(c.shift())
#^ calls Base.__str__, Base.shift
try:
    c.x = 5
    c.label()
#   ^ calls(heuristic) Child.label
except FrozenInstanceError:
    blocked()
#   ^ calls blocked
cache = {Child(1): blocked}
#^ calls Child
cache[Child(1, 2)]()
#^ calls Child, blocked

## Decorators arguments stack
import functools

def tag(name):
    def decorate(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            announce(name)
#           ^ calls announce
            return fn(*args, **kwargs)
#           ^ calls tag.decorate.wrapper, work
        return wrapper
    return decorate

def announce(name):
    print(name)

def plain(fn):
    return fn

@tag("outer")
#^ calls tag, tag.decorate
@plain
#^ calls plain
@tag("inner")
#^ calls tag, tag.decorate
def work(x):
    return helper(x)
#   ^ calls helper

def helper(x):
    return x + 1

work(1)
#^ calls tag.decorate.wrapper
#^ calls(heuristic) work

## Decorators class based
class CountCalls:
    def __init__(self, fn):
        self.fn = fn
        self.count = 0

    def __call__(self, *args):
        self.count += 1
        self.report()
#       ^ calls CountCalls.report
        return self.fn(*args)
#       ^ calls greet

    def report(self):
        print(self.count)

@CountCalls
#^ calls CountCalls, CountCalls.__init__
def greet(name):
    return "hi " + name

@CountCalls
#^ calls CountCalls, CountCalls.__init__
def leave(name):
    return "bye " + name

greet("a")
#^ calls CountCalls.__call__
greet("b")
#^ calls CountCalls.__call__
print(leave.count)

## Decorators register returns original
ROUTES = {}

def route(path):
    def register(fn):
        ROUTES[path] = fn
        return fn
    return register

@route("/")
#^ calls route, route.register
def index():
    return render("index")
#   ^ calls render

@route("/about")
#^ calls route, route.register
def about():
    return render("about")
#   ^ calls render

@route("/admin")
#^ calls route, route.register
def admin():
    return secret()
#   ^ calls secret

def secret():
    return "s"

def render(name):
    return name

def dispatch(path):
    handler = ROUTES.get(path, index)
    return handler()
#   ^ calls about, index

dispatch("/about")
#^ calls dispatch
dispatch("/nope")
#^ calls dispatch

## Decorators replaced function
def replace_with(other):
    def deco(fn):
        return other
    return deco

def stub():
    return 0

@replace_with(stub)
#^ calls replace_with, replace_with.deco
def real():
    return expensive()
#   ^ calls expensive

def expensive():
    return 42

def memo(cls):
    cls.cached = stub
    return cls

@memo
#^ calls memo
class Thing:
    def cached(self):
        return expensive()
#       ^ calls expensive

real()
#^ calls stub
Thing.cached()
#^ calls stub
#^ calls(heuristic) Thing.cached

## Descriptors lazy nondata
class lazy:
    def __init__(self, fn):
        self.fn = fn
        self.name = fn.__name__

    def __get__(self, obj, owner=None):
        value = self.fn(obj)
#       ^ calls Report.rows
        obj.__dict__[self.name] = value
        return value

class Report:
    @lazy
#   ^ calls lazy, lazy.__init__
    def rows(self):
        return load()
#       ^ calls load

    def render(self):
        return [fmt(r) for r in self.rows] + [len(self.rows)]
#       ^ calls fmt, lazy.__get__

def load():
    return [1, 2]

def fmt(r):
    return str(r)

Report().render()
#^ calls Report, Report.render

## Descriptors typed field
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, owner):
        if obj is None:
            return self
        return getattr(obj, self.name)

    def __set__(self, obj, value):
        self.validate(value)
#       ^ calls Positive.validate, Typed.validate
        setattr(obj, self.name, value)

    def validate(self, value):
        if not isinstance(value, self.kind):
            raise self.error()
#           ^ calls Typed.error

    def error(self):
        return TypeError("bad")

class Positive(Typed):
#^ extends Typed
    def validate(self, value):
        super().validate(value)
#       ^ calls Typed.validate
        require(value > 0)
#       ^ calls require

def require(ok):
    assert ok

class Order:
#^ calls Typed.__set_name__
    qty = Positive(int)
#   ^ calls Positive, Typed.__init__
    name = Typed(str)
#   ^ calls Typed, Typed.__init__

    def __init__(self, qty, name):
        self.qty = qty
#       ^ calls Typed.__set__
        self.name = name
#       ^ calls Typed.__set__

o = Order(1, "x")
#^ calls Order, Order.__init__
print(o.qty, Order.name.kind)
#^ calls Typed.__get__
try:
    o.name = 3
#   ^ calls Typed.__set__
except TypeError:
    print("bad")

## Dicts comprehension and setdefault
class Plugin:
    name = "base"
    def run(self):
        return self.name

class Alpha(Plugin):
#^ extends Plugin
    name = "alpha"

class Beta(Plugin):
#^ extends Plugin
    name = "beta"
    def run(self):
        return self.extra()
#       ^ calls Beta.extra
    def extra(self):
        return "extra"

PLUGINS = {cls.name: cls for cls in (Alpha, Beta)}
instances = {}

def get(name):
    return instances.setdefault(name, PLUGINS[name]())
#   ^ calls Alpha, Beta

get("alpha").run()
#^ calls Beta.run, Plugin.run, get
get("beta").run()
#^ calls Beta.run, Plugin.run, get

## Dicts nested dispatch
def add(a, b):
    return a + b

def sub(a, b):
    return a - b

def noop(*args):
    return None

def log_add(a, b):
    print("add")
    return add(a, b)
#   ^ calls add

OPS = {
    "math": {"+": log_add, "-": sub},
    "none": {"": noop},
}

def evaluate(group, op, *operands):
    return OPS[group][op](*operands)
#   ^ calls(heuristic) sub
#   ^ calls log_add, noop

OPS["math"].update({"-": noop})
evaluate("math", "+", 1, 2)
#^ calls evaluate
evaluate("math", "-", 1, 2)
#^ calls evaluate

## Dicts overwrite key
def first():
    pass

def second():
    pass

def third():
    pass

def fallback():
    pass

table = {"a": first, "b": second}
table["a"] = third
table["a"]()
#^ calls third
table.get("b", fallback)()
#^ calls second
table.pop("b")
table.get("b", fallback)()
#^ calls fallback

## Direct chain
class Query:
    def __init__(self):
        self.parts = []

    def where(self, cond):
        self.parts.append(cond)
        return self

    def order(self, key):
        self.parts.append(key)
        return self

    def all(self):
        return Result(self.parts)
#       ^ calls Result, Result.__init__

class Result:
    def __init__(self, rows):
        self.rows = rows

    def first(self):
        return self.rows[0] if self.rows else missing()
#       ^ calls missing

    def map(self, fn):
        return [fn(r) for r in self.rows]
#       ^ calls clean

def missing():
    return None

def clean(row):
    return row.strip()

Query().where("a ").order("b").all().map(clean)
#^ calls Query, Query.__init__, Query.all, Query.order, Query.where, Result.map
(lambda q: q.all().first())(Query())
#^ calls Query, Query.__init__, Query.all, Result.first

## Direct immediately returned
def make_adder(n):
    def adder(x):
        return check(x) + n
#       ^ calls check
    return adder

def check(x):
    return x

def outer():
    def middle():
        def inner():
            return check(0)
#           ^ calls check
        return inner
    return middle

make_adder(1)(2)
#^ calls make_adder, make_adder.adder
outer()()()
#^ calls outer, outer.middle, outer.middle.inner
callbacks = (outer, check)
callbacks[0]()
#^ calls outer

## Dynamic getattr names
class Commands:
    def cmd_start(self):
        self.note("start")
#       ^ calls Commands.note
    def cmd_stop(self):
        self.note("stop")
#       ^ calls Commands.note
    def cmd_reset(self):
        self.note("reset")
#       ^ calls Commands.note
    def note(self, text):
        print(text)
    def unknown(self):
        print("?")

def run(obj, names):
    for name in names:
        getattr(obj, "cmd_" + name, obj.unknown)()
#       ^ calls Commands.cmd_start, Commands.cmd_stop, Commands.unknown
#       ^ calls(heuristic) Commands.cmd_reset

run(Commands(), ["start", "fly", "stop"])
#^ calls Commands, run

## Dynamic globals and eval
def alpha():
    return 1

def beta():
    return 2

def gamma():
    return 3

def call(name):
    return globals()[name]()
#   ^ calls alpha

call("alpha")
#^ calls call
eval("beta")()
#^ calls beta
exec("result = gamma()")
#^ calls gamma

## Dynamic setattr methods
class Proxy:
    pass

def make_method(name):
    def method(self):
        return trace(name)
#       ^ calls trace
    return method

def trace(name):
    print(name)

for n in ("open", "close"):
    setattr(Proxy, n, make_method(n))
#   ^ calls make_method

p = Proxy()
#^ calls Proxy
p.open()
#^ calls make_method.method
if hasattr(p, "flush"):
    p.flush()
else:
    trace("no flush")
#   ^ calls trace

## Enum behaviour
from enum import Enum, auto

class State(Enum):
    IDLE = auto()
    BUSY = auto()
    DONE = auto()

    def next(self):
        members = list(State)
        return members[(members.index(self) + 1) % len(members)]

    @property
    def label(self):
        return pretty(self.name)
#       ^ calls pretty

    @classmethod
    def initial(cls):
        return cls.IDLE

def pretty(name):
    return name.title()

def on_idle(): pass
def on_busy(): pass
def on_done(): pass

HANDLERS = {State.IDLE: on_idle, State.BUSY: on_busy, State.DONE: on_done}
s = State.initial()
#^ calls State.initial
HANDLERS[s]()
#^ calls on_busy, on_idle
#^ calls(heuristic) on_done
s = s.next()
#^ calls State.next
HANDLERS[s]()
#^ calls on_busy, on_idle
#^ calls(heuristic) on_done
print(s.label, State["IDLE"].label, State(1) is State.IDLE)
#^ calls State, State.label

## Enum methods as values
from enum import Enum
from functools import partial

def plus(a, b): return a + b
def times(a, b): return a * b
def minus(a, b): return a - b

class Op(Enum):
#^ calls Op.__init__
    ADD = ("+", plus)
    MUL = ("*", times)

    def __init__(self, symbol, fn):
        self.symbol = symbol
        self.fn = fn

    def __call__(self, a, b):
        return self.fn(a, b)
#       ^ calls times

    @staticmethod
    def of(symbol):
        for op in Op:
            if op.symbol == symbol:
                return op
        return minus

Op.of("*")(2, 3)
#^ calls Op.__call__, Op.of, minus
Op.of("?")(2, 3)
#^ calls Op.__call__, Op.of, minus

## Exceptions custom hierarchy
class AppError(Exception):
    def __init__(self, message):
        super().__init__(message)
        self.message = self.decorate(message)
#       ^ calls NotFound.decorate

    def decorate(self, message):
        return "app: " + message

class NotFound(AppError):
#^ extends AppError
    def decorate(self, message):
        return "404 " + message

class Denied(AppError):
#^ extends AppError
    def explain(self):
        return "denied"

def find(key):
    if key == "x":
        raise NotFound(key)
#       ^ calls AppError.__init__, NotFound
    return key

def handle_missing(err):
    print(err.message)

def handle_denied(err):
    print(err.explain())
#   ^ calls Denied.explain

def done():
    print("done")

try:
    find("x")
#   ^ calls find
except Denied as e:
    handle_denied(e)
#   ^ calls(heuristic) handle_denied
except NotFound as e:
    handle_missing(e)
#   ^ calls handle_missing
else:
    handle_denied(None)
#   ^ calls(heuristic) handle_denied
finally:
    done()
#   ^ calls done

## Exceptions group star
class NetError(Exception): pass
class DiskError(Exception): pass

def net(g): return len(g.exceptions)
def disk(g): return 1
def fine(): pass
def boom():
    raise ExceptionGroup("many", [NetError("n"), ValueError("v")])
#   ^ calls NetError

try:
    boom()
#   ^ calls boom
except* NetError as g:
    net(g)
#   ^ calls net
except* DiskError as g:
    disk(g)
#   ^ calls(heuristic) disk
except* ValueError:
    fine()
#   ^ calls fine

## Exceptions reraise chain
def low():
    return int("zz")

def mid():
    try:
        low()
#       ^ calls low
    except ValueError as e:
        cleanup()
#       ^ calls cleanup
        raise LookupError("mid") from e

def top():
    try:
        mid()
#       ^ calls mid
    except LookupError as e:
        report(e.__cause__)
#       ^ calls report
    except Exception:
        unreachable()
#       ^ calls(heuristic) unreachable

def cleanup():
    pass

def report(e):
    print(type(e).__name__)

def unreachable():
    pass

top()
#^ calls top

## Exceptions retry flow
class Flaky:
    def __init__(self, fail):
        self.left = fail

    def call(self):
        if self.left > 0:
            self.left -= 1
            raise ConnectionError("down")
        return "up"

def backoff(n):
    print("wait", n)

def give_up():
    raise RuntimeError("no more")

def retry(fn, times):
    for attempt in range(times):
        try:
            return fn()
#           ^ calls Flaky.call
        except ConnectionError:
            backoff(attempt)
#           ^ calls backoff
    else:
        give_up()
#       ^ calls give_up

retry(Flaky(2).call, 5)
#^ calls Flaky, Flaky.__init__, retry
try:
    retry(Flaky(9).call, 2)
#   ^ calls Flaky, Flaky.__init__, retry
except RuntimeError as err:
    print(err)

## External callback json
import json
import os.path

class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def as_dict(self):
        return {"x": self.x, "y": self.y}

def default(o):
    return o.as_dict()
#   ^ calls Point.as_dict

def parse_hook(d):
    return d

text = json.dumps({"p": Point(1, 2)}, default=default)
#^ calls Point, Point.__init__, default
back = json.loads(text, object_hook=parse_hook)
#^ calls parse_hook
def main():
    print(os.path.join("a", "b"), back)
main()
#^ calls main

## External re callback
import re

def upper(match):
    return shout(match.group(0))
#   ^ calls shout

def shout(text):
    return text.upper()

def lower(match):
    return match.group(0).lower()

def transform(text, fn=upper):
    return re.sub(r"\w+", fn, text)
#   ^ calls upper

print(transform("hello world"))
#^ calls transform

## Flow loop state
def idle(ctx):
    ctx.append("idle")
    return running

def running(ctx):
    if len(ctx) > 2:
        return finished
    ctx.append("run")
    return running

def finished(ctx):
    report(ctx)
#   ^ calls report
    return None

def failed(ctx):
    return None

def report(ctx):
    print(ctx)

def machine():
    state = idle
    ctx = []
    while state is not None:
        state = state(ctx)
#       ^ calls finished, idle, running

machine()
#^ calls machine

## Flow type switch
class Cat:
    def sound(self): return "meow"
class Dog:
    def sound(self): return "woof"
class Fish:
    def swim(self): return "..."

def make(kind):
    pet = Cat()
#   ^ calls Cat
    if kind == "dog":
        pet = Dog()
#       ^ calls Dog
    elif kind == "fish":
        pet = Fish()
#       ^ calls Fish
    return pet

pet = make("dog")
#^ calls make
pet.sound()
#^ calls Cat.sound, Dog.sound
pet = make("fish")
#^ calls make
pet.swim()
#^ calls Fish.swim
pet = Cat()
#^ calls Cat
print(pet.sound())
#^ calls Cat.sound

## Functions attributes
def handler(x):
    return handler.strategy(x)
#   ^ calls fast, slow

def fast(x):
    return x

def slow(x):
    return fast(x)
#   ^ calls fast

handler.strategy = slow
handler(1)
#^ calls handler
handler.strategy = fast

def second(x):
    return second.impl(x)
#   ^ calls handler

second.impl = handler
second(2)
#^ calls second

## Functions inner shadowing
def helper():
    return "outer"

def outer():
    def helper():
        return "inner"
    return helper()
#   ^ calls outer.helper

def other():
    return helper()
#   ^ calls helper

def shadow(helper):
    return helper()
#   ^ calls last

def last():
    return "last"

outer()
#^ calls outer
other()
#^ calls other
shadow(last)
#^ calls shadow

## Functions recursion mutual
def is_even(n):
    if n == 0:
        return base()
#       ^ calls base
    return is_odd(n - 1)
#   ^ calls is_odd

def is_odd(n):
    if n == 0:
        return negative()
#       ^ calls(heuristic) negative
    return is_even(n - 1)
#   ^ calls is_even

def base():
    return True

def negative():
    return False

def hanoi(n, a, b, c, move):
    if n == 0:
        return
    hanoi(n - 1, a, c, b, move)
#   ^ calls hanoi
    move(a, c)
#   ^ calls record
    hanoi(n - 1, b, a, c, move)
#   ^ calls hanoi

def record(a, c):
    print(a, c)

is_even(4)
#^ calls is_even
hanoi(2, "a", "b", "c", record)
#^ calls hanoi

## Functions redefined
def greet():
    return "v1"

greet()
#^ calls greet

def greet():
    return compose()
#   ^ calls compose

def compose():
    return "v2"

def call_later():
    return farewell()
#   ^ calls farewell, greet#2

def farewell():
    return 0

call_later()
#^ calls call_later
farewell = greet
call_later()
#^ calls call_later

## Functools cache recursion
from functools import lru_cache, cached_property

@lru_cache(maxsize=None)
def fib(n):
    if n < 2:
        return base(n)
#       ^ calls base
    return fib(n - 1) + fib(n - 2)
#   ^ calls fib

def base(n):
    return n

class Bus:
    @cached_property
    def handlers(self):
        return build()
#       ^ calls build
    def on(self, fn):
        self.handlers.append(fn)
#       ^ calls Bus.handlers
    def emit(self):
        for fn in self.handlers:
#       ^ calls Bus.handlers
            fn()
#           ^ calls ping, pong

def build():
    return []

def ping(): pass
def pong(): pass

print(fib(60))
#^ calls fib
bus = Bus()
#^ calls Bus
bus.on(ping)
#^ calls Bus.on
bus.on(pong)
#^ calls Bus.on
bus.emit()
#^ calls Bus.emit

## Functools partial dispatch
from functools import partial, partialmethod, singledispatch, singledispatchmethod

def log(level, msg):
    return fmt(level, msg)
#   ^ calls fmt

def fmt(level, msg):
    return level + msg

info = partial(log, "info")
info("x")
#^ calls log

class Cell:
    def set_state(self, state):
        self.state = state
    alive = partialmethod(set_state, True)

Cell().alive()
#^ calls Cell, Cell.set_state

@singledispatch
def show(x):
    return "any"

@show.register
def _(x: int):
    return number(x)
#   ^ calls number

@show.register(list)
def show_list(x):
    return [show(i) for i in x]
#   ^ calls _, show

def number(x):
    return x

show([1, "a"])
#^ calls show_list

class Printer:
    @singledispatchmethod
    def emit(self, x):
        return "?"
    @emit.register
    def _(self, x: str):
        return self.text(x)
#       ^ calls Printer.text
    def text(self, x):
        return x

Printer().emit("s")
#^ calls Printer, Printer._

## Generators break runs finally
def opened():
    acquire()
#   ^ calls acquire
    try:
        yield 1
        yield 2
        exhausted()
#       ^ calls(heuristic) exhausted
    finally:
        release()
#       ^ calls release

def acquire():
    pass

def release():
    pass

def exhausted():
    pass

def first():
    for x in opened():
#   ^ calls opened
        return x

def consume():
    for x in opened():
#   ^ calls opened
        break

first()
#^ calls first
consume()
#^ calls consume

## Generators send throw
def coroutine():
    total = 0
    while True:
        try:
            value = yield total
            total = accumulate(total, value)
#           ^ calls accumulate
        except ValueError:
            total = reset()
#           ^ calls reset
        finally:
            tick()
#           ^ calls tick

def accumulate(a, b):
    return a + b

def reset():
    return 0

def tick():
    pass

c = coroutine()
#^ calls coroutine
next(c)
c.send(3)
c.throw(ValueError)
c.send(4)
c.close()

## Generators yield from
class Tree:
    def __init__(self, value, children=()):
        self.value = value
        self.children = children

    def __iter__(self):
        yield self.visit()
#       ^ calls Tree.visit
        for child in self.children:
            yield from child
#           ^ calls Tree.__iter__

    def visit(self):
        return self.value

def consume(tree):
    return sum(tree)
#   ^ calls Tree.__iter__

def inner():
    yield 1
    return finish()
#   ^ calls finish

def finish():
    return "done"

def outer():
    result = yield from inner()
#   ^ calls inner
    after(result)
#   ^ calls after

def after(r):
    print(r)

consume(Tree(1, [Tree(2), Tree(3)]))
#^ calls Tree, Tree.__init__, consume
for _ in outer():
#^ calls outer
    pass

## Getattr fallback proxy
class Target:
    def read(self): return "r"
    def write(self): return "w"

class Proxy:
    def __init__(self, target):
        self._target = target
    def __getattr__(self, name):
        self.count(name)
#       ^ calls Proxy.count
        return getattr(self._target, name)
    def count(self, name): pass
    def write(self): return "proxy"

class Recorder:
    def __getattribute__(self, name):
        note(name)
#       ^ calls note
        return object.__getattribute__(self, name)
    def __setattr__(self, name, value):
        note(name)
#       ^ calls note
        super().__setattr__(name, value)
    def go(self): return 1

def note(n): pass

p = Proxy(Target())
#^ calls Proxy, Proxy.__init__, Target
p.read()
#^ calls Proxy.__getattr__, Target.read
p.write()
#^ calls Proxy.write
r = Recorder()
#^ calls Recorder
r.x = 1
#^ calls Recorder.__setattr__
r.go()
#^ calls Recorder.__getattribute__, Recorder.go
try:
    p.missing
#   ^ calls Proxy.__getattr__
except AttributeError:
    note("missing")
#   ^ calls note

## Imports conditional fallback
#- main.py
try:
    from fast_impl_missing import compute
except ImportError:
    from slow import compute
#   ^ imports slow.py

try:
    import quick as engine
#   ^ imports quick.py
except ImportError:
    import slow as engine
#   ^ imports slow.py

def run():
    return compute(1) + engine.compute(2)
#   ^ calls quick.py::compute, slow.py::compute

run()
#^ calls run
#- quick.py
def compute(x):
    return x
#- slow.py
def compute(x):
    return loop(x)
#   ^ calls loop

def loop(x):
    return x

## Imports cycle functions
#- a.py
import b
#^ imports b.py

def start(n):
    if n:
        b.step(n - 1)
#       ^ calls step

def leaf():
    pass
#- b.py
import a
#^ imports a.py

def step(n):
    a.leaf()
#   ^ calls leaf
    a.start(n)
#   ^ calls start
#- main.py
import a
#^ imports a.py

a.start(2)
#^ calls start

## Imports module state
#- config.py
def default():
    print("default")

def quiet():
    pass

handler = default

def set_handler(fn):
    global handler
    handler = fn
#- main.py
import config
#^ imports config.py
import worker
#^ imports worker.py

def loud():
    print("LOUD")

worker.work()
#^ calls work
config.set_handler(loud)
#^ calls set_handler
worker.work()
#^ calls work
config.handler = config.quiet
worker.work()
#^ calls work
#- worker.py
import config
#^ imports config.py

def work():
    config.handler()
#   ^ calls default, loud, quiet

## Imports package reexport
#- main.py
from shop import Cart, total
#^ imports shop/__init__.py, shop/cart.py, shop/pricing.py
import shop.tax as tax
#^ imports shop/tax.py
from shop.util import *
#^ imports shop/util.py

cart = Cart()
#^ calls Cart, Cart.__init__
cart.add(3)
#^ calls Cart.add
print(total(cart), tax.rate("x"))
#^ calls rate, total
public()
#^ calls public
#- shop/__init__.py
from .cart import Cart
#^ imports shop/cart.py
from .pricing import total
#^ imports shop/pricing.py

def helper():
    return 0
#- shop/cart.py
from . import util
#^ imports shop/__init__.py, shop/util.py

class Cart:
    def __init__(self):
        self.items = []

    def add(self, item):
        util.check(item)
#       ^ calls check
        self.items.append(item)
#- shop/pricing.py
from .tax import rate
#^ imports shop/tax.py

def total(cart):
    return sum(cart.items) * rate("y") + len(cart.items)
#   ^ calls rate

def unused():
    from shop import helper as h
#   ^ imports shop/__init__.py
    return h()
#   ^ calls helper
#- shop/tax.py
def rate(code):
    return lookup(code)
#   ^ calls lookup

def lookup(code):
    return 1
#- shop/util.py
__all__ = ["public"]

def public():
    return hidden()
#   ^ calls hidden

def hidden():
    return 1

def check(item):
    return item

## Imports plugins by name
#- main.py
import importlib

NAMES = ["csv_plugin", "xml_plugin"]

def load(name):
    module = importlib.import_module("plugins." + name)
    return module.Plugin()
#   ^ calls plugins/csv_plugin.py::Plugin, plugins/xml_plugin.py::Plugin

for name in NAMES:
    load(name).export()
#   ^ calls Base.export, Plugin.export, load
#- plugins/__init__.py

#- plugins/base.py
class Base:
    def export(self):
        return self.body()
#       ^ calls plugins/xml_plugin.py::Plugin.body
    def body(self):
        return ""
#- plugins/csv_plugin.py
class Plugin:
    def export(self):
        return write()
#       ^ calls write

def write():
    return ","
#- plugins/unused_plugin.py
from .base import Base
#^ imports plugins/base.py

class Plugin(Base):
#^ extends Base
    def body(self):
        return "unused"
#- plugins/xml_plugin.py
from .base import Base
#^ imports plugins/base.py

class Plugin(Base):
#^ extends Base
    def body(self):
        return "<>"

## Iterator protocol
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return CountIter(self.n)
#   ^ calls CountIter, CountIter.__init__

class CountIter:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return handle(self.n)
#       ^ calls handle

class Seq:
    def __getitem__(self, i):
        if i > 1: raise IndexError
        return i
    def __len__(self): return 2

def handle(n): return n

a, b = Countdown(2)
#^ calls CountIter.__next__, Countdown, Countdown.__init__, Countdown.__iter__
for x in Seq():
#^ calls Seq, Seq.__getitem__
    pass
list(reversed(Seq()))
#^ calls Seq, Seq.__getitem__, Seq.__len__
it = iter(Countdown(1))
#^ calls Countdown, Countdown.__init__, Countdown.__iter__
next(it)
#^ calls CountIter.__next__
next(it, None)
#^ calls CountIter.__next__
zip(Countdown(1), Seq())
#^ calls CountIter.__next__, Countdown, Countdown.__init__, Countdown.__iter__, Seq, Seq.__getitem__
dict(zip(Countdown(1), Seq()))
#^ calls CountIter.__next__, Countdown, Countdown.__init__, Countdown.__iter__, Seq, Seq.__getitem__

## Itertools tools
from itertools import chain, starmap, takewhile, groupby, combinations, zip_longest, islice, count, accumulate

def add(a, b): return a + b
def small(x): return x < 3
def parity(x): return x % 2
def pairup(a, b): return (a, b)
def use(k, items): return list(items)
#^ calls parity
def filler(): return 0

list(starmap(add, [(1, 2), (3, 4)]))
#^ calls add
list(takewhile(small, count(0, 2)))
#^ calls small
for k, g in groupby([1, 3, 2, 4], key=parity):
#^ calls parity
    use(k, g)
#   ^ calls use
for a, b in combinations([1, 2, 3], 2):
    pairup(a, b)
#   ^ calls pairup
for fns in zip_longest([small], [parity, filler]):
    pass
fns[1]()
#^ calls filler
print(list(islice(chain([1], [2]), 1)), list(accumulate([1, 2], add)))
#^ calls add

## Kwargs dispatch
def on_open(name):
    pass

def on_close(name):
    pass

def on_error(name):
    pass

def configure(**handlers):
    return handlers

def fire(event, *, handlers, **extra):
    handlers[event](**extra)
#   ^ calls on_error, on_open

h = configure(open=on_open, close=on_close)
#^ calls configure
fire("open", handlers=h, name="f")
#^ calls fire
opts = {"handlers": dict(h, close=on_error), "name": "g"}
fire("close", **opts)
#^ calls fire

## Kwargs forwarding init
class Widget:
    def __init__(self, *, on_click=None, **rest):
        self.on_click = on_click or self.default_click
        self.rest = rest

    def default_click(self):
        pass

    def click(self):
        self.on_click()
#       ^ calls Widget.default_click, load, save

class Button(Widget):
#^ extends Widget
    def __init__(self, label, **kw):
        super().__init__(**kw)
#       ^ calls Widget.__init__
        self.label = label

def save():
    pass

def load():
    pass

b1 = Button("save", on_click=save)
#^ calls Button, Button.__init__
b2 = Button("x", color=1)
#^ calls Button, Button.__init__
b1.click()
#^ calls Widget.click
b2.click()
#^ calls Widget.click
b1.on_click = load
b1.click()
#^ calls Widget.click

## Lambdas conditional
def yes():
    return "y"

def no():
    return "n"

def wrap(f):
    return f()
#   ^ calls yes

flag = True
chooser = lambda c: yes() if c else no()
#^ calls yes
#^ calls(heuristic) no
chooser(flag)
thunks = [lambda: wrap(yes), lambda: no()]
#^ calls(heuristic) no
#^ calls wrap
thunks[0]()
compose = lambda f, g: lambda x: f(g(x))
#^ calls dbl, inc

def inc(x):
    return x + 1

def dbl(x):
    return x * 2

compose(inc, dbl)(3)

## Lambdas loop variables
def a():
    pass

def b():
    pass

def c():
    pass

late = []
early = []
for fn in (a, b):
    late.append(lambda: fn())
#   ^ calls a, b, c
    early.append(lambda fn=fn: fn())
#   ^ calls a, b

late[0]()
early[0]()
fn = c
late[1]()

## Lists overwritten slice
def p():
    pass

def q():
    pass

def r():
    pass

def s():
    pass

fns = [p, q, r]
fns[0] = s
fns[0]()
#^ calls s
del fns[1]
fns[1]()
#^ calls r
fns[:] = [q]
for f in fns:
    f()
#   ^ calls q, r, s

## Lists sorted functions
def low(): pass
def mid(): pass
def high(): pass

ranked = [(3, high), (1, low), (2, mid)]
ranked.sort(key=lambda pair: pair[0])
ranked[0][1]()
#^ calls high
best = max(ranked, key=lambda pair: pair[0])[1]
best()
#^ calls high, low
#^ calls(heuristic) mid
names = sorted([low, mid, high], key=lambda f: f.__name__)
names[0]()
#^ calls high, low
#^ calls(heuristic) mid

## Lists stack queue
from collections import deque

def task_a():
    queue.append(task_c)

def task_b():
    pass

def task_c():
    pass

def task_d():
    pass

queue = deque([task_a, task_b], maxlen=3)
queue.appendleft(task_d)
queue.popleft()
while queue:
    queue.popleft()()
#   ^ calls task_a, task_b, task_c
#   ^ calls(heuristic) task_d
stack = [task_b]
stack.append(task_d)
stack.pop()
stack[-1]()
#^ calls task_b

## Match class patterns
from dataclasses import dataclass

@dataclass
class Circle:
    r: int
@dataclass
class Rect:
    w: int
    h: int
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y

def circle(r): return r
def rect(w, h): return w * h
def origin(): return 0
def point(x): return x
def other(v): return v

def area(shape):
    match shape:
        case Circle(r=radius):
            return circle(radius)
#           ^ calls circle
        case Rect(w, h) if w == h:
            return other(w)
#           ^ calls(heuristic) other
        case (Rect(w, h)):
            return rect(w, h)
#           ^ calls rect
        case Point(0, 0):
            return origin()
#           ^ calls origin
        case Point(x=px):
            return point(px)
#           ^ calls point
        case _:
            return other(shape)
#           ^ calls(heuristic) other

area(Circle(1))
#^ calls Circle, area
area(Rect(2, 3))
#^ calls Rect, area
area(Point(0, 0))
#^ calls Point, Point.__init__, area
area(Point(1, 2))
#^ calls Point, Point.__init__, area

## Match commands
def go(direction): pass
def drop(items): pass
def quit_game(): pass
def confused(cmd): pass
def login(user): pass

def interpret(command):
    match command.split():
        case ["go", ("north" | "south") as d]:
            go(d)
#           ^ calls go
        case ["drop", *items]:
            drop(items)
#           ^ calls drop
        case ["quit"] | ["exit"]:
            quit_game()
#           ^ calls quit_game
        case _:
            confused(command)
#           ^ calls(heuristic) confused

def event(e):
    match e:
        case {"type": "login", "user": str(name), **rest}:
            login(name)
#           ^ calls login
        case {"type": kind}:
            confused(kind)
#           ^ calls(heuristic) confused

interpret("go north")
#^ calls interpret
interpret("drop a b")
#^ calls interpret
interpret("exit")
#^ calls interpret
event({"type": "login", "user": "bob", "t": 1})
#^ calls event

## Metaclass registry
class Registry(type):
    classes = {}

    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns)
        if bases:
            mcs.add(name.lower(), cls)
#           ^ calls Registry.add
        return cls

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.ready()
#       ^ calls Registry.ready

    @classmethod
    def add(mcs, key, cls):
        mcs.classes[key] = cls

    def ready(cls):
        return True

    def __getitem__(cls, key):
        return cls.classes[key]

class Command(metaclass=Registry):
#^ calls Registry.__init__, Registry.__new__
    def run(self):
        raise NotImplementedError

class Build(Command):
#^ calls Registry.__init__, Registry.__new__
#^ extends Command
    def run(self):
        return compile_all()
#       ^ calls compile_all

class Test(Command):
#^ calls Registry.__init__, Registry.__new__
#^ extends Command
    def run(self):
        return "test"

def compile_all():
    return "ok"

Command["build"]().run()
#^ calls Build, Build.run, Registry.__getitem__
#^ calls(heuristic) Command, Command.run, Test, Test.run

## Metaclass singleton
class Singleton(type):
    _instances = {}
    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
#           ^ calls Config.__init__, Other.__init__
        else:
            cls.again()
#           ^ calls Singleton.again
        return cls._instances[cls]
    def again(cls):
        pass

class Config(metaclass=Singleton):
    def __init__(self):
        self.load()
#       ^ calls Config.load
    def load(self):
        self.values = {}

class Other(metaclass=Singleton):
    def __init__(self):
        pass

Config()
#^ calls Config, Singleton.__call__
#^ calls(heuristic) Config.__init__
Config()
#^ calls Config, Singleton.__call__
#^ calls(heuristic) Config.__init__
Other()
#^ calls Other, Singleton.__call__
#^ calls(heuristic) Other.__init__

## Monkey patching
class Mailer:
    def send(self): return self.connect()
#   ^ calls Mailer.connect, fake, spy.wrapper
    def connect(self): return real()
#   ^ calls real

def real(): return 1
def fake(self): return 2
def spy(orig):
    def wrapper(self):
        seen()
#       ^ calls seen
        return orig(self)
#       ^ calls Mailer.connect
#       ^ calls(heuristic) fake, spy.wrapper
    return wrapper
def seen(): pass

m = Mailer()
#^ calls Mailer
m.send()
#^ calls Mailer.send
orig = Mailer.connect
Mailer.connect = fake
m.send()
#^ calls Mailer.send
Mailer.connect = spy(orig)
#^ calls spy
m.send()
#^ calls Mailer.send
Mailer.connect = orig

## Mro mixins cooperative
class Base:
    def save(self):
        self.write()
#       ^ calls(heuristic) Base.write
#       ^ calls Model.write
    def write(self):
        pass

class LogMixin:
    def save(self):
        self.log()
#       ^ calls LogMixin.log
        super().save()
#       ^ calls ValidateMixin.save
    def log(self):
        pass

class ValidateMixin:
    def save(self):
        if self.valid():
#       ^ calls Strict.valid, ValidateMixin.valid
            super().save()
#           ^ calls Base.save
    def valid(self):
        return True

class Model(LogMixin, ValidateMixin, Base):
#^ extends Base, LogMixin, ValidateMixin
    def write(self):
        return "model"

class Strict(ValidateMixin, Base):
#^ extends Base, ValidateMixin
    def valid(self):
        return False

Model().save()
#^ calls LogMixin.save, Model
Strict().save()
#^ calls Strict, ValidateMixin.save

## Mro super explicit and class attr
class A:
    def hook(self):
        return "A"

class B(A):
#^ extends A
    def hook(self):
        return super(B, self).hook()
#       ^ calls C.hook

class C(A):
#^ extends A
    def hook(self):
        return "C"

class D(B, C):
#^ extends B, C
    hook2 = A.hook
    def hook(self):
        return B.hook(self)
#       ^ calls B.hook

d = D()
#^ calls D
d.hook()
#^ calls D.hook
d.hook2()
#^ calls A.hook
super(C, d).hook()
#^ calls A.hook

## Object sensitive containers
class Stack:
    def __init__(self):
        self._items = []
    def push(self, x):
        self._items.append(x)
    def pop(self):
        return self._items.pop()

class Listener:
    def notify(self): return "l"
class Auditor:
    def notify(self): return self.audit()
#   ^ calls Auditor.audit
    def audit(self): return "a"

s1, s2 = Stack(), Stack()
#^ calls Stack, Stack.__init__
s1.push(Listener())
#^ calls Listener, Stack.push
s2.push(Auditor())
#^ calls Auditor, Stack.push

def drain_first():
    return s1.pop().notify()
#   ^ calls Listener.notify, Stack.pop

def drain_second():
    return s2.pop().notify()
#   ^ calls Auditor.notify, Stack.pop

drain_first()
#^ calls drain_first
drain_second()
#^ calls drain_second

## Object sensitive strategy
class Context:
    def __init__(self, strategy):
        self.strategy = strategy
    def execute(self, data):
        return self.strategy.sort(data)
#       ^ calls Quick.sort
#       ^ calls(heuristic) Bubble.sort

class Quick:
    def sort(self, data): return self.partition(data)
#   ^ calls Quick.partition
    def partition(self, data): return data
class Bubble:
    def sort(self, data): return self.swap(data)
#   ^ calls Bubble.swap
    def swap(self, data): return data

class Client:
    def __init__(self):
        self.ctx = Context(Quick())
#       ^ calls Context, Context.__init__, Quick
    def work(self):
        return self.ctx.execute([1])
#       ^ calls Context.execute

Client().work()
#^ calls Client, Client.__init__, Client.work
ctx = Context(Bubble())
#^ calls Bubble, Context, Context.__init__
ctx.strategy = Quick()
#^ calls Quick
ctx.execute([2])
#^ calls Context.execute

## Operators call matmul inplace
class Pipe:
    def __init__(self, fn): self.fn = fn
    def __or__(self, other): return Pipe(lambda x: other(self(x)))
#   ^ calls Pipe, Pipe.__call__, Pipe.__init__
    def __ror__(self, value): return self(value)
#   ^ calls Pipe.__call__
    def __call__(self, x): return self.fn(x)
#   ^ calls dbl, inc
    def __rshift__(self, other): return self | other
#   ^ calls Pipe.__or__
    def __matmul__(self, other): return unused(other)
#   ^ calls unused

def unused(x): return x
def inc(x): return x + 1
def dbl(x): return x * 2

p = Pipe(inc) | Pipe(dbl)
#^ calls Pipe, Pipe.__init__, Pipe.__or__
5 | p
#^ calls Pipe.__ror__
q = Pipe(dbl) >> Pipe(inc)
#^ calls Pipe, Pipe.__init__, Pipe.__rshift__
q(1)
#^ calls Pipe.__call__

## Operators notimplemented fallback
class Meters:
    def __init__(self, v): self.v = v
    def __add__(self, other):
        if isinstance(other, Meters):
            return Meters(self.v + other.v)
#           ^ calls Meters, Meters.__init__
        return NotImplemented
    def __lt__(self, other):
        return self.v < other.v

class Feet:
    def __init__(self, v): self.v = v
    def __radd__(self, other):
        return self.convert(other)
#       ^ calls Feet.convert
    def convert(self, other):
        return Meters(other.v + 1)
#       ^ calls Meters, Meters.__init__
    def __gt__(self, other):
        return True

Meters(1) + Feet(2)
#^ calls Feet, Feet.__init__, Feet.__radd__, Meters, Meters.__add__, Meters.__init__
Meters(1) + Meters(2)
#^ calls Meters, Meters.__add__, Meters.__init__
Meters(1) < Meters(2)
#^ calls Meters, Meters.__init__, Meters.__lt__
sorted([Meters(3), Meters(1)])
#^ calls Meters, Meters.__init__, Meters.__lt__
sum([Meters(1), Meters(2)], Meters(0))
#^ calls Meters, Meters.__add__, Meters.__init__

## Operators vector
class Vec:
    def __init__(self, x, y):
        self.x, self.y = x, y
    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)
#       ^ calls Vec, Vec.__init__
    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)
#       ^ calls Vec, Vec.__init__
    def __rmul__(self, k):
        return self * k
#       ^ calls Vec.__mul__
    def __neg__(self):
        return self * -1
#       ^ calls Vec.__mul__
    def __sub__(self, o):
        return self + -o
#       ^ calls Vec.__add__, Vec.__neg__
    def __eq__(self, o):
        return isinstance(o, Vec) and self.x == o.x
    def __bool__(self):
        return self.x != 0
    def __getitem__(self, i):
        return (self.x, self.y)[i]
    def __len__(self):
        return 2
    def __contains__(self, v):
        return v == self.x
    def __abs__(self):
        return length(self)
#       ^ calls length
    def __hash__(self):
        return hash(self.x)

def length(v):
    return v.x

a = Vec(1, 2)
#^ calls Vec, Vec.__init__
b = 3 * (a - Vec(0, 1))
#^ calls Vec, Vec.__init__, Vec.__rmul__, Vec.__sub__
print(b[0], len(b), 3 in b, abs(b), a == b)
#^ calls Vec.__abs__, Vec.__contains__, Vec.__eq__, Vec.__getitem__, Vec.__len__
if a:
#^ calls Vec.__bool__
    list(a)
#   ^ calls Vec.__getitem__

## Properties setter deleter
class Temp:
    def __init__(self, c):
        self.c = c
#       ^ calls Temp.c#2

    @property
    def c(self):
        return self._c

    @c.setter
    def c(self, value):
        self.check(value)
#       ^ calls Temp.check
        self._c = value

    @c.deleter
    def c(self):
        self.clear()
#       ^ calls Temp.clear

    def check(self, value):
        if value < -273:
            self.fail()
#           ^ calls(heuristic) Temp.fail

    def clear(self):
        self._c = None

    def fail(self):
        raise ValueError

    fahrenheit = property(lambda self: self.convert())
#   ^ calls Temp.convert

    def convert(self):
        return self.c * 9 / 5 + 32
#       ^ calls Temp.c

t = Temp(3)
#^ calls Temp, Temp.__init__
t.c = 5
#^ calls Temp.c#2
print(t.fahrenheit)
del t.c
#^ calls Temp.c#3

## Returns conditional and tuple
def a():
    return 1

def b():
    return 2

def choose(flag):
    if flag:
        return a
    return b

def both():
    return a, {"k": b}

choose(False)()
#^ calls a, b, choose
x, y = both()
#^ calls both
y["k"]()
#^ calls b

def identity(f):
    return f

identity(identity(a))()
#^ calls a, identity

## Returns method reference
class Engine:
    def __init__(self):
        self.state = "off"

    def start(self):
        self.state = "on"
        return self.stop

    def stop(self):
        self.state = "off"
        return self.start

engine = Engine()
#^ calls Engine, Engine.__init__
next_step = engine.start()
#^ calls Engine.start
next_step()()
#^ calls Engine.start, Engine.stop

## Scopes comprehension
x = "global"

def show(v): return v
def other(v): return v
def pick(v): return v

def f():
    x = [1, 2]
    result = [show(x) for x in x]
#   ^ calls show
    gen = (other(y) for y in x if pick(y) > 1)
#   ^ calls other, pick
    del result
    return gen

class C:
    items = [1, 2]
    doubled = [i * 2 for i in items]
    first = show(items)
#   ^ calls show
    def method(self):
        return {k: show(v) for k, v in enumerate(self.items)}
#       ^ calls show

g = f()
#^ calls f
next(g)
C().method()
#^ calls C, C.method

## Scopes walrus global nonlocal
def fetch(): return [1, 0]
def use(v): return v
def tick(): return 1

counter = 0

def bump():
    global counter
    counter += tick()
#   ^ calls tick

def outer():
    count = 0
    handler = None
    def inc():
        nonlocal count, handler
        count += 1
        handler = use
    inc()
#   ^ calls outer.inc
    if (n := count) > 0:
        handler(n)
#       ^ calls use
    else:
        fetch()
#       ^ calls(heuristic) fetch

while (data := fetch()) and counter < 2:
#^ calls fetch
    bump()
#   ^ calls bump
    if any((last := v) for v in data):
        use(last)
#       ^ calls use
outer()
#^ calls outer

## Star args unpack
def f(a, b, *rest, c=None, **kw):
    a()
#   ^ calls w, x, z
#   ^ calls(heuristic) dead
    for r in rest:
        r()
    if c:
        c()
#       ^ calls y
    if "d" in kw:
        kw["d"]()
#       ^ calls w

def w(): pass
def x(): pass
def y(): pass
def z(): pass
def dead(): pass

args = [w, dead]
f(*args, x, **{"c": y})
#^ calls f
first, *others = [dead, z]
f(*others, dead, d=w)
#^ calls f

def outer(*args, **kwargs):
    return inner(*args[::-1], **kwargs)
#   ^ calls inner

def inner(p, q, fn=dead):
    return fn(p, q)
#   ^ calls target

def target(p, q):
    return q()
#   ^ calls w
#   ^ calls(heuristic) x

outer(w, x, fn=target)
#^ calls outer

## String format protocol
class Money:
    def __init__(self, amount): self.amount = amount
    def __format__(self, spec):
        return self.short() if spec == "s" else str(self)
#       ^ calls Money.__str__, Money.short
    def __str__(self):
        return "$" + digits(self.amount)
#       ^ calls digits
    def __repr__(self):
        return "Money()"
    def short(self): return "$"

class Quiet:
    def __repr__(self): return "q"

def digits(n): return repr(n)

m = Money(5)
#^ calls Money, Money.__init__
f"{m:s} {m!r}"
#^ calls Money.__format__, Money.__repr__
"{}".format(m)
#^ calls Money.__format__
"%s" % Quiet()
#^ calls Quiet, Quiet.__repr__
print(m)
#^ calls Money.__str__
str([Quiet()])
#^ calls Quiet

## Strong attribute overwritten
class Holder:
    def __init__(self, cb):
        self.cb = cb

    def fire(self):
        self.cb()
#       ^ calls(heuristic) one, three
#       ^ calls two

    def replace(self, cb):
        self.cb = cb

def one(): pass
def two(): pass
def three(): pass

h = Holder(one)
#^ calls Holder, Holder.__init__
h.replace(two)
#^ calls Holder.replace
h.fire()
#^ calls Holder.fire
other = Holder(three)
#^ calls Holder, Holder.__init__
other.replace(one)
#^ calls Holder.replace
other.cb = two
other.fire()
#^ calls Holder.fire

## Strong branch constants
DEBUG = False
VERSION = (3, 1)
MODE = "prod"

def debug(): pass
def release(): pass
def legacy(): pass
def modern(): pass
def prod(): pass
def dev(): pass

if DEBUG:
    debug()
else:
    release()
#   ^ calls release
run = modern if VERSION >= (3, 0) else legacy
run()
#^ calls(heuristic) legacy
#^ calls modern
{"prod": prod, "dev": dev}[MODE]()
#^ calls prod
while DEBUG:
    debug()
if not DEBUG and MODE != "dev":
    prod()
#   ^ calls prod
assert not DEBUG or dev()

## Strong deleted names
def f(): return "mod"

class Box:
    def f(self): return "method"
    def g(self): return self.h()
#   ^ calls(heuristic) Box.h
#   ^ calls repl
    def h(self): return 1

def repl(self): return 2

b = Box()
#^ calls Box
b.f()
#^ calls Box.f
Box.h = repl
b.g()
#^ calls Box.g
del Box.h
Box.h = lambda self: f()
#^ calls f, f#2
b.g()
#^ calls Box.g
saved = f
del f
def f(): return saved()
#^ calls f
f()
#^ calls f#2

## Strong early return
STRICT = True

def check(): pass
def lenient(): pass
def finish(): pass

def process(strict=STRICT):
    if strict:
        check()
#       ^ calls check
        return finish()
#       ^ calls finish
    lenient()
#   ^ calls(heuristic) lenient

def loop():
    for i in range(3):
        if i == 1:
            break
        check()
#       ^ calls check
    else:
        lenient()
#       ^ calls(heuristic) lenient
    while True:
        finish()
#       ^ calls finish
        break

process()
#^ calls process
loop()
#^ calls loop

## Strong global rebound by call
def first(): pass
def second(): pass
def third(): pass

current = first

def advance():
    global current
    current = second if current is first else third

current()
#^ calls first
advance()
#^ calls advance
current()
#^ calls first, second
#^ calls(heuristic) third
def use():
    current()
#   ^ calls(heuristic) first
#   ^ calls second, third
use()
#^ calls use
advance()
#^ calls advance
use()
#^ calls use

## Typing pep695
class Box[T]:
    def __init__(self, value: T):
        self.value = value
    def map[U](self, fn) -> "Box[U]":
        return Box(fn(self.value))
#       ^ calls Box, Box.__init__, double, triple

type Number = int | float

def double(x: Number) -> Number:
    return x * 2

def triple(x):
    return x * 3

def first[T](items: list[T]) -> T:
    return items[0]

first([Box(1).map(double)]).map(triple)
#^ calls Box, Box.__init__, Box.map, first

## Typing protocol generic
from typing import Protocol, Generic, TypeVar, Optional, runtime_checkable

T = TypeVar("T")

@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...

class File:
    def close(self) -> None:
        flush()
#       ^ calls flush

class Socket:
    def shutdown(self) -> None:
        flush()
#       ^ calls flush

def flush() -> None:
    pass

def finish(obj: object) -> None:
    if isinstance(obj, Closable):
        obj.close()
#       ^ calls File.close
    else:
        obj.shutdown()
#       ^ calls Socket.shutdown

class Repo(Generic[T]):
    def __init__(self) -> None:
        self.items: dict[int, T] = {}
    def put(self, key: int, item: T) -> None:
        self.items[key] = item
    def get(self, key: int) -> Optional[T]:
        return self.items.get(key)

repo: Repo[File] = Repo()
#^ calls Repo, Repo.__init__
repo.put(1, File())
#^ calls File, Repo.put
found = repo.get(1)
#^ calls Repo.get
if found is not None:
    finish(found)
#   ^ calls finish
finish(Socket())
#^ calls Socket, finish

## Args callable instances
class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x): return self.fix(x + self.n)
#   ^ calls Adder.fix
    def fix(self, x): return x

class Logger:
    def __call__(self, x): return x

def run(fn, x, hook=Logger()):
#^ calls Logger from main.py
    hook(x)
#   ^ calls Adder.__call__, Logger.__call__
    return fn(x)
#   ^ calls Adder.__call__

run(Adder(1), 2)
#^ calls Adder, Adder.__init__, run
run(lambda x: Adder(x)(x), 3, hook=Adder(5))
#^ calls Adder, Adder.__call__, Adder.__init__, run

## Args positional only
def pos(a, b, /, c, *, d=None):
    a()
#   ^ calls f1, f2
    c()
#   ^ calls f3, f4
    if d is not None:
        d()
#       ^ calls f1
    return b

def f1(): pass
def f2(): pass
def f3(): pass
def f4(): pass

r = pos(f1, f2, c=f3)
#^ calls pos
r()
#^ calls f2
pos(f2, f3, f4, d=f1)()
#^ calls f3, pos

## Assignments chained attr
class Node: pass
def alpha(): return 1
def beta(): return 2
def gamma(): return 3
a = b = Node()
#^ calls Node
a.fn = c = alpha
b.fn()
#^ calls alpha
b.fn = beta
a.fn()
#^ calls beta
c()
#^ calls alpha
x = y = [gamma]
y += [alpha]
x[-1]()
#^ calls alpha
x = [beta]
y[0]()
#^ calls gamma
x[0]()
#^ calls beta

## Assignments nested unpack
def f(): pass
def g(): pass
def h(): pass
def pairs():
    return [(1, (f, g)), (2, (g, h))]
for n, (first, second) in pairs():
#^ calls pairs
    if n == 1:
        first()
#       ^ calls f, g
    else:
        second()
#       ^ calls g, h
(a, b), *c = (f, g), h, f
c[0]()
#^ calls h
a()
#^ calls f
head, = [h]
head()
#^ calls h
{**{"k": f}, "k": g}["k"]()
#^ calls g

## Async errors and timeouts
import asyncio
class Boom(Exception): pass
async def bad(): raise Boom(reason())
#^ calls Boom, reason
def reason(): return "r"
async def slow():
    await asyncio.sleep(1)
    return done()
#   ^ calls done
def done(): return 1
def handle(e): pass
def never(): pass
async def main():
    try:
        await bad()
#       ^ calls bad
        never()
#       ^ calls(heuristic) never
    except Boom as e:
        handle(e)
#       ^ calls handle
    rs = await asyncio.gather(bad(), slow(), return_exceptions=True)
#   ^ calls bad, slow
    for r in rs:
        if isinstance(r, Exception): handle(r)
#       ^ calls handle
    await asyncio.wait_for(slow(), timeout=5)
#   ^ calls slow
asyncio.run(main())
#^ calls main

## Async queue workers
import asyncio
async def producer(q):
    for i in range(2):
        await q.put(make(i))
#       ^ calls make
    await q.put(None)
async def consumer(q):
    while True:
        item = await q.get()
        if item is None: break
        handle(item)
#       ^ calls handle
    finish()
#   ^ calls finish
def make(i): return i
def handle(i): pass
def finish(): pass
async def main():
    q = asyncio.Queue()
    async with asyncio.TaskGroup() as tg:
        tg.create_task(producer(q))
#       ^ calls producer
        tg.create_task(consumer(q))
#       ^ calls consumer
    after()
#   ^ calls after
def after(): pass
asyncio.run(main())
#^ calls main

## Builtins any all filter none
def truthy(x):
    return x > 0
def check(x):
    return x
class Flag:
    def __init__(self, v): self.v = v
    def __bool__(self): return test(self.v) == 1
#   ^ calls test
def test(v): return v
any(truthy(x) for x in [0, 1, 2])
#^ calls truthy
all(map(check, [1, 2]))
#^ calls check
list(filter(None, [Flag(1), Flag(0)]))
#^ calls Flag, Flag.__init__
#                  ^^^^ calls Flag.__bool__
if not Flag(0):
#^ calls Flag, Flag.__bool__, Flag.__init__
    check(1)
#   ^ calls check
Flag(1) and check(2)
#^ calls Flag, Flag.__bool__, Flag.__init__, check
print(sum(1 for f in (Flag(1),) if f))
#^ calls Flag, Flag.__bool__, Flag.__init__

## Builtins type call
class A:
    def m(self): return "a"
class B(A):
#^ extends A
    def m(self): return super().m()
#   ^ calls A.m
    def clone(self): return type(self)()
#   ^ calls B, C
class C(B):
#^ extends B
    def m(self): return "c"
b = B()
#^ calls B
b.clone().m()
#^ calls B.clone, B.m
C().clone().m()
#^ calls B.clone, C, C.m
D = type("D", (B,), {"m": lambda self: helper(), "extra": C.m})
#^ calls helper
def helper(): return 1
D().m()
#^ calls B.m
D().extra()
D().clone().m()
#^ calls B.clone, B.m
type(b).m(C())
#^ calls B.m, C

## Classes class vars shared
class Base:
    hooks = []
    def add(self, fn): self.hooks.append(fn)
    def run(self):
        for h in self.hooks: h()
#       ^ calls x, y
class Own(Base):
#^ extends Base
    def __init__(self): self.hooks = []
def x(): pass
def y(): pass
a, b, o = Base(), Base(), Own()
#^ calls Base, Own, Own.__init__
a.add(x)
#^ calls Base.add
o.add(y)
#^ calls Base.add
b.run()
#^ calls Base.run
o.run()
#^ calls Base.run

## Classes equality hash
class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return isinstance(o, P) and same(self.x, o.x)
#   ^ calls same
    def __hash__(self): return hash(key(self))
#   ^ calls key
def same(a, b): return a == b
def key(p): return p.x
s = {P(1), P(2)}
#^ calls P, P.__init__
if P(1) in s:
#^ calls P, P.__hash__, P.__init__
    print("yes")
d = {P(3): "v"}
#^ calls P, P.__init__
print(d[P(3)])
#^ calls P, P.__init__
[P(1)].index(P(1))
#^ calls P, P.__eq__, P.__init__
P(1) != P(2)
#^ calls P, P.__eq__, P.__init__

## Classes init order
class Base:
    def __init__(self):
        self.setup()
#       ^ calls Mid.setup
        self.ready = True
    def setup(self): raise NotImplementedError
class Mid(Base):
#^ extends Base
    def __init__(self, name):
        self.name = name
        super().__init__()
#       ^ calls Base.__init__
    def setup(self): self.load(self.name)
#   ^ calls Leaf.load
    def load(self, n): return n
class Leaf(Mid):
#^ extends Mid
    def __init__(self):
        super().__init__("leaf")
#       ^ calls Mid.__init__
        self.after()
#       ^ calls Leaf.after
    def load(self, n): return super().load(n + "!")
#   ^ calls Mid.load
    def after(self): pass
Leaf()
#^ calls Leaf, Leaf.__init__

## Classes method as value
class Calc:
    def add(self, a, b): return a + b
    def mul(self, a, b): return a * b
    ops = {"+": add, "*": mul}
    def go(self, op, a, b): return self.ops[op](self, a, b)
#   ^ calls Calc.mul
    def pick(self, op): return getattr(self, {"+": "add", "*": "mul"}[op])
c = Calc()
#^ calls Calc
c.go("*", 2, 3)
#^ calls Calc.go
c.pick("+")(1, 2)
#^ calls Calc.add, Calc.pick
m = Calc.add
m(c, 1, 2)
#^ calls Calc.add
bound = c.mul
bound(1, 2)
#^ calls Calc.mul
list(map(c.add, [1], [2]))
#^ calls Calc.add

## Classes private mangling
class A:
    def __init__(self): self.__fn = one
    def __hidden(self): return self.__fn()
#   ^ calls one
    def run(self): return self.__hidden()
#   ^ calls A.__hidden
class B(A):
#^ extends A
    def __init__(self):
        super().__init__()
#       ^ calls A.__init__
        self.__fn = two
    def __hidden(self): return self.__fn()
#   ^ calls two
    def go(self): return self.__hidden()
#   ^ calls B.__hidden
def one(): return 1
def two(): return 2
b = B()
#^ calls B, B.__init__
b.run()
#^ calls A.run
b.go()
#^ calls B.go

## Context nested and return
class CM:
    def __init__(self, n): self.n = n
    def __enter__(self): return self.enter()
#   ^ calls CM.enter
    def enter(self): return self.n
    def __exit__(self, *a):
        done(self.n)
#       ^ calls done
        return False
def done(n): pass
def work():
    with CM(1) as a, CM(2) as b:
#   ^ calls CM, CM.__enter__, CM.__exit__, CM.__init__
        if a < b:
            return use(a)
#           ^ calls use
        return other(b)
#       ^ calls(heuristic) other
def use(x): return x
def other(x): return x
def raiser():
    with CM(3):
#   ^ calls CM, CM.__enter__, CM.__exit__, CM.__init__
        raise KeyError
try:
    raiser()
#   ^ calls raiser
except KeyError:
    use(1)
#   ^ calls use
work()
#^ calls work

## Decorators methods mixed
def log(fn):
    def inner(self, *a):
        self.trace(fn.__name__)
#       ^ calls S.trace
        return fn(self, *a)
#       ^ calls S.act
    return inner
def cls_deco(cls):
    orig = cls.__init__
    def init(self, *a):
        before()
#       ^ calls before
        orig(self, *a)
#       ^ calls(heuristic) cls_deco.init
#       ^ calls S.__init__
    cls.__init__ = init
    return cls
def before(): pass
@cls_deco
#^ calls cls_deco
class S:
    def __init__(self, v): self.v = self.norm(v)
#   ^ calls S.norm
    @staticmethod
    def norm(v): return v
    @log
#   ^ calls log
    def act(self): return self.v
    @classmethod
    def build(cls): return cls(1)
#   ^ calls S, cls_deco.init
#   ^ calls(heuristic) S.__init__
    def trace(self, n): pass
S.build().act()
#^ calls S.build, log.inner

## Decorators with state
class retry:
    def __init__(self, times=2): self.times = times
    def __call__(self, fn):
        def wrapper(*a, **k):
            for _ in range(self.times):
                try:
                    return fn(*a, **k)
#                   ^ calls flaky
                except ValueError:
                    self.note()
#                   ^ calls retry.note
            return self.failed()
#           ^ calls(heuristic) retry.failed
        return wrapper
    def note(self): pass
    def failed(self): return None
state = {"n": 0}
@retry(times=3)
#^ calls retry, retry.__call__, retry.__init__
def flaky():
    state["n"] += 1
    if state["n"] < 2:
        raise bad()
#       ^ calls bad
    return good()
#   ^ calls good
def bad(): return ValueError("x")
def good(): return 1
flaky()
#^ calls retry.__call__.wrapper

## Dicts defaultdict factory
from collections import defaultdict
class Bag:
    def __init__(self): self.items = start()
#   ^ calls start
    def put(self, x): self.items.append(x)
def start(): return []
def zero(): return 0
def late(): pass
bags = defaultdict(Bag)
bags["a"].put(1)
#^ calls Bag, Bag.__init__, Bag.put
bags["a"].put(2)
#^ calls Bag, Bag.__init__, Bag.put
counts = defaultdict(zero)
counts["k"] += 1
#^ calls zero
counts["k"] += 1
#^ calls zero
nested = defaultdict(lambda: defaultdict(list))
nested["x"]["y"].append(late)
nested["x"]["y"][0]()
#^ calls late
nested.get("q", {}).get("r", [zero])[0]()
#^ calls late, zero

## Dicts iteration dispatch
def load(): return "l"
def save(): return "s"
def drop(): return "d"
actions = {"load": load, "save": save, "drop": drop}
del actions["drop"]
for name, fn in actions.items():
    if name.startswith("l"):
        fn()
#       ^ calls load, save
inv = {v: k for k, v in actions.items()}
first = next(iter(actions.values()))
first()
#^ calls load, save
for fn in list(inv):
    fn()
#   ^ calls load, save

## Exceptions context attrs
class MyErr(Exception):
    code = 5
    def __init__(self, msg, *, hint=None):
        super().__init__(msg)
        self.hint = hint
    def __str__(self): return self.describe()
#   ^ calls MyErr.describe
    def describe(self): return "%s (%s)" % (self.args[0], self.hint)
    @property
    def fatal(self): return is_fatal(self.code)
#   ^ calls is_fatal
def is_fatal(c): return c > 3
def abort(): pass
def go(): raise MyErr("m", hint="h")
#^ calls MyErr, MyErr.__init__
try:
    go()
#   ^ calls go
except MyErr as e:
    str(e)
#   ^ calls MyErr.__str__
    if e.fatal:
#   ^ calls MyErr.fatal
        abort()
#       ^ calls abort

## Exceptions finally return
def risky(): raise ValueError("a")
def recover(): return "r"
def cleanup(): pass
def ignored(): pass
def f():
    try:
        risky()
#       ^ calls risky
        ignored()
#       ^ calls(heuristic) ignored
    except (KeyError, ValueError) as e:
        return recover()
#       ^ calls recover
    finally:
        cleanup()
#       ^ calls cleanup
def g():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            recover()
#           ^ calls recover
        finally:
            cleanup()
#           ^ calls cleanup
    else:
        ignored()
#       ^ calls(heuristic) ignored
f()
#^ calls f
g()
#^ calls g

## Flow sentinel none
MISSING = object()
def compute(): return 1
def default(): return 2
cache = {}
def get(key, fallback=MISSING):
    if key in cache: return cache[key]
    if fallback is not MISSING: return fallback
    cache[key] = compute()
#   ^ calls compute
    return cache[key]
class Lazy:
    _value = None
    def value(self):
        if self._value is None: self._value = self.make()
#       ^ calls Lazy.make
        return self._value
    def make(self): return default()
#   ^ calls default
get("a")
#^ calls get
get("b", 3)
#^ calls get
l = Lazy()
#^ calls Lazy
l.value()
#^ calls Lazy.value
l.value()
#^ calls Lazy.value

## Flow while else break
def probe(n): return n == 2
def found(): pass
def missed(): pass
def search(xs, want):
    i = 0
    while i < len(xs):
        if xs[i] == want: break
        i += 1
    else:
        missed()
#       ^ calls(heuristic) missed
        return
    found()
#   ^ calls found
search([1, 2], 2)
#^ calls search
for n in range(5):
    if probe(n):
#   ^ calls probe
        found()
#       ^ calls found
        break
else:
    missed()
#   ^ calls(heuristic) missed
x = found if not [] else missed
x()
#^ calls found

## Functions default late binding
def a(): return 1
def b(): return 2
handler = a
def run(h=handler): return h()
#^ calls a
handler = b
run()
#^ calls run
def late(): return handler()
#^ calls b
late()
#^ calls late
def nested(depth=2):
    if depth: return nested(depth - 1)
#   ^ calls nested
    return late
nested()()
#^ calls late, nested

## Functions higher order table
def curry(f):
    return lambda a: lambda b: f(a, b)
#   ^ calls flip.g
def add(a, b): return a + b
def flip(f):
    def g(a, b): return f(b, a)
#   ^ calls add, sub
    return g
def sub(a, b): return a - b
def const(x): return lambda *_: x
curry(flip(sub))(1)(2)
#^ calls curry, flip
table = [add, flip(add), const(add)]
#^ calls const, flip
table[2](9)(1, 2)
#^ calls add
table[1](3, 4)
#^ calls flip.g
def trampoline(f, *a):
    r = f(*a)
#   ^ calls even
    while callable(r): r = r()
    return r
def even(n): return lambda: odd(n - 1) if n else finish(True)
#^ calls finish, odd
def odd(n): return lambda: even(n - 1) if n else finish(False)
#^ calls even
#^ calls(heuristic) finish
def finish(x): return x
trampoline(even, 2)
#^ calls trampoline

## Generators as coroutine scheduler
from collections import deque
def task(name, n):
    for i in range(n):
        work(name, i)
#       ^ calls work
        yield
    finish(name)
#   ^ calls finish
def work(name, i): pass
def finish(name): pass
class Sched:
    def __init__(self): self.ready = deque()
    def new(self, t): self.ready.append(t)
    def run(self):
        while self.ready:
            t = self.ready.popleft()
            try:
                next(t)
                self.ready.append(t)
            except StopIteration:
                self.ended(t)
#               ^ calls Sched.ended
    def ended(self, t): pass
s = Sched()
#^ calls Sched, Sched.__init__
s.new(task("a", 2))
#^ calls Sched.new, task
s.new(task("b", 1))
#^ calls Sched.new, task
s.run()
#^ calls Sched.run

## Generators expressions chain
def src():
    for i in (1, 2, 3): yield step(i)
#   ^ calls step
def step(i): return i
def keep(x): return x % 2
def show(x): return x
evens = (x for x in src() if not keep(x))
#^ calls keep, src
odd = filter(keep, src())
#^ calls keep, src
def drain(it):
    for x in it: show(x)
#   ^ calls show
drain(evens)
#^ calls drain
next(odd)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
def take(n, it):
    return [x for _, x in zip(range(n), it)]
take(3, fib())
#^ calls fib, take

## Imports alias shadow
#- a.py
def run(): return helper()
#^ calls helper
#^ calls(heuristic) b.py::run
def helper(): return 1
def indirect(): return helper()
#^ calls(heuristic) helper
#^ calls b.py::run
#- b.py
def run(): return other()
#^ calls other
def other(): pass
#- main.py
from a import run, helper as h
#^ imports a.py
from b import run
#^ imports b.py
import a as mod
#^ imports a.py
h()
#^ calls b.py::run, helper
run()
#^ calls b.py::run
mod.run()
#^ calls a.py::run
mod.helper = run
mod.indirect()
#^ calls indirect
def run(): return local()
#^ calls local
def local(): pass
run()
#^ calls main.py::run

## Imports init side effects
#- app/__init__.py
from app.registry import register, run_all
#^ imports app/registry.py

def boot():
    run_all()
#   ^ calls run_all
#- app/core/__init__.py
from ..registry import register
#^ imports app/registry.py
@register
#^ calls register
def core_ready(): pass
#- app/core/engine.py
from app import register
#^ imports app/__init__.py, app/registry.py
@register
#^ calls register
def warm(): pass
def start(): return _go()
#^ calls _go
def _go(): return 1
#- app/plugins/__init__.py
from . import one, two
#^ imports app/plugins/one.py, app/plugins/two.py
ALL = [one, two]
def load_all():
    for m in ALL: m.setup()
#   ^ calls app/plugins/one.py::setup, app/plugins/two.py::setup
#- app/plugins/one.py
def setup(): return 1
#- app/plugins/two.py
from app.core.engine import start
#^ imports app/core/engine.py
def setup(): return start()
#^ calls start
#- app/registry.py
_fns = []
def register(fn):
    _fns.append(fn)
    return fn
def run_all():
    for f in _fns: f()
#   ^ calls core_ready, warm
#- main.py
import app
#^ imports app/__init__.py
from app.core import engine as eng
#^ imports app/core/__init__.py, app/core/engine.py
from app import plugins
#^ imports app/__init__.py, app/plugins/__init__.py
app.boot()
#^ calls boot
eng.start()
#^ calls start
plugins.load_all()
#^ calls load_all

## Kwargs only and merge
def build(*, width=1, height=1, on_done=None, **rest):
    if on_done: on_done()
#   ^ calls d1, d3
    for fn in rest.values(): fn()
#   ^ calls d1, d2, d3
def d1(): pass
def d2(): pass
def d3(): pass
base = {"on_done": d1, "x": d2}
build(**{**base, "on_done": d3})
#^ calls build
build(**base | {"x": d3})
#^ calls build
kw = dict(base)
kw.pop("x")
kw["on_done"] = None
build(**kw)
#^ calls build

## Lambdas in containers
def a(x): return x
def b(x): return x
def c(x): return x
ops = {"a": lambda x: a(x), "b": lambda x: b(x)}
#^ calls a, b
order = sorted(ops, key=lambda k: c(k))
#^ calls c
ops[order[-1]](1)
seq = [(lambda v: lambda: a(v))(i) for i in range(2)]
#^ calls a
seq[1]()
(lambda f, *xs: [f(x) for x in xs])(b, 1, 2)
#^ calls b
y = (lambda: c)()
y(1)
#^ calls c

## Lists of objects sorted
class T:
    def __init__(self, n, dep=()): self.n, self.dep = n, dep
    def run(self): return act(self.n)
#   ^ calls act
def act(n): return n
def visit(t, seen, out):
    if t.n in seen: return
    seen.add(t.n)
    for d in t.dep: visit(d, seen, out)
#   ^ calls visit
    out.append(t)
a = T("a")
#^ calls T, T.__init__
b = T("b", [a])
#^ calls T, T.__init__
out = []
visit(b, set(), out)
#^ calls visit
[t.run() for t in out]
#^ calls T.run
matrix = [[a, b], [b, a]]
matrix[1][0].run()
#^ calls T.run
[m for row in matrix for m in row][0].run()
#^ calls T.run
matrix[0] = []

## Metaclass fields order
class Field:
    order = 0
    def __init__(self, conv=str):
        self.conv = conv
        self.i = Field.order
        Field.order += 1
class Meta(type):
    def __new__(m, name, bases, ns):
        fields = sorted(((k, v) for k, v in ns.items() if isinstance(v, Field)), key=lambda p: p[1].i)
        ns["_fields"] = dict(fields)
        return super().__new__(m, name, bases, ns)
class Model(metaclass=Meta):
#^ calls Meta.__new__
    def __init__(self, **kw):
        for n, f in self._fields.items(): setattr(self, n, f.conv(kw[n]))
#       ^ calls upper
    def dump(self): return {n: getattr(self, n) for n in self._fields}
def upper(s): return s.upper()
class User(Model):
#^ calls Meta.__new__
#^ extends Model
    name = Field(upper)
#   ^ calls Field, Field.__init__
    age = Field(int)
#   ^ calls Field, Field.__init__
    nick = Field()
#   ^ calls Field, Field.__init__
User(name="x", age="3", nick="n").dump()
#^ calls Model.__init__, Model.dump, User

## Mro property override
class A:
    @property
    def name(self): return self.raw()
#   ^ calls B.raw
    def raw(self): return "a"
    def __str__(self): return self.name
#   ^ calls A.name, D.name
class B(A):
#^ extends A
    def raw(self): return "b"
class C(A):
#^ extends A
    name = "static"
class D(B):
#^ extends B
    @property
    def name(self): return super().name + decorate()
#   ^ calls A.name, decorate
def decorate(): return "!"
str(B())
#^ calls A.__str__, B
str(C())
#^ calls A.__str__, C
str(D())
#^ calls A.__str__, D

## builder fluent
class Html:
    def __init__(self): self.parts = []
    def tag(self, name):
        self.parts.append(Tag(name, self))
#       ^ calls Tag, Tag.__init__
        return self.parts[-1]
    def render(self): return "".join(p.render() for p in self.parts)
#   ^ calls Tag.render
class Tag:
    def __init__(self, n, parent): self.n, self.parent, self.kids = n, parent, []
    def text(self, t):
        self.kids.append(Text(t))
#       ^ calls Text, Text.__init__
        return self
    def end(self): return self.parent
    def render(self): return "<%s>" % self.n + "".join(k.render() for k in self.kids)
#   ^ calls Text.render
class Text:
    def __init__(self, t): self.t = t
    def render(self): return escape(self.t)
#   ^ calls escape
def escape(t): return t
Html().tag("p").text("x").end().tag("b").end().render()
#^ calls Html, Html.__init__, Html.render, Html.tag, Tag.end, Tag.text

## chain of responsibility
class Handler:
    def __init__(self, nxt=None): self.nxt = nxt
    def handle(self, req):
        if self.can(req): return self.process(req)
#       ^ calls Auth.can, Cache.can, Cache.process
#       ^ calls(heuristic) Auth.process
        if self.nxt: return self.nxt.handle(req)
#       ^ calls Handler.handle
        return unhandled(req)
#       ^ calls unhandled
    def can(self, req): return False
    def process(self, req): raise NotImplementedError
class Auth(Handler):
#^ extends Handler
    def can(self, req): return req == "auth"
    def process(self, req): return "a"
class Cache(Handler):
#^ extends Handler
    def can(self, req): return req == "cache"
    def process(self, req): return "c"
def unhandled(r): pass
chain = Auth(Cache())
#^ calls Auth, Cache, Handler.__init__
chain.handle("cache")
#^ calls Handler.handle
chain.handle("zzz")
#^ calls Handler.handle

## memento iterator
class Editor:
    def __init__(self): self.t, self.h = "", History()
#   ^ calls History, History.__init__
    def type(self, s):
        self.h.push(Snap(self.t))
#       ^ calls History.push, Snap, Snap.__init__
        self.t += s
    def undo(self):
        s = self.h.pop()
#       ^ calls History.pop
        if s: self.t = s.restore()
#       ^ calls Snap.restore
class Snap:
    def __init__(self, t): self.t = t
    def restore(self): return self.t
class History:
    def __init__(self): self.s = []
    def push(self, x): self.s.append(x)
    def pop(self): return self.s.pop() if self.s else self.empty()
#   ^ calls History.empty
    def empty(self): return None
    def __iter__(self): yield from reversed(self.s)
    def __len__(self): return len(self.s)
e = Editor()
#^ calls Editor, Editor.__init__
e.type("a")
#^ calls Editor.type
e.undo()
#^ calls Editor.undo
e.undo()
#^ calls Editor.undo
if not e.h: print("none")
#^ calls History.__len__
for s in e.h: s.restore()
#^ calls(heuristic) Snap.restore
#^ calls History.__iter__

## rpc registry
import functools
class Server:
    methods = {}
    @classmethod
    def method(cls, fn=None, *, name=None):
        if fn is None: return functools.partial(cls.method, name=name)
        cls.methods[name or fn.__name__] = fn
        return fn
    def call(self, req):
        fn = self.methods.get(req["m"])
        if fn is None: return self.error(req)
#       ^ calls Server.error
        return self.ok(fn(*req.get("p", []), **req.get("k", {})))
#       ^ calls Server.ok, total
#       ^ calls(heuristic) ping
    def error(self, r): return {"e": 1}
    def ok(self, v): return {"r": v}
@Server.method
#^ calls Server.method
def ping(): return "pong"
@Server.method(name="sum")
#^ calls Server.method
def total(*xs): return fold(xs)
#^ calls fold
def fold(xs): return sum(xs)
s = Server()
#^ calls Server
s.call({"m": "sum", "p": [1, 2]})
#^ calls Server.call
s.call({"m": "nope"})
#^ calls Server.call

## specification
class Spec:
    def __and__(self, o): return And(self, o)
#   ^ calls And, And.__init__
    def __invert__(self): return Not(self)
#   ^ calls Not, Not.__init__
class And(Spec):
#^ extends Spec
    def __init__(self, a, b): self.a, self.b = a, b
    def ok(self, x): return self.a.ok(x) and self.b.ok(x)
#   ^ calls(heuristic) And.ok, Red.ok
#   ^ calls Big.ok, Not.ok
class Not(Spec):
#^ extends Spec
    def __init__(self, a): self.a = a
    def ok(self, x): return not self.a.ok(x)
#   ^ calls(heuristic) And.ok, Big.ok, Not.ok
#   ^ calls Red.ok
class Big(Spec):
#^ extends Spec
    def ok(self, x): return size(x) > 3
#   ^ calls size
class Red(Spec):
#^ extends Spec
    def ok(self, x): return color(x) == "r"
#   ^ calls color
def size(x): return x[0]
def color(x): return x[1]
spec = Big() & ~Red()
#^ calls Big, Red, Spec.__and__, Spec.__invert__
spec.ok((5, "g"))
#^ calls And.ok
spec.ok((1, "g"))
#^ calls And.ok

## tokenizer generator
def tokens(text):
    word = ""
    for ch in text:
        if ch.isspace():
            if word: yield make("w", word)
#           ^ calls make
            word = ""
        elif ch in "()":
            if word: yield make("w", word)
#           ^ calls make
            word = ""
            yield make("p", ch)
#           ^ calls make
        else:
            word += ch
    if word: yield make("w", word)
#   ^ calls make
def make(k, v): return (k, v)
def parse(it):
    out = []
    for k, v in it:
        if v == "(": out.append(parse(it))
#       ^ calls parse
        elif v == ")": return close(out)
#       ^ calls close
        else: out.append(leaf(v))
#       ^ calls leaf
    return out
def close(o): return o
def leaf(v): return v
parse(tokens("a (b c) d"))
#^ calls parse, tokens

## Strong flag objects
class Opt:
    verbose = False
    level = 2
class App:
    def __init__(self, opt, **over):
        self.opt = opt
        for k, v in over.items(): setattr(self.opt, k, v)
    def run(self):
        if self.opt.verbose: return self.loud()
#       ^ calls(heuristic) App.loud
        if self.opt.level > 1: return self.mid()
#       ^ calls App.mid
        return self.quiet()
#       ^ calls App.quiet
    def loud(self): return 1
    def mid(self): return 2
    def quiet(self): return 3
App(Opt()).run()
#^ calls App, App.__init__, App.run, Opt
App(Opt(), level=0).run()
#^ calls App, App.__init__, App.run, Opt

## Strong nested data
def old(): pass
def new(): pass
def keep(): pass
cfg = {"a": {"b": [old, keep]}}
def patch(c):
    c["a"]["b"][0] = new
patch(cfg)
#^ calls patch
cfg["a"]["b"][0]()
#^ calls(heuristic) old
#^ calls keep, new
copy = {**cfg}
copy["a"] = {"b": [keep]}
copy["a"]["b"][0]()
#^ calls(heuristic) old
#^ calls keep, new
cfg["a"]["b"].insert(0, keep)
cfg["a"]["b"][1]()
#^ calls keep
def reset(c): c.clear()
reset(copy)
#^ calls reset
for v in copy.values(): v["b"][0]()
#^ calls(heuristic) old
#^ calls keep, new
