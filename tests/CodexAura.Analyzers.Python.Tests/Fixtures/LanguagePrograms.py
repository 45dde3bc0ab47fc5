## If False
def a(): pass
def b(): pass
if False:
    a()
else:
    b()
#   ^^^ calls b

## TYPE_CHECKING
from typing import TYPE_CHECKING
def a(): pass
def b(): pass
f = b
if TYPE_CHECKING:
    f = a
f()
#^^ calls b
if not TYPE_CHECKING:
    a()
#   ^ calls a

## Typing.TYPE_CHECKING
import typing as t
def a(): pass
def b(): pass
if t.TYPE_CHECKING:
    a()
else:
    b()
#   ^^^ calls b

## While True break
def a(): pass
def b(): pass
def c(): pass
f = a
while True:
    f = b
    break
    c()
f()
#^^ calls b

## While False
def a(): pass
def b(): pass
f = a
while False:
    f = b
f()
#^^ calls a

## While else
def a(): pass
def b(): pass
n = 0
while n < 2:
    n += 1
else:
    a()
#   ^^^ calls a
while True:
    break
else:
    b()

## Try finally
def a(): pass
def b(): pass
def c(): pass
f = a
try:
    f()
#   ^^^ calls a
    f = b
finally:
    f()
#   ^^^ calls b
    f = c
f()
#^^ calls c

## Try except else
def a(): pass
def b(): pass
def c(): raise ValueError
def d(): pass
try:
    c()
#   ^^^ calls c
except ValueError:
    a()
#   ^^^ calls a
else:
    b() if False else None
try:
    d()
#   ^^^ calls d
except ValueError:
    pass
else:
    a()
#   ^ calls a

## Return before code
def a(): pass
def b(): pass
def f():
    return a()
#   ^^^^^^^^^^ calls a
    b()
f()
#^^ calls f

## Del and rebinding
def a(): pass
def b(): pass
f = a
del f
f = b
f()
#^^ calls b

## Rebind attribute
class C: pass
def a(): pass
def b(): pass
c = C()
#^^^^^^ calls C
c.f = a
c.f = b
c.f()
#^^^^ calls b

## Rebind attribute on self in method
def a(): pass
def b(): pass
class C:
    def __init__(self):
        self.f = a
        self.f = b
    def run(self):
        self.f()
#       ^^^^^^^^ calls b
C().run()
#^^^^^^^^ calls C, C.__init__, C.run

## List overwritten
def a(): pass
def b(): pass
xs = [a, a]
xs[0] = b
xs[0]()
#^^^^^^ calls b

## List overwritten after a call in between
def a(): pass
def b(): pass
def g(): pass
xs = [a, a]
g()
#^^ calls g
xs[0] = b
xs[0]()
#^^^^^^ calls b

## List overwritten whole
def a(): pass
def b(): pass
xs = [a]
xs = [b]
for x in xs:
    x()
#   ^^^ calls b

## Dict overwritten in a function
def a(): pass
def b(): pass
def run():
    d = {"k": a}
    print("x")
    d["k"] = b
    d["k"]()
#   ^^^^^^^^ calls b
run()
#^^^^ calls run

## Dict item read before overwritten
def a(): pass
def b(): pass
d = {"k": a}
d["k"]()
#^^^^^^^ calls a
d["k"] = b
d["k"]()
#^^^^^^^ calls b

## List clear
def a(): pass
def b(): pass
xs = [a]
xs.clear()
xs.append(b)
for x in xs:
    x()
#   ^^^ calls b

## List pop
def a(): pass
def b(): pass
xs = [a, b]
xs.pop()
xs[0]()
#^^^^^^ calls a

## List pop value
def a(): pass
def b(): pass
xs = [a, b]
xs.pop()()
#^^^^^^^^^ calls b

## List pop first
def a(): pass
def b(): pass
xs = [a, b]
xs.pop(0)()
#^^^^^^^^^^ calls a

## Dict pop value
def a(): pass
def b(): pass
d = {"a": a, "b": b}
d.pop("a")()
#^^^^^^^^^^^ calls a

## Dict get
def a(): pass
def b(): pass
d = {"a": a, "b": b}
d.get("b")()
#^^^^^^^^^^^ calls b

## Del dict item
def a(): pass
def b(): pass
d = {"a": a, "b": b}
del d["a"]
for k in d:
    d[k]()
#   ^^^^^^ calls b

## Del list item
def a(): pass
def b(): pass
xs = [a, b]
del xs[0]
for x in xs:
    x()
#   ^^^ calls b

## Dict key in variable
def a(): pass
def b(): pass
d = {"a": a, "b": b}
k = "a"
d[k]()
#^^^^^ calls a
k = "b"

## Negative index
def a(): pass
def b(): pass
xs = [a, b]
xs[-1]()
#^^^^^^^ calls b

## Kwargs override default
def a(): pass
def b(): pass
def run(f=a):
    f()
#   ^^^ calls b
run(f=b)
#^^^^^^^ calls run

## Default used
def a(): pass
def b(): pass
def run(f=a):
    f()
#   ^^^ calls a
run()
#^^^^ calls run

## Default evaluated at definition
def a(): pass
def b(): pass
f = a
def run(g=f):
    g()
#   ^^^ calls a
f = b
run()
#^^^^ calls run

## Rebinding in loop
def a(): pass
def b(): pass
f = a
for i in range(3):
    f()
#   ^^^ calls a, b
    f = b

## Rebinding at loop start
def a(): pass
def b(): pass
f = a
for i in range(3):
    f = b
    f()
#   ^^^ calls b

## Nonlocal read before
def a(): pass
def b(): pass
def outer():
    f = a
    f()
#   ^^^ calls a
    def set_():
        nonlocal f
        f = b
    set_()
#   ^^^^^^ calls outer.set_
outer()
#^^^^^^ calls outer

## Decorators stacked
def d1(f):
    def w1(): return f()
#   ^^^^^^^^^^^^^^^^^^^^ calls d2.w2
    return w1
def d2(f):
    def w2(): return f()
#   ^^^^^^^^^^^^^^^^^^^^ calls a
    return w2
@d1
#^^ calls d1
@d2
#^^ calls d2
def a(): pass
a()
#^^ calls d1.w1

## Decorator with optional arguments
def deco(func=None, *, name=None):
    def wrap(f):
        def inner():
            return f()
#           ^^^^^^^^^^ calls a, b
        return inner
    if func is None:
        return wrap
    return wrap(func)
#   ^^^^^^^^^^^^^^^^^ calls deco.wrap
@deco
#^^^^ calls deco
def a(): pass
@deco(name="x")
#^^^^^^^^^^^^^^ calls deco.wrap
#^^^^ calls deco
def b(): pass
a()
#^^ calls deco.wrap.inner
b()
#^^ calls deco.wrap.inner

## Decorator with optional arguments by callable
def deco(arg=None):
    def wrap(f):
        f.mark = 1
        return f
    if callable(arg):
        return wrap(arg)
#       ^^^^^^^^^^^^^^^^ calls deco.wrap
    return wrap
@deco
#^^^^ calls deco
def a(): pass
@deco("x")
#^^^^^^^^^ calls deco.wrap
#^^^^ calls deco
def b(): pass
a()
#^^ calls a
b()
#^^ calls b

## Decorator optional arguments not None first
def deco(func=None, **kw):
    def wrap(f):
        return f
    if func is not None:
        return wrap(func)
#       ^^^^^^^^^^^^^^^^^ calls deco.wrap
    return wrap
@deco
#^^^^ calls deco
def a(): pass
@deco(x=1)
#^^^^^^^^^ calls deco.wrap
#^^^^ calls deco
def b(): pass
a()
#^^ calls a
b()
#^^ calls b

## Decorator optional with lambda partial
import functools
def deco(func=None, *, n=1):
    if func is None:
        return functools.partial(deco, n=n)
    @functools.wraps(func)
    def w(*a, **k):
        return func(*a, **k)
#       ^^^^^^^^^^^^^^^^^^^^ calls a, b
    return w
@deco
#^^^^ calls deco
def a(): pass
@deco(n=2)
#^^^^ calls deco
def b(): pass
a()
#^^ calls deco.w, a
b()
#^^ calls deco.w

## Class decorator with registry
REG = []
def register(cls):
    REG.append(cls)
    return cls
@register
#^^^^^^^^ calls register
class A:
    def go(self): pass
@register
#^^^^^^^^ calls register
class B:
    def go(self): pass
for c in REG:
    c().go()
#   ^^^^^^^^ calls A, A.go, B, B.go
A().go()
#^ calls A
#   ^^ calls A.go

## Registry called later over items
REG = {}
def register(f):
    REG[f.__name__] = f
    return f
@register
#^^^^^^^^ calls register
def a(): pass
@register
#^^^^^^^^ calls register
def b(): pass
for name, f in REG.items():
    f()
#   ^^^ calls a, b

## Generator send value returned
def a(): pass
def gen():
    x = yield a
    return x
g = gen()
#^^^^^^^^ calls gen
next(g)()
#^^^^^^^^ calls a

## Generator return value by yield from
def a(): pass
def inner():
    yield 1
    return a
def outer():
    f = yield from inner()
#   ^^^^^^^^^^^^^^^^^^^^^^ calls inner
    f()
#   ^^^ calls a
list(outer())
#^^^^^^^^^^^^ calls outer

## Comprehension scope
def a(): pass
def b(): pass
x = a
ys = [x() for x in [b]]
#^^^^^^^^^^^^^^^^^^^^^^ calls b
x()
#^^ calls a

## Star args unpack
def a(): pass
def b(): pass
def run(f, g):
    g()
#   ^^^ calls b
fs = (a, b)
run(*fs)
#^^^^^^^ calls run

## Star assignment
def a(): pass
def b(): pass
def c(): pass
first, *rest, last = [a, b, c]
last()
#^^^^^ calls c
rest[0]()
#^^^^^^^^ calls b

## Swapping
def a(): pass
def b(): pass
x, y = a, b
x, y = y, x
x()
#^^ calls b

## Partial
from functools import partial
def a(f, g): g()
#^^^^^^^^^^^^^^^ calls c
def b(): pass
def c(): pass
p = partial(a, b)
p(c)
#^^^ calls a

## Reduce
from functools import reduce
def add(x, y): return x
reduce(add, [1, 2, 3])
#^^^^^^^^^^^^^^^^^^^^^ calls add

## Lru_cache
from functools import lru_cache
@lru_cache(maxsize=None)
def a(): return b
def b(): pass
a()()
#^^^^ calls a, b

## Singledispatchmethod
from functools import singledispatchmethod
class C:
    @singledispatchmethod
    def go(self, x): pass
    @go.register
    def _(self, x: int): self.hit()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls C.hit
    def hit(self): pass
C().go(1)
#^^^^^^^^ calls C, C._
#   ^^ calls C.go
C().go("")
#^ calls C
#   ^^ calls C.go

## Getattr hook
class C:
    def __getattr__(self, name):
        return a
def a(): pass
C().anything()
#^^^^^^^^^^^^^ calls C, C.__getattr__, a

## Descriptor
class D:
    def __get__(self, obj, owner): return a
    def __set__(self, obj, v): b()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls b
def a(): pass
def b(): pass
class C:
    d = D()
#   ^^^^^^^ calls D
C().d()
#^^^^^^ calls C, D.__get__, a
C().d = 1
#^^^^^^^^ calls D.__set__
#^ calls C

## Enum methods
from enum import Enum
class Color(Enum):
    RED = 1
    BLUE = 2
    def describe(self): return self.helper()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Color.helper
    def helper(self): pass
    @classmethod
    def default(cls): return cls.RED
Color.RED.describe()
#^^^^^^^^^^^^^^^^^^^ calls Color.describe
Color.default().describe()
#^^^^^^^^^^^^^^^^^^^^^^^^^ calls Color.default
#               ^^^^^^^^ calls Color.describe
for c in Color:
    c.helper()
#   ^^^^^^^^^^ calls Color.helper
Color(1).describe()
#^^^^^^^^^^^^^^^^^^ calls Color
#        ^^^^^^^^ calls Color.describe
Color["RED"].helper()
#            ^^^^^^ calls Color.helper

## Abc register
from abc import ABC, abstractmethod
class Base(ABC):
    def run(self): return self.step()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls A.step
    @abstractmethod
    def step(self): pass
class A(Base):
#^^^^^^^^^^^^^ extends Base
    def step(self): pass
A().run()
#^^^^^^^^ calls A, Base.run

## Super multiple inheritance
class Root:
    def go(self): pass
class L(Root):
#^^^^^^^^^^^^^ extends Root
    def go(self): super().go()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ calls R.go
class R(Root):
#^^^^^^^^^^^^^ extends Root
    def go(self): super().go()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Root.go
class C(L, R):
#^^^^^^^^^^^^^ extends L, R
    def go(self): super().go()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ calls L.go
C().go()
#^^^^^^^ calls C, C.go

## Mixin calls sibling
class Mixin:
    def run(self): self.work()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Base.work
class Base:
    def work(self): pass
class C(Mixin, Base): pass
#^^^^^^^^^^^^^^^^^^^^^^^^^ extends Base, Mixin
C().run()
#^^^^^^^^ calls C, Mixin.run

## Class level callable
def a(x=None): pass
class C:
    f = staticmethod(a)
    g = a
    h = lambda self: self.i()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^ calls C.i
    def i(self): pass
C().f()
#^^^^^^ calls C, a
C().g()
#^^^^^^ calls a
#^ calls C
C().h()
#^ calls C

## Conditional import
try:
    import nonexistent_module_x as m
except ImportError:
    m = None
def a(): pass
if m is None:
    a()
#   ^^^ calls a

## Importlib constant
import importlib
json = importlib.import_module("json")
json.dumps({})
def a(): pass
sorted([1], key=lambda x: a())
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls a

## Getattr constant
class C:
    def go(self): pass
getattr(C(), "go")()
#^^^^^^^^^^^^^^^^^^^ calls C, C.go

## Context manager returns other
class A:
    def go(self): pass
class M:
    def __enter__(self): return A()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls A
    def __exit__(self, *a): self.done()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls M.done
    def done(self): pass
with M() as m:
#^^^^^^^^^^^^^ calls M, M.__enter__, M.__exit__
    m.go()
#   ^^^^^^ calls A.go

## Weakref
import weakref
class A:
    def go(self): pass
a = A()
#^^^^^^ calls A
r = weakref.ref(a)
r().go()
#^^^^^^^ calls A.go

## Itertools
import itertools
def a(): pass
def b(): pass
def odd(x): return True
def two(x, y): return x
for f in itertools.chain([a], [b]):
    f()
#   ^^^ calls a, b
list(itertools.takewhile(odd, [1]))
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls odd
list(itertools.starmap(two, [(1, 2)]))
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls two
list(itertools.accumulate([1, 2], two))
#                                 ^^^ calls two
for k, g in itertools.groupby([1, 2], key=odd):
#                                         ^^^ calls odd
    pass

## Map filter sorted
def a(x): return x
def b(x): return x
def c(x): return x
def d(x): return x
list(map(a, [1]))
#^^^^^^^^^^^^^^^^ calls a
list(filter(b, [1]))
#^^^^^^^^^^^^^^^^^^^ calls b
sorted([2, 1], key=c)
#^^^^^^^^^^^^^^^^^^^^ calls c
max([1, 2], key=d)
#^^^^^^^^^^^^^^^^^ calls d

## Map result called
def a(x): return b
def b(): pass
for f in map(a, [1]):
#^^^^^^^^^^^^^^^^^^^^ calls a
    f()
#   ^^^ calls b

## Thread target
import threading
def a(x): x()
#^^^^^^^^^^^^ calls b
def b(): pass
t = threading.Thread(target=a, args=(b,))
t.start()
#^^^^^^^^ calls(heuristic) a
t.join()

## Thread subclass
import threading
class T(threading.Thread):
    def run(self): self.work()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ calls T.work
    def work(self): pass
t = T()
#^^^^^^ calls T
t.start()
#^^^^^^^^ calls(heuristic) T.run
t.join()

## Executor
from concurrent.futures import ThreadPoolExecutor
def a(): return b
def b(): pass
def c(x): return x
with ThreadPoolExecutor() as ex:
    f = ex.submit(a)
#   ^^^^^^^^^^^^^^^^ calls(heuristic) a
    f.result()()
#   ^^^^^^^^^^^^ calls b
    list(ex.map(c, [1]))
#   ^^^^^^^^^^^^^^^^^^^^ calls(heuristic) c

## Create task gather
import asyncio
async def a(): return f
async def b(): return f
def f(): pass
async def main():
    t = asyncio.create_task(a())
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls a
    x = await t
    x()
#   ^^^ calls f
    ys = await asyncio.gather(a(), b())
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls b
#                             ^ calls a
    ys[0]()
#   ^^^^^^^ calls f
asyncio.run(main())
#^^^^^^^^^^^^^^^^^^ calls main

## Visitor
class V:
    def visit(self, node):
        m = getattr(self, "visit_" + type(node).__name__, self.generic)
        return m(node)
#       ^^^^^^^^^^^^^^ calls V.generic, V.visit_int, V.visit_str
    def visit_int(self, n): pass
    def visit_str(self, n): pass
    def generic(self, n): pass
V().visit(1)
#^^^^^^^^^^^ calls V, V.visit
V().visit("")
#^ calls V
#   ^^^^^ calls V.visit
V().visit([])
#^ calls V
#   ^^^^^ calls V.visit

## Callbacks in list attribute
class Bus:
    def __init__(self): self.subs = []
    def on(self, f): self.subs.append(f)
    def emit(self):
        for f in self.subs: f()
#       ^^^^^^^^^^^^^^^^^^^^^^^ calls a
def a(): pass
b = Bus()
#^^^^^^^^ calls Bus, Bus.__init__
b.on(a)
#^^^^^^ calls Bus.on
b.emit()
#^^^^^^^ calls Bus.emit

## Callbacks in defaultdict
from collections import defaultdict
class Bus:
    def __init__(self): self.subs = defaultdict(list)
    def on(self, name, f): self.subs[name].append(f)
    def emit(self, name):
        for f in self.subs[name]: f()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls a
def a(): pass
b = Bus()
#^^^^^^^^ calls Bus, Bus.__init__
b.on("x", a)
#^^^^^^^^^^^ calls Bus.on
b.emit("x")
#^^^^^^^^^^ calls Bus.emit

## Setdefault append
subs = {}
def on(name, f): subs.setdefault(name, []).append(f)
def emit(name):
    for f in subs.get(name, []): f()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls a
def a(): pass
on("x", a)
#^^^^^^^^^ calls on
emit("x")
#^^^^^^^^ calls emit
