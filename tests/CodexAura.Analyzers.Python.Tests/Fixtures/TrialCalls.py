## Args: callback twice
def a(): pass
def b(): pass
def run(f): f()
#^ calls a, b
run(a)
#^ calls run
run(b)
#^ calls run

## Args: default mutable
def a(): pass
def b(): pass
def add(f, to=[]):
    to.append(f)
    return to
add(a)
#^ calls add
for f in add(b): f()
#^ calls a, add, b

## Args: flag
def x(): pass
def y(): pass
def run(flag=False):
    if flag: x()
#   ^ calls(heuristic) x
    else: y()
#   ^ calls y
run()
#^ calls run

## Args: flag true
def x(): pass
def y(): pass
def run(flag=False):
    if flag: x()
#   ^ calls x
    else: y()
#   ^ calls(heuristic) y
run(True)
#^ calls run

## Args: mode string
def read(): pass
def write(): pass
def act(mode):
    if mode == "r":
        read()
#       ^ calls(heuristic) read
    elif mode == "w":
        write()
#       ^ calls write
act("w")
#^ calls act

## Args: none default
def dflt(): pass
def other(): pass
def run(cb=None):
    if cb is None:
        cb = dflt
    cb()
#   ^ calls(heuristic) dflt
#   ^ calls other
run(other)
#^ calls run

## Args: positional keyword
def a(): pass
def b(): pass
def c(): pass
def run(x, y, *, z): x(); y(); z()
#^ calls a, b, c
run(a, z=c, y=b)
#^ calls run

## Args: return arg
def a(): pass
def b(): pass
def first(x, y): return x
def second(x, y): return y
first(a, b)()
#^ calls a, first

## Args: star
def a(): pass
def b(): pass
def run(*fs): fs[1]()
#^ calls b
run(a, b)
#^ calls run

## Args: two levels
def a(): pass
def b(): pass
def inner(f): return f
def outer(f): return inner(f)
#^ calls inner
outer(a)()
#^ calls a, outer
inner(b)
#^ calls inner

## Args: unpack dict
def a(): pass
def b(): pass
def run(x=None, y=None): x()
#^ calls a
d = {"x": a, "y": b}
run(**d)
#^ calls run

## Async: callback
import asyncio
def a(): pass
def b(): pass
async def call(f): f()
#^ calls b
async def main(): await call(b)
#^ calls call
asyncio.run(main())
#^ calls main

## Async: for with
import asyncio
def use(): pass
class M:
    async def __aenter__(self): return self
    async def __aexit__(self, *a): pass
    def __aiter__(self): return self
    async def __anext__(self): raise StopAsyncIteration
async def agen():
    yield use
async def main():
    async with M() as m:
#   ^ calls M, M.__aenter__, M.__aexit__
        async for x in m: x()
#       ^ calls M.__aiter__, M.__anext__
    async for f in agen(): f()
#   ^ calls agen, use
asyncio.run(main())
#^ calls main

## Builtins: callable
def a(): pass
def run(x):
    if callable(x): x()
#   ^ calls a
run(a)
#^ calls run
run(3)
#^ calls run

## Builtins: filter max
def even(x): return x % 2 == 0
def size(x): return -x
list(filter(even, [1, 2, 3]))
#^ calls even
max([1, 2], key=size)
#^ calls size

## Builtins: getattr computed
class A:
    def do_x(self): pass
    def do_y(self): pass
getattr(A(), "do_" + "y")()
#^ calls A, A.do_y

## Builtins: getattr const
class A:
    def m(self): pass
    def n(self): pass
getattr(A(), "m")()
#^ calls A, A.m

## Builtins: iter sentinel
n = [0]
def tick():
    n[0] += 1
    return n[0]
for x in iter(tick, 3): pass
#^ calls tick

## Builtins: map
def a(x): return x
def b(x): return x
list(map(a, [1, 2]))
#^ calls a
sorted([2, 1], key=b)
#^ calls b

## Builtins: reversed sum
class V:
    def __init__(self, n): self.n = n
    def __add__(self, o): return V(self.n + o.n)
#   ^ calls V, V.__init__
    def __radd__(self, o): return self
sum([V(1), V(2)])
#^ calls V, V.__add__, V.__init__, V.__radd__

## Builtins: setattr
def a(): pass
def b(): pass
class A: pass
o = A()
#^ calls A
setattr(o, "f", a)
setattr(o, "f", b)
o.f()
#^ calls(heuristic) a
#^ calls b

## Builtins: str protocols
class A:
    def __len__(self): return 1
    def __contains__(self, x): return True
    def __getitem__(self, i): return i
    def __bool__(self): return False
a = A()
#^ calls A
len(a)
#^ calls A.__len__
1 in a
#^ calls A.__contains__
a[0]
#^ calls A.__getitem__
if a: print("x")
#^ calls A.__bool__

## Builtins: type call
class A:
    def __init__(self): pass
    def m(self): pass
o = A()
#^ calls A, A.__init__
type(o)().m()
#^ calls A, A.__init__, A.m

## Builtins: zip enumerate
def a(): pass
def b(): pass
for i, (n, f) in enumerate(zip(["a", "b"], [a, b])):
    if i == 1: f()
#   ^ calls(heuristic) a
#   ^ calls b

## Context: class
class C:
    def __enter__(self): return self.make()
#   ^ calls C.make
    def make(self): return a
    def __exit__(self, *x): self.done()
#   ^ calls C.done
    def done(self): pass
def a(): pass
with C() as f: f()
#^ calls C, C.__enter__, C.__exit__, a

## Context: exit true
class S:
    def __enter__(self): pass
    def __exit__(self, *e): return True
def a(): raise ValueError
def after(): pass
with S(): a()
#^ calls S, S.__enter__, S.__exit__, a
after()
#^ calls after

## Context: exitstack
from contextlib import ExitStack
def a(): pass
class C:
    def __enter__(self): return self
    def __exit__(self, *e): pass
with ExitStack() as s:
#^ calls C.__exit__, a
    s.enter_context(C())
#   ^ calls C, C.__enter__
    s.callback(a)

## Context: generator
from contextlib import contextmanager
def up(): pass
def down(): pass
@contextmanager
def cm(f):
    up()
#   ^ calls up
    yield f
    down()
#   ^ calls down
def a(): pass
def b(): pass
with cm(a) as f: f()
#^ calls a, cm

## Context: suppress
from contextlib import suppress
def a(): raise KeyError()
def b(): pass
with suppress(KeyError):
    a()
#   ^ calls a
    b()
#   ^ calls(heuristic) b

## Decorators: args
def tag(before):
    def deco(f):
        def w():
            before()
#           ^ calls(heuristic) x
#           ^ calls y
            return f()
#           ^ calls(heuristic) a
#           ^ calls b
        return w
    return deco
def x(): pass
def y(): pass
@tag(x)
#^ calls tag, tag.deco
def a(): pass
@tag(y)
#^ calls tag, tag.deco
def b(): pass
b()
#^ calls tag.deco.w

## Decorators: class
class Deco:
    def __init__(self, f): self.f = f
    def __call__(self, *a): return self.f(*a)
#   ^ calls a
@Deco
#^ calls Deco, Deco.__init__
def a(): pass
@Deco
#^ calls Deco, Deco.__init__
def b(): pass
a()
#^ calls Deco.__call__

## Decorators: method
def log(f):
    def w(self): return f(self)
#   ^ calls A.m
    return w
class A:
    @log
#   ^ calls log
    def m(self): self.n()
#   ^ calls A.n
    def n(self): pass
A().m()
#^ calls A, log.w

## Decorators: of class
def add(cls):
    cls.extra = extra
    return cls
def extra(self): pass
@add
#^ calls add
class A: pass
A().extra()
#^ calls A, extra

## Decorators: optional args
def deco(f=None, *, flag=False):
    def wrap(g):
        def w(): return g()
#       ^ calls a, b
        return w
    if f is None: return wrap
    return wrap(f)
#   ^ calls deco.wrap
@deco
#^ calls deco
def a(): pass
@deco(flag=True)
#^ calls deco, deco.wrap
def b(): pass
a()
#^ calls deco.wrap.w
b()
#^ calls deco.wrap.w

## Decorators: registry
reg = {}
def register(name):
    def deco(f):
        reg[name] = f
        return f
    return deco
@register("a")
#^ calls register, register.deco
def a(): pass
@register("b")
#^ calls register, register.deco
def b(): pass
reg["a"]()
#^ calls a

## Decorators: replace
def b(): pass
def swap(f): return b
@swap
#^ calls swap
def a(): pass
a()
#^ calls b

## Decorators: simple
def deco(f):
    def w(*a): return f(*a)
#   ^ calls a
    return w
@deco
#^ calls deco
def a(): pass
def b(): pass
a()
#^ calls deco.w

## Decorators: stack
def d1(f):
    def w1(): return f()
#   ^ calls d2.w2
    return w1
def d2(f):
    def w2(): return f()
#   ^ calls a
    return w2
@d1
#^ calls d1
@d2
#^ calls d2
def a(): pass
a()
#^ calls d1.w1

## Decorators: two functions
def deco(f):
    def w(): return f()
#   ^ calls a
#   ^ calls(heuristic) b
    return w
@deco
#^ calls deco
def a(): pass
@deco
#^ calls deco
def b(): pass
a()
#^ calls deco.w

## Func: cached property
from functools import cached_property, lru_cache
class A:
    @cached_property
    def v(self): return self.calc()
#   ^ calls A.calc
    def calc(self): return 1
@lru_cache
def f(): return g()
#^ calls g
def g(): pass
A().v
#^ calls A, A.v
f()
#^ calls f

## Func: chain
from itertools import chain, starmap
def a(): pass
def b(): pass
def two(x, y): pass
for f in chain([a], [b]): f()
#^ calls a, b
list(starmap(two, [(1, 2)]))
#^ calls two

## Func: methodcaller
from operator import methodcaller, attrgetter, itemgetter
class A:
    def m(self): pass
    def n(self): pass
methodcaller("m")(A())
#^ calls A, A.m
attrgetter("n")(A())()
#^ calls A, A.n
itemgetter(1)([A().m, A().n])()
#^ calls A, A.n

## Func: partial
from functools import partial
def a(): pass
def b(): pass
def run(f, g): g()
#^ calls b
p = partial(run, a)
p(b)
#^ calls run

## Func: reduce
from functools import reduce
def add(x, y): return x
def mul(x, y): return y
reduce(add, [1, 2, 3])
#^ calls add

## Func: singledispatch
from functools import singledispatch
@singledispatch
def show(x): pass
@show.register
def show_int(x: int): pass
@show.register(str)
def show_str(x): pass
show(3)
#^ calls show_int

## Func: total ordering
from functools import total_ordering
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
V(1) >= V(2)
#^ calls V, V.__init__, V.__lt__

## Func: wraps
from functools import wraps
def deco(f):
    @wraps(f)
    def w(*a, **k): return f(*a, **k)
#   ^ calls a
    return w
@deco
#^ calls deco
def a(): pass
def main(): a()
#^ calls deco.w
#^ calls(heuristic) a
main()
#^ calls main

## Generators: class iter
class It:
    def __init__(self, fs): self.fs = fs; self.i = 0
    def __iter__(self): return self
    def __next__(self):
        if self.i == len(self.fs): raise StopIteration
        self.i += 1
        return self.fs[self.i - 1]
def a(): pass
for f in It([a]): f()
#^ calls It, It.__init__, It.__iter__, It.__next__, a

## Generators: close
def cleanup(): pass
def gen():
    try: yield 1
    finally: cleanup()
#   ^ calls cleanup
g = gen()
#^ calls gen
next(g)
g.close()

## Generators: expr
def a(x): return x
def b(x): return x
g = (a(x) for x in [1])
#^ calls a
next(g)
(b(x) for x in [1])
#^ calls(heuristic) b

## Generators: from
def a(): pass
def b(): pass
def inner():
    yield a
    return b
def outer():
    r = yield from inner()
#   ^ calls inner
    r()
#   ^ calls b
for f in outer(): f()
#^ calls a, outer

## Generators: infinite
def a(): pass
def gen():
    while True:
        a()
#       ^ calls a
        yield 1
for i, x in enumerate(gen()):
#^ calls gen
    if i > 1: break

## Generators: partial
def a(): pass
def b(): pass
def gen():
    a()
#   ^ calls a
    yield 1
    b()
#   ^ calls(heuristic) b
    yield 2
next(gen())
#^ calls gen

## Generators: send
def a(): pass
def b(): pass
def co():
    f = yield
    f()
#   ^ calls a
    g = yield
    g()
#   ^ calls a
c = co()
#^ calls co
next(c)
c.send(a)

## Generators: simple
def a(): pass
def gen():
    yield a
for f in gen(): f()
#^ calls a, gen

## Kwargs: forward
def a(): pass
def b(): pass
def inner(x, y): y()
#^ calls b
def outer(**kw): inner(**kw)
#^ calls inner
outer(x=a, y=b)
#^ calls outer

## Kwargs: override
def a(): pass
def b(): pass
def run(f=a): f()
#^ calls(heuristic) a
#^ calls b
run(**{"f": b})
#^ calls run

## Kwargs: pop
def a(): pass
def b(): pass
def run(**kw):
    f = kw.pop("f", b)
    f()
#   ^ calls a
#   ^ calls(heuristic) b
run(f=a)
#^ calls run

## Lambdas: arg
def a(): pass
def run(f): f()
run(lambda: a())
#^ calls a, run

## Lambdas: cond
def a(): pass
def b(): pass
f = (lambda: a()) if 1 < 2 else (lambda: b())
#^ calls a
f()

## Lambdas: default
def a(): pass
def b(): pass
f = lambda g=a: g()
#^ calls b
f(b)

## Lambdas: dict
def a(): pass
def b(): pass
d = {"a": lambda: a(), "b": lambda: b()}
#^ calls a
#^ calls(heuristic) b
d["a"]()

## Returns: call
def a(): return b
def b(): return c
def c(): pass
a()()()
#^ calls a, b, c

## Returns: cond
def a(): pass
def b(): pass
def pick(n): return a if n == 1 else b
pick(2)()
#^ calls(heuristic) a
#^ calls b, pick

## Returns: dict
def a(): pass
def b(): pass
def table(): return {"a": a, "b": b}
table()["b"]()
#^ calls b, table

## Returns: early
def a(): pass
def b(): pass
def f(x):
    if not x: return a
    return b
f(0)()
#^ calls a, f

## Returns: tuple
def a(): pass
def b(): pass
def two(): return a, b
x, y = two()
#^ calls two
y()
#^ calls b
