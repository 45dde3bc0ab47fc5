## Alias module
#- lib/__init__.py
from .impl import *
#^ imports lib/impl.py
from . import impl as core
#^ imports lib/impl.py
#- lib/impl.py
__all__ = ["go"]
def go(): _help()
#^ calls _help
def _help(): pass
#- main.py
import lib as l
#^ imports lib/__init__.py
l.go()
#^ calls go
l.core._help()
#^ calls _help

## Async comprehension
import asyncio
def a(): pass
async def items():
    for f in [a]: yield f
async def main():
    fs = [f async for f in items()]
#   ^ calls items
    fs[0]()
#   ^ calls a
asyncio.run(main())
#^ calls main

## Async method
import asyncio
class S:
    async def fetch(self): return self.parse()
#   ^ calls S.parse
    def parse(self): return done
def done(): pass
async def main():
    f = await S().fetch()
#   ^ calls S, S.fetch
    f()
#   ^ calls done
asyncio.run(main())
#^ calls main

## Chain of responsibility
class H:
    def __init__(self, nxt=None): self.nxt = nxt
    def handle(self, n):
        if self.can(n): return self.act()
#       ^ calls Big.act, Big.can, Small.can
#       ^ calls(heuristic) Small.act
        if self.nxt: return self.nxt.handle(n)
#       ^ calls H.handle
class Small(H):
#^ extends H
    def can(self, n): return n < 10
    def act(self): pass
class Big(H):
#^ extends H
    def can(self, n): return n >= 10
    def act(self): pass
Small(Big()).handle(50)
#^ calls Big, H.__init__, H.handle, Small

## Chained compare
class V:
    def __lt__(self, o): return True
    def __gt__(self, o): return True
    def __le__(self, o): return True
V() < V() <= V()
#^ calls V, V.__le__, V.__lt__

## Class flag inherit
class Base:
    verbose = False
    def run(self):
        if self.verbose: self.log()
#       ^ calls(heuristic) Base.log
        self.work()
#       ^ calls Base.work
    def log(self): pass
    def work(self): pass
class Loud(Base):
#^ extends Base
    verbose = True
Base().run()
#^ calls Base, Base.run

## Class lambda patch
class A:
    def m(self): pass
def note(): pass
A.m = lambda self: note()
#^ calls note
A().m()
#^ calls A
#^ calls(heuristic) A.m

## Classmethod factory
class Shape:
    @classmethod
    def make(cls): return cls()
#   ^ calls Circle
    def draw(self): pass
class Circle(Shape):
#^ extends Shape
    def draw(self): pass
class Square(Shape):
#^ extends Shape
    def draw(self): pass
Circle.make().draw()
#^ calls Circle.draw, Shape.make

## Closure list
def a(): pass
def b(): pass
def make(fs): return [lambda f=f: f() for f in fs]
#^ calls(heuristic) a
#^ calls b
make([a, b])[1]()
#^ calls make

## Closure shared
def a(): pass
def b(): pass
def box():
    v = a
    def get(): return v
    def put(x):
        nonlocal v
        v = x
    return get, put
get, put = box()
#^ calls box
put(b)
#^ calls box.put
get()()
#^ calls(heuristic) a
#^ calls b, box.get

## Closure two boxes
def a(): pass
def b(): pass
def box(v):
    def get(): return v
    return get
g1 = box(a)
#^ calls box
g2 = box(b)
#^ calls box
g1()()
#^ calls a, box.get
#^ calls(heuristic) b

## Command undo
class Add:
    def do(self): pass
    def undo(self): pass
class Del:
    def do(self): pass
    def undo(self): pass
class Hist:
    def __init__(self): self.done = []
    def run(self, c):
        c.do()
#       ^ calls Add.do, Del.do
        self.done.append(c)
    def back(self): self.done.pop().undo()
#   ^ calls(heuristic) Add.undo
#   ^ calls Del.undo
h = Hist()
#^ calls Hist, Hist.__init__
h.run(Add())
#^ calls Add, Hist.run
h.run(Del())
#^ calls Del, Hist.run
h.back()
#^ calls Hist.back

## Compose reduce
from functools import reduce
def a(x): return x
def b(x): return x
def c(x): return x
reduce(lambda f, g: lambda x: g(f(x)), [a, b])(1)
#^ calls a, b

## Conditional def
import sys
def a(): pass
def b(): pass
if True:
    def f(): a()
#   ^ calls a
else:
    def f(): b()
#   ^ calls(heuristic) b
f()
#^ calls f

## Copy protocol
import copy
class A:
    def __copy__(self): return self
    def __deepcopy__(self, m): return self
copy.copy(A())
#^ calls A, A.__copy__
copy.deepcopy(A())
#^ calls A, A.__deepcopy__

## Counter limit
calls = 0
def a(): pass
def b(): pass
def tick():
    global calls
    calls += 1
    if calls > 2: b()
#   ^ calls(heuristic) b
    else: a()
#   ^ calls a
tick()
#^ calls tick
tick()
#^ calls tick

## Cps
def add(x, k): k(x + 1)
def mul(x, k): k(x * 2)
#^ calls show
def show(x): pass
add(1, lambda x: mul(x, show))
#^ calls add, mul

## Dataclass callable
from dataclasses import dataclass
def a(): pass
def b(): pass
@dataclass
class T:
    name: str
    run: object
tasks = [T("a", a), T("b", b)]
#^ calls T
[t for t in tasks if t.name == "a"][0].run()
#^ calls a
#^ calls(heuristic) b

## Dataclass inherit
from dataclasses import dataclass
@dataclass
class A:
    x: int
    def __post_init__(self): self.done()
#   ^ calls B.done
    def done(self): pass
@dataclass
class B(A):
#^ extends A
    y: int = 0
    def done(self): pass
B(1)
#^ calls A.__post_init__, B

## Default at def
def a(): pass
def b(): pass
f = a
def run(g=f): g()
#^ calls a
f = b
run()
#^ calls run

## Del instance attr
def f(): pass
class A:
    def g(self): pass
o = A()
#^ calls A
o.g = f
o.g()
#^ calls f
del o.g
o.g()
#^ calls A.g, f

## Deque queue
from collections import deque
def a(): pass
def b(): pass
q = deque([a])
q.append(b)
q.popleft()()
#^ calls a
#^ calls(heuristic) b

## Descriptor cached
class lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t):
        v = self.f(o)
#       ^ calls A.v
        o.__dict__[self.n] = v
        return v
class A:
#^ calls lazy.__set_name__
    @lazy
#   ^ calls lazy, lazy.__init__
    def v(self): return make
def make(): pass
a = A()
#^ calls A
a.v()
#^ calls lazy.__get__, make
a.v()
#^ calls lazy.__get__, make

## Dict from pairs
def a(): pass
def b(): pass
d = dict([("a", a), ("b", b)])
d["a"]()
#^ calls a, b
d2 = dict(zip("xy", (a, b)))
d2["y"]()
#^ calls a, b

## Dict invert
def a(): pass
def b(): pass
d = {a: "a", b: "b"}
inv = {v: k for k, v in d.items()}
inv["a"]()
#^ calls a
#^ calls(heuristic) b

## Dict subclass
class D(dict):
    def __missing__(self, k): return make
    def __setitem__(self, k, v): super().__setitem__(k, v)
def make(): pass
d = D()
#^ calls D
d["a"] = 1
#^ calls D.__setitem__
d["x"]()
#^ calls D.__missing__, make

## Emitter
from collections import defaultdict
class Emitter:
    def __init__(self): self.h = defaultdict(list)
    def on(self, name, f): self.h[name].append(f)
    def emit(self, name, *a):
        for f in self.h[name]: f(*a)
#       ^ calls opened
#       ^ calls(heuristic) closed
def opened(): pass
def closed(): pass
e = Emitter()
#^ calls Emitter, Emitter.__init__
e.on("open", opened)
#^ calls Emitter.on
e.on("close", closed)
#^ calls Emitter.on
e.emit("open")
#^ calls Emitter.emit

## Enum functions
from enum import Enum
from functools import partial
def add(): pass
def sub(): pass
class Op(Enum):
    ADD = partial(add)
    SUB = partial(sub)
Op.ADD.value()
#^ calls add

## Enumerate start
def a(): pass
def b(): pass
d = dict(enumerate([a, b], start=1))
d[2]()
#^ calls(heuristic) a
#^ calls b

## Eq in list
class A:
    def __eq__(self, o): return True
a = A()
#^ calls A
[A()].index(a)
#^ calls A, A.__eq__
a in [A()]
#^ calls A, A.__eq__

## Eval string
def a(): pass
def b(): pass
eval("b")()
#^ calls b

## Exc args callback
def on_error(e): pass
def on_ok(): pass
def guard(f, err):
    try: f()
#   ^ calls bad
    except Exception as e: err(e)
#   ^ calls on_error
    else: on_ok()
#   ^ calls(heuristic) on_ok
def bad(): raise ValueError()
guard(bad, on_error)
#^ calls guard

## Exec string
def a(): pass
exec("def g(): a()\ng()")
#^ calls a

## Flag attr
class A:
    def __init__(self, fast=False): self.fast = fast
    def run(self):
        if self.fast: self.quick()
#       ^ calls A.quick
        else: self.slow()
#       ^ calls(heuristic) A.slow
    def quick(self): pass
    def slow(self): pass
A(fast=True).run()
#^ calls A, A.__init__, A.run

## Format protocol
class A:
    def __format__(self, s): return "x"
    def __str__(self): return "y"
    def __repr__(self): return "z"
f"{A():>3}{A()!r}"
#^ calls A, A.__format__, A.__repr__
"{}".format(A())
#^ calls A, A.__format__
"%s" % A()
#^ calls A, A.__str__
str([A()])
#^ calls A

## Gen filter
def good(): pass
def bad(): pass
def only(fs, ok):
    for f in fs:
        if f is ok: yield f
for f in only([good, bad], good): f()
#^ calls good, only
#^ calls(heuristic) bad

## Gen pair
def a(): pass
def b(): pass
def pairs():
    yield "a", a
    yield "b", b
for n, f in pairs():
#^ calls pairs
    if n == "b": f()
#   ^ calls(heuristic) a
#   ^ calls b

## Gen return value
def a(): pass
def sub():
    yield 1
    return a
def main():
    f = yield from sub()
#   ^ calls sub
    f()
#   ^ calls a
for _ in main(): pass
#^ calls main

## Gen throw
def closed(): pass
def gen():
    try:
        yield 1
    except ValueError:
        closed()
#       ^ calls closed
        yield 2
g = gen()
#^ calls gen
next(g)
g.throw(ValueError())

## Getattribute log
class A:
    def __getattribute__(self, n):
        note()
#       ^ calls note
        return super().__getattribute__(n)
    def m(self): pass
def note(): pass
A().m()
#^ calls A, A.__getattribute__, A.m

## Global table mutation
H = {}
def reg(n, f): H[n] = f
def a(): pass
def b(): pass
reg("x", a)
#^ calls reg
reg("x", b)
#^ calls reg
def fire(n): H[n]()
#^ calls(heuristic) a
#^ calls b
fire("x")
#^ calls fire

## Init order
#- a.py
def f(): pass
value = f
#- b.py
from a import value
#^ imports a.py
def g(): pass
value2 = value
value = g
#- main.py
from b import value, value2
#^ imports b.py
value2()
#^ calls f

## Init subclass kwargs
class Base:
    def __init_subclass__(cls, handler=None): cls.handler = staticmethod(handler)
def a(): pass
def b(): pass
class X(Base, handler=a): pass
#^ calls Base.__init_subclass__
#^ extends Base
class Y(Base, handler=b): pass
#^ calls Base.__init_subclass__
#^ extends Base
Y.handler()
#^ calls(heuristic) a
#^ calls b

## Instance dict
def a(): pass
def b(): pass
class A: pass
o = A()
#^ calls A
o.__dict__["f"] = a
o.__dict__.update(f=b)
o.f()
#^ calls(heuristic) a
#^ calls b

## Int index
class N:
    def __int__(self): return 1
    def __index__(self): return 0
    def __float__(self): return 1.0
def a(): pass
[a][N()]()
#^ calls N, a
#   ^ calls N.__index__
int(N())
#^ calls N, N.__int__
float(N())
#^ calls N, N.__float__

## Iter and getitem
class S:
    def __init__(self, fs): self.fs = fs
    def __getitem__(self, i): return self.fs[i]
def a(): pass
for f in S([a]): f()
#^ calls S, S.__getitem__, S.__init__, a

## Kw only default
def a(): pass
def b(): pass
def run(*, f=a, g=b): g()
#^ calls b
run(f=b)
#^ calls run

## Lambda immediate
def a(): pass
(lambda f: f())(a)
#^ calls a

## List of dicts
def a(): pass
def b(): pass
rows = [{"f": a}, {"f": b}]
rows[1]["f"]()
#^ calls b

## List subclass
class L(list):
    def append(self, x):
        self.note()
#       ^ calls L.note
        super().append(x)
    def note(self): pass
def a(): pass
l = L()
#^ calls L
l.append(a)
#^ calls L.append
l[0]()
#^ calls a
for f in l: f()
#^ calls a

## Loop else found
def hit(): pass
def miss(): pass
for x in [1, 2, 3]:
    if x == 2:
        hit()
#       ^ calls hit
        break
else:
    miss()
#   ^ calls(heuristic) miss

## Match enum attr
class C:
    A = 1
    B = 2
def fa(): pass
def fb(): pass
def go(x):
    match x:
        case C.A: fa()
#       ^ calls(heuristic) fa
        case C.B: fb()
#       ^ calls fb
        case int() | str(): pass
go(2)
#^ calls go

## Match nested
def a(): pass
def b(): pass
match {"cmd": ["run", a], "n": None}:
    case {"cmd": ["stop", _]}: b()
#   ^ calls(heuristic) b
    case {"cmd": [str(), f], "n": None}: f()
#   ^ calls a

## Memo
cache = {}
def slow(n): return n
def get(n):
    if n not in cache: cache[n] = slow(n)
#   ^ calls slow
    return cache[n]
get(1)
#^ calls get
get(1)
#^ calls get

## Metaclass attr
class M(type):
    @property
    def kind(cls): return cls.describe()
#   ^ calls M.describe
    def describe(cls): return 1
class A(metaclass=M): pass
A.kind
#^ calls M.kind

## Methodtype patch
import types
def extra(self): self.base()
#^ calls A.base
class A:
    def base(self): pass
    def m(self): pass
o = A()
#^ calls A
o.m = types.MethodType(extra, o)
o.m()
#^ calls extra
A().m()
#^ calls A, A.m, extra

## Module patch method
#- lib.py
class A:
    def m(self): pass
def make(): return A()
#^ calls(heuristic) A
#^ calls B
#- main.py
import lib
#^ imports lib.py
class B(lib.A):
#^ extends A
    def m(self): super().m()
#   ^ calls A.m
lib.A = B
lib.make().m()
#^ calls(heuristic) A.m
#^ calls B.m, make

## Module registry
#- main.py
import plugins
#^ imports plugins.py
from reg import items
#^ imports reg.py
items[0]()
#^ calls one
#^ calls(heuristic) two
#- plugins.py
from reg import register
#^ imports reg.py
@register
#^ calls register
def one(): pass
@register
#^ calls register
def two(): pass
#- reg.py
items = []
def register(f):
    items.append(f)
    return f

## Namedtuple replace
from typing import NamedTuple
def a(): pass
def b(): pass
class P(NamedTuple):
    f: object
p = P(a)._replace(f=b)
#^ calls P
p.f()
#^ calls(heuristic) a
#^ calls b

## Nested try
def a(): raise ValueError
def ve(): pass
def ke(): pass
def fin(): pass
try:
    try: a()
#   ^ calls a
    except KeyError: ke()
#   ^ calls(heuristic) ke
    finally: fin()
#   ^ calls fin
except ValueError: ve()
#^ calls ve

## New returns other
class B:
    def m(self): pass
class A:
    def __new__(cls): return B()
#   ^ calls B
    def __init__(self): pass
    def m(self): pass
A().m()
#^ calls A, A.__new__, B.m

## Object graph
class N:
    def __init__(self, f, nxt=None): self.f, self.nxt = f, nxt
def a(): pass
def b(): pass
def c(): pass
n = N(a, N(b, N(c)))
#^ calls N, N.__init__
n.nxt.nxt.f()
#^ calls(heuristic) a, b
#^ calls c

## Or and calls
def t(): return True
def f(): return False
def never(): pass
t() or never()
#^ calls t
#^ calls(heuristic) never
f() and never()
#^ calls f
#^ calls(heuristic) never

## Partialmethod
from functools import partialmethod
class A:
    def set(self, v): self.log(v)
#   ^ calls A.log
    def log(self, v): pass
    on = partialmethod(set, True)
A().on()
#^ calls A, A.set

## Pos only
def a(): pass
def b(): pass
def run(f, /, g): f()
#^ calls a
run(a, g=b)
#^ calls run

## Property deleter
class A:
    @property
    def x(self): return 1
    @x.deleter
    def x(self): self.gone()
#   ^ calls A.gone
    def gone(self): pass
a = A()
#^ calls A
del a.x
#^ calls A.x#2

## Protocol class
from typing import Protocol
class Sized(Protocol):
    def size(self): ...
class Box:
    def size(self): return 1
class Bag:
    def size(self): return 2
def show(x: Sized): x.size()
#^ calls(heuristic) Sized.size
#^ calls Box.size
show(Box())
#^ calls Box, show

## Raise from
class E(Exception):
    def msg(self): pass
def low(): raise KeyError("x")
def high():
    try: low()
#   ^ calls low
    except KeyError as e: raise E() from e
#   ^ calls E
try: high()
#^ calls high
except E as e: e.msg()
#^ calls E.msg

## Redefine by decorator
def deco(g):
    def w(): return g()
#   ^ calls f
    return w
def f(): pass
f()
#^ calls f
f = deco(f)
#^ calls deco
f()
#^ calls deco.w

## Redefine function
def f(): a()
#^ calls a
def a(): pass
def b(): pass
f()
#^ calls f
def f(): b()
#^ calls b
f()
#^ calls f#2

## Reversed len
class R:
    def __len__(self): return 1
    def __getitem__(self, i): return [5][i]
    def __reversed__(self): return iter([])
reversed(R())
#^ calls R, R.__reversed__
list(R())
#^ calls R, R.__getitem__, R.__len__

## Set ops
def a(): pass
def b(): pass
for f in {a, b} - {a}: f()
#^ calls(heuristic) a
#^ calls b

## Setattr hook
class A:
    def __setattr__(self, n, v):
        check(n)
#       ^ calls check
        super().__setattr__(n, v)
def check(n): pass
def f(): pass
a = A()
#^ calls A
a.x = f
#^ calls A.__setattr__
a.x()
#^ calls f

## Slots class
class P:
    __slots__ = ("f",)
    def __init__(self, f): self.f = f
def a(): pass
def b(): pass
P(a)
#^ calls P, P.__init__
P(b).f()
#^ calls P, P.__init__, b
#^ calls(heuristic) a

## Sort lt
class V:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
sorted([V(2), V(1)])
#^ calls V, V.__init__, V.__lt__
max([V(1), V(2)], key=lambda v: v.n)
#^ calls V, V.__init__

## Sorted methods
class A:
    def __init__(self, n): self.n = n
    def rank(self): return self.n
    def go(self): pass
min([A(2), A(1)], key=A.rank).go()
#^ calls A, A.__init__, A.go, A.rank

## Star call
def a(): pass
def b(): pass
def run(x, y, *z, k=None): z[0](); k()
#^ calls a, b
args = [1, 2, a]
run(*args, **{"k": b})
#^ calls run

## State table
def idle(): return "run"
def run(): return "stop"
def stop(): return None
table = {"idle": idle, "run": run, "stop": stop, "never": max}
s = "idle"
while s: s = table[s]()
#^ calls idle, run, stop

## Str enum dispatch
from enum import Enum
class K(Enum):
    A = "a"
    B = "b"
def fa(): pass
def fb(): pass
table = {K.A: fa, K.B: fb}
table[K("b")]()
#^ calls K, fb
#^ calls(heuristic) fa

## String dispatch format
class A:
    def on_start(self): pass
    def on_stop(self): pass
a = A()
#^ calls A
for e in ("start",): getattr(a, f"on_{e}")()
#^ calls A.on_start
#^ calls(heuristic) A.on_stop

## Subclasses registry
class Plugin:
    def run(self): pass
class A(Plugin):
#^ extends Plugin
    def run(self): pass
class B(Plugin):
#^ extends Plugin
    def run(self): pass
for p in Plugin.__subclasses__(): p().run()
#^ calls A, A.run, B, B.run

## Swap attrs
class A: pass
def a(): pass
def b(): pass
o = A()
#^ calls A
o.x, o.y = a, b
o.x, o.y = o.y, o.x
o.x()
#^ calls b

## Ternary nested
def a(): pass
def b(): pass
def c(): pass
n = 2
(a if n == 1 else b if n == 2 else c)()
#^ calls b

## Trampoline
def bounce(f):
    while callable(f): f = f()
#   ^ calls a, b
    return f
def a(): return b
def b(): return 1
bounce(a)
#^ calls bounce

## Unpack zip star
def a(): pass
def b(): pass
names, fs = zip(*[("x", a), ("y", b)])
fs[1]()
#^ calls b

## Vars store
def a(): pass
class A: pass
o = A()
#^ calls A
vars(o)["f"] = a
o.f()
#^ calls a

## Visitor by name
class Num: pass
class Add: pass
class V:
    def visit(self, n): return getattr(self, "visit_" + type(n).__name__, self.generic)(n)
#   ^ calls(heuristic) V.generic, V.visit_Num
#   ^ calls V.visit_Add
    def visit_Num(self, n): pass
    def visit_Add(self, n): pass
    def generic(self, n): pass
V().visit(Add())
#^ calls Add, V, V.visit

## Visitor double
class Leaf:
    def accept(self, v): v.leaf(self)
#   ^ calls Count.leaf
class Node:
    def __init__(self, *kids): self.kids = kids
    def accept(self, v):
        v.node(self)
#       ^ calls Count.node
        for k in self.kids: k.accept(v)
#       ^ calls Leaf.accept, Node.accept
class Count:
    def leaf(self, x): pass
    def node(self, x): pass
Node(Leaf(), Node()).accept(Count())
#^ calls Count, Leaf, Node, Node.__init__, Node.accept

## Walrus while
def a(): pass
def b(): pass
q = [b, a]
while q and (f := q.pop()): f()
#^ calls a, b

## While const counter
def a(): pass
def b(): pass
i = 0
while i < 3:
    if i == 5: b()
#   ^ calls(heuristic) b
    i += 1
a()
#^ calls a
