## Assign: aug list
def a(): pass
def b(): pass
l = [a]
l += [b]
l[1]()
#^ calls b

## Assign: chain
def a(): pass
def b(): pass
x = y = a
y = b
x()
#^ calls a

## Assign: conditional none
def a(): pass
f = None
f = f or a
f()
#^ calls a

## Assign: del rebind
def a(): pass
def b(): pass
f = a
del f
f = b
f()
#^ calls b

## Assign: global rebind
def a(): pass
def b(): pass
f = a
def change():
    global f
    f = b
f()
#^ calls a
change()
#^ calls change

## Assign: global rebind after
def a(): pass
def b(): pass
f = a
def change():
    global f
    f = b
def use(): f()
#^ calls(heuristic) a
#^ calls b
change()
#^ calls change
use()
#^ calls use

## Assign: nonlocal
def a(): pass
def b(): pass
def outer():
    f = a
    def change():
        nonlocal f
        f = b
    change()
#   ^ calls outer.change
    f()
#   ^ calls(heuristic) a
#   ^ calls b
outer()
#^ calls outer

## Assign: shadow
def a(): pass
def b(): pass
f = a
def g():
    f = b
    f()
#   ^ calls b
g()
#^ calls g
f()
#^ calls a

## Assign: swap in loop
def a(): pass
def b(): pass
x, y = a, b
for _ in range(3):
    x, y = y, x
x()
#^ calls(heuristic) a
#^ calls b

## Assign: tuple nested
def a(): pass
def b(): pass
(p, [q, r]), s = (a, [b, a]), b
q()
#^ calls b

## Assign: walrus
def a(): return b
def b(): pass
if (f := a()):
#^ calls a
    f()
#   ^ calls b

## Classes: attr alias
def f(): pass
def g(): pass
class A: pass
o = A()
#^ calls A
p = o
o.f = f
p.f = g
o.f()
#^ calls g

## Classes: attr callee
def f(): pass
def g(): pass
class A: pass
def put(o): o.f = g
o = A()
#^ calls A
o.f = f
put(o)
#^ calls put
o.f()
#^ calls(heuristic) f
#^ calls g

## Classes: attr direct
def f(): pass
def g(): pass
class A:
    def __init__(self, h): self.h = h
a = A(f)
#^ calls A, A.__init__
b = A(g)
#^ calls A, A.__init__
b.h()
#^ calls(heuristic) f
#^ calls g

## Classes: attr seq
def f(): pass
def g(): pass
class A: pass
o = A()
#^ calls A
o.f = f
o.f()
#^ calls f
o.f = g

## Classes: builder
def f(): pass
def g(): pass
class B:
    def __init__(self): self.x = self.y = None
    def with_x(self, x):
        self.x = x
        return self
    def with_y(self, y):
        self.y = y
        return self
    def run(self): self.x()
#   ^ calls f
B().with_x(f).with_y(g).run()
#^ calls B, B.__init__, B.run, B.with_x, B.with_y

## Classes: call chain
class A:
    def __call__(self): return B()
#   ^ calls B
class B:
    def __call__(self): return self
    def m(self): pass
A()()().m()
#^ calls A, A.__call__, B.__call__, B.m

## Classes: class attr over
def f(self): pass
def g(self): pass
class A:
    m = f
A.m = g
A().m()
#^ calls(heuristic) f
#^ calls A, g

## Classes: class attr twice
def f(): pass
def g(): pass
def h(): pass
class A: pass
A.f = f
A.f = g
A.f()
#^ calls g

## Classes: factory
def f(): pass
def g(): pass
class A:
    def __init__(self, h): self.h = h
def make(h): return A(h)
#^ calls A, A.__init__
x = make(f)
#^ calls make
y = make(g)
#^ calls make
x.h()
#^ calls f
#^ calls(heuristic) g

## Classes: in dict
def f(): pass
def g(): pass
class A:
    def __init__(self, h): self.h = h
objs = {"f": A(f), "g": A(g)}
#^ calls A, A.__init__
objs["g"].h()
#^ calls(heuristic) f
#^ calls g

## Classes: in list
def f(): pass
def g(): pass
class A:
    def __init__(self, h): self.h = h
objs = [A(f), A(g)]
#^ calls A, A.__init__
objs[0].h()
#^ calls f
#^ calls(heuristic) g

## Classes: inner
class A:
    class B:
        def m(self): pass
    def make(self): return A.B()
#   ^ calls A.B
A().make().m()
#^ calls A, A.B.m, A.make

## Classes: polymorph
class S:
    def area(self): pass
class C(S):
#^ extends S
    def area(self): pass
class D(S):
#^ extends S
    def area(self): pass
def show(s): s.area()
#^ calls D.area
show(D())
#^ calls D, show

## Classes: property
class A:
    def __init__(self): self._v = None
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x; self.changed()
#   ^ calls A.changed
    def changed(self): pass
a = A()
#^ calls A, A.__init__
a.v = 3
#^ calls A.v#2
a.v
#^ calls A.v

## Classes: self dict
class A:
    def __init__(self): self.table = {"x": self.x, "y": self.y}
    def x(self): pass
    def y(self): pass
    def go(self, k): self.table[k]()
#   ^ calls A.y
A().go("y")
#^ calls A, A.__init__, A.go

## Classes: setter
def f(): pass
def g(): pass
class A:
    def set(self, h): self.h = h
    def call(self): self.h()
#   ^ calls(heuristic) f
#   ^ calls g
a, b = A(), A()
#^ calls A
a.set(f)
#^ calls A.set
b.set(g)
#^ calls A.set
b.call()
#^ calls A.call

## Classes: state
class On:
    def press(self): return Off()
#   ^ calls Off
class Off:
    def press(self): return On()
#   ^ calls On
s = Off()
#^ calls Off
s = s.press()
#^ calls Off.press
s = s.press()
#^ calls On.press
s.press()
#^ calls Off.press

## Classes: static class
class A:
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): return cls()
#   ^ calls A
    def m(self): self.s()
#   ^ calls A.s
A.c().m()
#^ calls A.c, A.m

## Classes: two instances
def f(): pass
def g(): pass
class A:
    def __init__(self, h): self.h = h
    def call(self): self.h()
#   ^ calls f
#   ^ calls(heuristic) g
a = A(f)
#^ calls A, A.__init__
b = A(g)
#^ calls A, A.__init__
a.call()
#^ calls A.call

## Dicts: comprehension
def a(): pass
def b(): pass
d = {n: f for n, f in [("a", a), ("b", b)]}
d["b"]()
#^ calls(heuristic) a
#^ calls b

## Dicts: del
def a(): pass
def b(): pass
def run():
    d = {"x": a, "y": b}
    del d["x"]
    for f in d.values(): f()
#   ^ calls b
run()
#^ calls run

## Dicts: dispatch func
def add(): pass
def sub(): pass
OPS = {"+": add, "-": sub}
def calc(op): return OPS[op]()
#^ calls sub
calc("-")
#^ calls calc

## Dicts: fromkeys defaultdict
from collections import defaultdict
def mk(): return []
def a(): pass
d = defaultdict(mk)
d["x"].append(a)
#^ calls mk
d["x"][0]()
#^ calls a, mk

## Dicts: get default
def a(): pass
def b(): pass
d = {"x": a}
d.get("y", b)()
#^ calls b

## Dicts: int key loop
def a(): pass
def b(): pass
d = {}
for i, f in enumerate([a, b]): d[i] = f
d[1]()
#^ calls b

## Dicts: items
def a(): pass
def b(): pass
d = {"a": a, "b": b}
for k, f in d.items():
    if k == "a": f()
#   ^ calls a
#   ^ calls(heuristic) b

## Dicts: merge
def a(): pass
def b(): pass
d = {"x": a} | {"x": b}
d["x"]()
#^ calls a, b
e = {**d, "x": a}
e["x"]()
#^ calls a, b

## Dicts: nested overwrite
def a(): pass
def b(): pass
d = {"x": {"y": a}}
d["x"]["y"] = b
d["x"]["y"]()
#^ calls b

## Dicts: object key
class K:
    def __hash__(self): return 1
    def __eq__(self, o): return True
def a(): pass
d = {K(): a}
#^ calls K, K.__hash__
d[K()]()
#^ calls K, K.__eq__, a

## Dicts: overwrite
def a(): pass
def b(): pass
d = {"k": a}
d["k"] = b
d["k"]()
#^ calls b

## Dicts: pop
def a(): pass
def b(): pass
d = {"x": a, "y": b}
d.pop("x")()
#^ calls a

## Dicts: setdefault
def a(): pass
def b(): pass
d = {}
d.setdefault("x", a)
d.setdefault("x", b)
d["x"]()
#^ calls a

## Dicts: through call
def a(): pass
def b(): pass
def put(d): d["x"] = b
d = {"x": a}
put(d)
#^ calls put
d["x"]()
#^ calls(heuristic) a
#^ calls b

## Dicts: tuple key
def a(): pass
def b(): pass
d = {(1, "x"): a, (1, "y"): b}
d[(1, "x")]()
#^ calls a
#^ calls(heuristic) b

## Dicts: update
def a(): pass
def b(): pass
d = {"x": a}
d.update({"x": b})
d["x"]()
#^ calls b

## Dicts: update kw
def a(): pass
def b(): pass
d = {"x": a}
d.update(x=b)
d["x"]()
#^ calls(heuristic) a
#^ calls b

## Functions: attr
def f(): pass
def a(): pass
def b(): pass
f.hook = a
f.hook = b
f.hook()
#^ calls b

## Functions: closure counter
def a(): pass
def b(): pass
def cycle():
    n = 0
    def step():
        nonlocal n
        n += 1
        if n == 1: a()
#       ^ calls a
        else: b()
#       ^ calls(heuristic) b
    return step
s = cycle()
#^ calls cycle
s()
#^ calls cycle.step

## Functions: closure values
def a(): pass
def b(): pass
def bind(f):
    def call(): f()
#   ^ calls(heuristic) a
#   ^ calls b
    return call
x = bind(a)
#^ calls bind
y = bind(b)
#^ calls bind
y()
#^ calls bind.call

## Functions: compose
def inc(x): return x
def dbl(x): return x
def compose(*fs):
    def run(x):
        for f in fs: x = f(x)
#       ^ calls dbl, inc
        return x
    return run
compose(inc, dbl)(1)
#^ calls compose, compose.run

## Functions: curry
def a(): pass
def b(): pass
def sel(x):
    def with_y(y):
        def go(): x()
#       ^ calls a
        return go
    return with_y
sel(a)(b)()
#^ calls sel, sel.with_y, sel.with_y.go

## Functions: early binding
def a(): pass
def b(): pass
fs = []
for g in (a, b):
    fs.append(lambda g=g: g())
#   ^ calls a
#   ^ calls(heuristic) b
fs[0]()

## Functions: factory
def make(n):
    def f(): pass
    def g(): pass
    return f if n > 0 else g
make(1)()
#^ calls make, make.f
#^ calls(heuristic) make.g

## Functions: late binding
def a(): pass
def b(): pass
fs = []
for g in (a, b):
    fs.append(lambda: g())
#   ^ calls(heuristic) a
#   ^ calls b
fs[0]()

## Imports: class init
#- m.py
class A:
    def __init__(self): self.setup()
#   ^ calls A.setup
    def setup(self): pass
#- main.py
from m import A as B
#^ imports m.py
B()
#^ calls A, A.__init__

## Imports: cycle
#- a.py
import b
#^ imports b.py
def fa(): b.fb()
#^ calls fb
def end(): pass
#- b.py
import a
#^ imports a.py
def fb(): a.end()
#^ calls end
#- main.py
import a
#^ imports a.py
a.fa()
#^ calls fa

## Imports: fallback
#- lib.py
def fast(): pass
#- main.py
def slow(): pass
try:
    from lib import fast as impl
#   ^ imports lib.py
except ImportError:
    impl = slow
impl()
#^ calls fast

## Imports: from
#- main.py
from pkg import run
#^ imports pkg/__init__.py, pkg/a.py
run()
#^ calls f
#- pkg/__init__.py
from .a import f as run
#^ imports pkg/a.py
#- pkg/a.py
def f(): g()
#^ calls g
def g(): pass

## Imports: missing
def slow(): pass
try:
    from no_such_module_xyz import fast as impl
except ImportError:
    impl = slow
impl()
#^ calls slow

## Imports: module state
#- conf.py
handler = None
def set(h):
    global handler
    handler = h
#- main.py
import conf
#^ imports conf.py
def a(): pass
def b(): pass
conf.set(a)
#^ calls set
conf.set(b)
#^ calls set
conf.handler()
#^ calls(heuristic) a
#^ calls b

## Imports: patch
#- lib.py
def f(): pass
def run(): f()
#^ calls(heuristic) f
#^ calls g
#- main.py
import lib
#^ imports lib.py
def g(): pass
lib.f = g
lib.run()
#^ calls run

## Imports: relative
#- main.py
import pkg.sub.m
#^ imports pkg/sub/m.py
pkg.sub.m.go()
#^ calls go
#- pkg/__init__.py

#- pkg/sub/__init__.py

#- pkg/sub/m.py
from ..util import helper
#^ imports pkg/util.py
def go(): helper()
#^ calls helper
#- pkg/util.py
def helper(): pass

## Imports: star all
#- lib.py
__all__ = ["f"]
def f(): pass
def g(): pass
#- main.py
def g(): pass
from lib import *
#^ imports lib.py
f()
#^ calls f
g()
#^ calls main.py::g

## Lists: alias
def a(): pass
def b(): pass
l = [a]
m = l
m[0] = b
l[0]()
#^ calls b

## Lists: callee
def a(): pass
def b(): pass
def put(l): l[0] = b
l = [a]
put(l)
#^ calls put
l[0]()
#^ calls(heuristic) a
#^ calls b

## Lists: clear
def a(): pass
def b(): pass
l = [a]
l.clear()
l.append(b)
for f in l: f()
#^ calls b

## Lists: comprehension filter
def a(): pass
def b(): pass
l = [(1, a), (2, b)]
for f in [g for n, g in l if n > 1]: f()
#^ calls(heuristic) a
#^ calls b

## Lists: copy
def a(): pass
def b(): pass
l = [a]
m = l[:]
m[0] = b
l[0]()
#^ calls a
m[0]()
#^ calls b

## Lists: negative slice
def a(): pass
def b(): pass
def c(): pass
l = [a, b, c]
for f in l[-2:]: f()
#^ calls(heuristic) a
#^ calls b, c

## Lists: nested overwrite
def a(): pass
def b(): pass
l = [[a], [a]]
l[0][0] = b
l[0][0]()
#^ calls b

## Lists: pop insert
def a(): pass
def b(): pass
def c(): pass
l = [a, b]
l.insert(0, c)
l.pop()
l[0]()
#^ calls c
l[-1]()
#^ calls a

## Lists: queue
def a(): pass
def b(): pass
q = [a]
while q:
    f = q.pop(0)
    f()
#   ^ calls a, b
    if f is a: q.append(b)

## Lists: remove
def a(): pass
def b(): pass
l = [a, b]
l.remove(a)
for f in l: f()
#^ calls(heuristic) a
#^ calls b

## Lists: reverse
def a(): pass
def b(): pass
l = [a, b]
l.reverse()
l[0]()
#^ calls b

## Lists: slice assign
def a(): pass
def b(): pass
l = [a, a]
l[:] = [b]
l[0]()
#^ calls(heuristic) a
#^ calls b

## Lists: sort key
def a(): pass
def b(): pass
l = [(2, a), (1, b)]
l.sort(key=lambda t: t[0])
l[0][1]()
#^ calls(heuristic) a
#^ calls b

## Lists: star
def a(): pass
def b(): pass
def c(): pass
x, *y = [a, b, c]
y[1]()
#^ calls c

## Sets: loop
def a(): pass
def b(): pass
s = {a}
s.add(b)
s.discard(a)
for f in s: f()
#^ calls(heuristic) a
#^ calls b

## Tuples: index
def a(): pass
def b(): pass
t = (a, b)
t[1]()
#^ calls b
t = t[:1] + (a,)
t[1]()
#^ calls a

## Branch: on a number that is another in each run
class A:
    def __init__(self): self.run = f
class B:
    def __init__(self): self.run = g
def f(): pass
def g(): pass
def make():
    a = None
    if id(a) % 2 == 0:
        a = A()
        #^ calls A, A.__init__
    else:
        a = B()
        #^ calls B, B.__init__
    return a
make().run()
#^ calls make, f, g

## Branch: objects known by what id() gives
class A: pass
def f(): pass
def g(): pass
a, b = A(), A()
#^ calls A
seen = {id(a): f, id(b): g}
seen[id(a)]()
#^ calls f
if id(a) == id(b): g()
#^ calls(heuristic) g
