## Data: class
from dataclasses import dataclass, field
def a(): pass
def b(): pass
def mk(): return []
@dataclass
class C:
    f: object = a
    items: list = field(default_factory=mk)
    def __post_init__(self): self.check()
#   ^ calls C.check
    def check(self): pass
C(b).f()
#^ calls(heuristic) a
#^ calls C, C.__post_init__, b, mk
C().items
#^ calls C, C.__post_init__, mk

## Data: enum
from enum import Enum
class Op(Enum):
    ADD = 1
    SUB = 2
    def run(self):
        if self is Op.ADD: a()
#       ^ calls(heuristic) a
        else: b()
#       ^ calls b
def a(): pass
def b(): pass
Op.SUB.run()
#^ calls Op.run
Op["ADD"]

## Data: namedtuple
from collections import namedtuple
from typing import NamedTuple
def a(): pass
def b(): pass
P = namedtuple("P", "f g")
P(a, b).g()
#^ calls b
class Q(NamedTuple):
    f: object
    g: object = b
    def run(self): self.f()
#   ^ calls a
Q(a).run()
#^ calls Q, Q.run
Q(a).g()
#^ calls Q, b

## Descr: method like
class Bound:
    def __init__(self, f): self.f = f
    def __get__(self, o, t):
        def call(): return self.f(o)
#       ^ calls A.m
        return call
class A:
    @Bound
#   ^ calls Bound, Bound.__init__
    def m(self): pass
A().m()
#^ calls A, Bound.__get__, Bound.__get__.call

## Descr: nondata
class D:
    def __get__(self, o, t): return a if o is None else b
def a(): pass
def b(): pass
class A:
    d = D()
#   ^ calls D
A.d()
#^ calls D.__get__, a
A().d()
#^ calls A, D.__get__, b

## Direct: mutual
def even(n): return True if n == 0 else odd(n - 1)
#^ calls odd
def odd(n): return False if n == 0 else even(n - 1)
#^ calls even
even(4)
#^ calls even

## Direct: nested
def outer():
    def inner(): deep()
#   ^ calls outer.deep
    def deep(): pass
    inner()
#   ^ calls outer.inner
outer()
#^ calls outer

## Direct: recursion
def f(n):
    if n > 0: f(n - 1)
#   ^ calls f
    else: g()
#   ^ calls g
def g(): pass
f(3)
#^ calls f

## Dynamic: getattr hook
class A:
    def __getattr__(self, name): return self.fallback
    def fallback(self): pass
A().anything()
#^ calls A, A.__getattr__, A.fallback

## Dynamic: globals
def a(): pass
def b(): pass
globals()["a"]()
#^ calls a

## Dynamic: importlib
#- lib.py
def f(): pass
#- main.py
import importlib
importlib.import_module("lib").f()
#^ calls f

## Dynamic: module getattr
#- lib.py
def real(): pass
def __getattr__(name): return real
#- main.py
import lib
#^ imports lib.py
lib.missing()
#^ calls __getattr__, real

## Dynamic: type3
def hello(self): pass
C = type("C", (), {"hello": hello})
C().hello()
#^ calls hello

## Exceptions: else finally
def a(): pass
def b(): pass
def c(): pass
try: a()
#^ calls a
except ValueError: b()
#^ calls(heuristic) b
else: c()
#^ calls c
finally: a()
#^ calls a

## Exceptions: handler
class E(Exception):
    def describe(self): pass
def risky(): raise E()
#^ calls E
def handle(e): e.describe()
#^ calls E.describe
try: risky()
#^ calls risky
except E as e: handle(e)
#^ calls handle

## Exceptions: hierarchy
class A(Exception): pass
class B(A): pass
#^ extends A
def ha(): pass
def hb(): pass
try: raise B()
#^ calls B
except A: ha()
#^ calls ha
except B: hb()
#^ calls(heuristic) hb

## Exceptions: index
def ok(): pass
def bad(): pass
try:
    [][0]
    ok()
#   ^ calls(heuristic) ok
except IndexError: bad()
#^ calls bad

## Exceptions: init
class E(Exception):
    def __init__(self, cb):
        super().__init__("x")
        self.cb = cb
def f(): pass
def g(): pass
try: raise E(f)
#^ calls E, E.__init__
except E as e: e.cb()
#^ calls f
#^ calls(heuristic) g
E(g)
#^ calls E, E.__init__

## Exceptions: not raised
def a(): pass
def b(): pass
def ok(): return 1
try: ok()
#^ calls ok
except Exception: a()
#^ calls(heuristic) a
finally: b()
#^ calls b

## Exceptions: reraise
def log(): pass
def out(): pass
def f():
    try: raise KeyError("x")
    except KeyError:
        log()
#       ^ calls log
        raise
try: f()
#^ calls f
except KeyError: out()
#^ calls out

## Exceptions: return finally
def a(): return 1
def b(): pass
def f():
    try: return a()
#   ^ calls a
    finally: b()
#   ^ calls b
f()
#^ calls f

## External: json
import json, os
def a(): pass
json.dumps({"a": 1})
os.path.join("a", "b")
a()
#^ calls a

## Flow: branch computed
def a(): pass
def b(): pass
n = len("abc")
f = a if n == 3 else b
f()
#^ calls a
#^ calls(heuristic) b

## Flow: branch const
def a(): pass
def b(): pass
x = 5
if x > 3: f = a
else: f = b
f()
#^ calls a

## Flow: input free
import os
def a(): pass
def b(): pass
class A:
    def __init__(self, f): self.f = f
    def call(self): self.f()
#   ^ calls a
#   ^ calls(heuristic) b
path = os.getcwd()
x = A(a)
#^ calls A, A.__init__
y = A(b)
#^ calls A, A.__init__
x.call()
#^ calls A.call

## Flow: isinstance
class A:
    def m(self): pass
class B:
    def m(self): pass
def go(x):
    if isinstance(x, A): x.m()
    else: other(x)
#   ^ calls other
def other(x): pass
go(B())
#^ calls B, go

## Flow: loop break
def a(): pass
def b(): pass
f = a
for i in range(5):
    if i == 3:
        f = b
        break
f()
#^ calls(heuristic) a
#^ calls b

## Flow: observer
class Subject:
    def __init__(self): self.obs = []
    def attach(self, o): self.obs.append(o)
    def detach(self, o): self.obs.remove(o)
    def fire(self):
        for o in self.obs: o.update()
#       ^ calls(heuristic) X.update
#       ^ calls Y.update
class X:
    def update(self): pass
class Y:
    def update(self): pass
s = Subject()
#^ calls Subject, Subject.__init__
x, y = X(), Y()
#^ calls X, Y
s.attach(x)
#^ calls Subject.attach
s.attach(y)
#^ calls Subject.attach
s.detach(x)
#^ calls Subject.detach
s.fire()
#^ calls Subject.fire

## Flow: strategy switch
class Ctx:
    def __init__(self, s): self.s = s
    def run(self): self.s.go()
#   ^ calls(heuristic) F.go
#   ^ calls S.go
class F:
    def go(self): pass
class S:
    def go(self): pass
c = Ctx(F())
#^ calls Ctx, Ctx.__init__, F
c.s = S()
#^ calls S
c.run()
#^ calls Ctx.run

## Flow: visitor
class Num:
    def accept(self, v): return v.visit_num(self)
#   ^ calls Eval.visit_num, Printer.visit_num
class Add:
    def __init__(self, l, r): self.l, self.r = l, r
    def accept(self, v): return v.visit_add(self)
#   ^ calls Printer.visit_add
class Printer:
    def visit_num(self, n): pass
    def visit_add(self, n):
        n.l.accept(self)
#       ^ calls Num.accept
        n.r.accept(self)
#       ^ calls Num.accept
class Eval:
    def visit_num(self, n): pass
    def visit_add(self, n): n.l.accept(self)
Add(Num(), Num()).accept(Printer())
#^ calls Add, Add.__init__, Add.accept, Num, Printer
Num().accept(Eval())
#^ calls Eval, Num, Num.accept

## Flow: while else
def a(): pass
def b(): pass
n = 0
while n < 3: n += 1
else: a()
#^ calls a

## Match: class
class P:
    __match_args__ = ("x",)
    def __init__(self, x): self.x = x
def a(): pass
def b(): pass
match P(a):
#^ calls P, P.__init__
    case P(x=f): f()
#   ^ calls a
    case _: b()
#   ^ calls(heuristic) b

## Match: dict guard
def a(): pass
def b(): pass
match {"k": a, "n": 2}:
    case {"n": n} if n > 3: b()
#   ^ calls(heuristic) b
    case {"k": f}: f()
#   ^ calls a

## Match: seq
def a(): pass
def b(): pass
match [1, a, b]:
    case [1, f, *rest]: f()
#   ^ calls a
    case _: b()
#   ^ calls(heuristic) b

## Match: value
def a(): pass
def b(): pass
def run(cmd):
    match cmd:
        case "go": a()
#       ^ calls(heuristic) a
        case "stop": b()
#       ^ calls b
run("stop")
#^ calls run

## Meta: call
class M(type):
    def __call__(cls, *a):
        made()
#       ^ calls made
        return super().__call__(*a)
#       ^ calls A.__init__
def made(): pass
class A(metaclass=M):
    def __init__(self): pass
A()
#^ calls A, M.__call__
#^ calls(heuristic) A.__init__

## Meta: class getitem
class A:
    def __class_getitem__(cls, k): return cls
    def m(self): pass
A[int]().m()
#^ calls A, A.__class_getitem__, A.m

## Meta: getattr
class M(type):
    def __getattr__(cls, n): return cls.fallback
    def fallback(cls): pass
class A(metaclass=M): pass
A.anything()
#^ calls M.__getattr__, M.fallback

## Meta: init subclass
class P:
    subs = {}
    def __init_subclass__(cls, key=None, **k):
        super().__init_subclass__(**k)
        P.subs[key] = cls
class A(P, key="a"):
#^ calls P.__init_subclass__
#^ extends P
    def run(self): pass
class B(P, key="b"):
#^ calls P.__init_subclass__
#^ extends P
    def run(self): pass
P.subs["b"]().run()
#^ calls(heuristic) A, A.run
#^ calls B, B.run

## Meta: iter len
class M(type):
    def __iter__(cls): return iter([1])
    def __len__(cls): return 1
class A(metaclass=M): pass
for x in A: pass
#^ calls M.__iter__
len(A)
#^ calls M.__len__

## Meta: new register
reg = {}
class M(type):
    def __new__(mcs, name, bases, ns):
        c = super().__new__(mcs, name, bases, ns)
        reg[name] = c
        return c
class A(metaclass=M):
#^ calls M.__new__
    def m(self): pass
class B(metaclass=M):
#^ calls M.__new__
    def m(self): pass
reg["A"]().m()
#^ calls A, A.m
#^ calls(heuristic) B, B.m

## Meta: set name
class D:
    def __set_name__(self, owner, name): self.n = name
    def __get__(self, o, t): return o.__dict__[self.n]
    def __set__(self, o, v): o.__dict__[self.n] = v
class A:
#^ calls D.__set_name__
    f = D()
#   ^ calls D
def a(): pass
def b(): pass
x = A()
#^ calls A
x.f = a
#^ calls D.__set__
x.f = b
#^ calls D.__set__
x.f()
#^ calls D.__get__, b

## Meta: singleton
class S:
    _i = None
    def __new__(cls):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
    def m(self): pass
S().m()
#^ calls S, S.__new__, S.m
S()
#^ calls S, S.__new__

## Mro: abstract
from abc import ABC, abstractmethod
class A(ABC):
    def run(self): self.step()
#   ^ calls B.step
    @abstractmethod
    def step(self): pass
class B(A):
#^ extends A
    def step(self): pass
class C(A):
#^ extends A
    def step(self): pass
B().run()
#^ calls A.run, B

## Mro: diamond
class A:
    def m(self): pass
class B(A):
#^ extends A
    def m(self): super().m()
#   ^ calls C.m
class C(A):
#^ extends A
    def m(self): super().m()
#   ^ calls A.m
class D(B, C):
#^ extends B, C
    def m(self): super().m()
#   ^ calls B.m
D().m()
#^ calls D, D.m

## Mro: explicit base
class A:
    def m(self): pass
class B(A):
#^ extends A
    def m(self): A.m(self)
#   ^ calls A.m
B().m()
#^ calls B, B.m

## Mro: mixin
class Log:
    def log(self): pass
class Save:
    def save(self): self.log()
#   ^ calls Log.log
class M(Log, Save): pass
#^ extends Log, Save
M().save()
#^ calls M, Save.save

## Mro: order
class A:
    def f(self): pass
class B:
    def f(self): pass
    def g(self): self.f()
#   ^ calls A.f
class C(B, A): pass
#^ extends A, B
class D(A, B): pass
#^ extends A, B
D().g()
#^ calls B.g, D

## Mro: super init
class A:
    def __init__(self): self.setup()
#   ^ calls B.setup
    def setup(self): pass
class B(A):
#^ extends A
    def __init__(self): super().__init__()
#   ^ calls A.__init__
    def setup(self): pass
B()
#^ calls B, B.__init__

## Ops: not implemented
class A:
    def __add__(self, o): return NotImplemented
class B:
    def __radd__(self, o): return 1
A() + B()
#^ calls A, A.__add__, B, B.__radd__

## Ops: operators
class V:
    def __add__(self, o): return self
    def __radd__(self, o): return self
    def __iadd__(self, o): return self
    def __neg__(self): return self
    def __eq__(self, o): return True
    def __lt__(self, o): return True
    def __getitem__(self, k): return self
    def __setitem__(self, k, v): pass
    def __delitem__(self, k): pass
v = V()
#^ calls V
v + 1
#^ calls V.__add__
1 + v
#^ calls V.__radd__
v += 1
#^ calls V.__iadd__
-v
#^ calls V.__neg__
v == v
#^ calls V.__eq__
v < v
#^ calls V.__lt__
v > v
#^ calls V.__lt__
v[0]
#^ calls V.__getitem__
v[0] = 1
#^ calls V.__setitem__
del v[0]
#^ calls V.__delitem__

## Ops: pipeline
class Step:
    def __init__(self, f): self.f = f
    def __or__(self, o): return Step(lambda x: o.f(self.f(x)))
#   ^ calls Step, Step.__init__, a, b
    def __call__(self, x): return self.f(x)
#   ^ calls(heuristic) a, b
def a(x): return x
def b(x): return x
def c(x): return x
(Step(a) | Step(b))(1)
#^ calls Step, Step.__call__, Step.__init__, Step.__or__
