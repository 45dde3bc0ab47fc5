## A decorator is called where it is applied
def deco(func):
    return func
@deco
#^^^^ calls deco
def f(): ...
f()
#^ calls f

## A decorator that wraps
def deco(func):
    def wrapper():
        return func()
#       ^^^^^^^^^^^^^ calls f
    return wrapper
@deco
#^^^^ calls deco
def f(): ...
f()
#^^ calls deco.wrapper

## A wrapper passes arguments on
def deco(func):
    def wrapper(*args, **kwargs):
        return func(*args, **kwargs)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls f
    return wrapper
@deco
#^^^^ calls deco
def f(act):
    act()
#   ^^^^^ calls g
def g(): ...
f(g)
#^^^ calls deco.wrapper

## A wrapper gives back what the function returns
def deco(func):
    def wrapper():
        return func()
#       ^^^^^^^^^^^^^ calls f
    return wrapper
@deco
#^^^^ calls deco
def f():
    return g
def g(): ...
f()()
#^^^^ calls deco.wrapper, g

## A decorator with arguments
def deco(n):
    def decorate(func):
        def wrapper():
            func()
#           ^^^^^^ calls f
        return wrapper
    return decorate
@deco(3)
#^^^^ calls deco, deco.decorate
def f(): ...
f()
#^^ calls deco.decorate.wrapper

## Decorators are applied from below
def one(func):
    def wrapper1():
        func()
#       ^^^^^^ calls two.wrapper2
    return wrapper1
def two(func):
    def wrapper2():
        func()
#       ^^^^^^ calls f
    return wrapper2
@one
#^^^ calls one
@two
#^^^ calls two
def f(): ...
f()
#^^ calls one.wrapper1

## A decorator that drops the function
def deco(func):
    return None
@deco
#^^^^ calls deco
def f(): ...
f()

## functools.wraps
import functools
def deco(func):
    @functools.wraps(func)
    def wrapper(*args):
        return func(*args)
#       ^^^^^^^^^^^^^^^^^^ calls f
    return wrapper
@deco
#^^^^ calls deco
def f(): ...
f()
#^^ calls deco.wrapper

## functools.wraps, imported by name
from functools import wraps
def deco(func):
    @wraps(func)
    def wrapper():
        return func()
#       ^^^^^^^^^^^^^ calls f
    return wrapper
@deco
#^^^^ calls deco
def f(): ...
f()
#^^ calls deco.wrapper

## __wrapped__ leads back to the function
from functools import wraps
def deco(func):
    @wraps(func)
    def wrapper(): ...
    return wrapper
@deco
#^^^^ calls deco
def f(): ...
f.__wrapped__()
#^ calls f

## A decorator with optional arguments
import functools
def deco(func=None, *, n=1):
    if func is None:
        return functools.partial(deco, n=n)
    def wrapper():
        func()
#       ^^^^^^ calls g
    return wrapper
@deco(n=2)
#^^^^ calls deco
def g(): ...

## A class as decorator
class deco:
    def __init__(self, func):
        self.func = func
    def __call__(self):
        self.func()
#       ^^^^^^^^^^^ calls f
@deco
#^^^^ calls deco, deco.__init__
def f(): ...
f()
#^^ calls deco.__call__

## A class with arguments as decorator
class deco:
    def __init__(self, n): ...
    def __call__(self, func):
        return func
@deco(3)
#^^^^ calls deco, deco.__init__, deco.__call__
def f(): ...
f()
#^ calls f

## A method as decorator: a registry
class App:
    def __init__(self):
        self.routes = {}
    def route(self, path):
        def register(func):
            self.routes[path] = func
            return func
        return register
    def dispatch(self, path):
        return self.routes[path]()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^ calls index
app = App()
#     ^^^ calls App, App.__init__
@app.route("/")
#    ^^^^^ calls App.route, App.route.register
def index(): ...
app.dispatch("/")
#   ^^^^^^^^ calls App.dispatch
index()
#^^^^ calls index

## A decorator of a method
def deco(func):
    def wrapper(self):
        return func(self)
#       ^^^^^^^^^^^^^^^^^ calls C.go
    return wrapper
class C:
    @deco
#    ^^^^ calls deco from main.py
    def go(self): ...
C().go()
#^ calls C, deco.wrapper

## A class decorator that gives the class back
def deco(cls):
    return cls
@deco
#^^^^ calls deco
class C:
    def go(self): ...
C().go()
#^ calls C, C.go

## A class decorator that adds a method
def go(self): ...
def deco(cls):
    cls.go = go
    return cls
@deco
#^^^^ calls deco
class C: ...
C().go()
#^ calls C, go

## A class decorator that makes a subclass
def deco(cls):
    class Sub(cls):
#   ^^^^^^^^^^^^^^^ extends C
        def go(self):
            super().go()
#                   ^^ calls C.go
    return Sub
@deco
#^^^^ calls deco
class C:
    def go(self): ...
C().go()
#^^^^^^^ calls deco.Sub, deco.Sub.go

## staticmethod
def f(): ...
class C:
    @staticmethod
    def go(act):
        act()
#       ^^^^^ calls f
C.go(f)
# ^^ calls C.go
C().go(f)
#^ calls C, C.go

## classmethod
class C:
    @classmethod
    def make(cls):
        return cls()
#       ^^^^^^^^^^^^ calls C
    def go(self): ...
C.make().go()
# ^^^^ calls C.make, C.go

## classmethod through an instance
class C:
    @classmethod
    def make(cls):
        cls.other()
#           ^^^^^ calls C.other
    @classmethod
    def other(cls): ...
C().make()
#^ calls C, C.make

## classmethod without decorator syntax
class C:
    def make(cls):
        cls.go()
#           ^^ calls C.go
    make = classmethod(make)
    @staticmethod
    def go(): ...
C.make()
# ^^^^ calls C.make

## A property is called where it is read
class C:
    @property
    def size(self): ...
    def run(self):
        return self.size
#                   ^^^^ calls C.size
C().size
#^ calls C, C.size

## A property's value
def f(): ...
class C:
    @property
    def act(self):
        return f
C().act()
#^ calls C, C.act, f

## A property's setter is called where it is written
class C:
    @property
    def size(self): ...
    @size.setter
    def size(self, value): ...
c = C()
#   ^ calls C
c.size
# ^^^^ calls C.size
c.size = 3
# ^^^^ calls C.size#2

## property as a function
class C:
    def get(self): ...
    def set(self, value): ...
    size = property(get, set)
c = C()
#   ^ calls C
c.size
#^^^^^ calls C.get
c.size = 1
#^^^^^^^^^ calls C.set

## A property is not called through the class
class C:
    @property
    def size(self): ...
C.size

## A property of a base
class A:
    @property
    def size(self): ...
class B(A):
#       ^ extends A
    def run(self):
        self.size
#            ^^^^ calls A.size

## A property that is overridden
class A:
    @property
    def size(self): ...
    def run(self):
        return self.size
#                   ^^^^ calls B.size
class B(A):
#       ^ extends A
    @property
    def size(self): ...
B().run()
#^ calls B, A.run

## cached_property
from functools import cached_property
class C:
    def go(self): ...
class D:
    @cached_property
    def c(self):
        return C()
#              ^ calls C
    def run(self):
        self.c.go()
#            ^ calls D.c, C.go

## lru_cache without arguments
from functools import lru_cache
@lru_cache
def f():
    return g
def g(): ...
f()()
#^ calls f, g

## lru_cache with arguments
import functools
@functools.lru_cache(maxsize=None)
def f(): ...
f()
#^ calls f

## functools.cache
from functools import cache
@cache
def f(): ...
f()
#^ calls f

## contextmanager
from contextlib import contextmanager
class C:
    def go(self): ...
@contextmanager
def opened():
    yield C()
#         ^ calls C
with opened() as c:
#    ^^^^^^ calls opened
    c.go()
#     ^^ calls C.go

## contextmanager as a method
import contextlib
class C:
    def go(self): ...
class D:
    @contextlib.contextmanager
    def opened(self):
        self.prepare()
#            ^^^^^^^ calls D.prepare
        yield C()
#             ^ calls C
    def prepare(self): ...
    def run(self):
        with self.opened() as c:
#                 ^^^^^^ calls D.opened
            c.go()
#             ^^ calls C.go

## singledispatch
from functools import singledispatch
@singledispatch
def show(x): ...
@show.register(int)
def show_int(x): ...
show(1)
#^^^ calls show, show_int

## singledispatch with annotations
from functools import singledispatch
@singledispatch
def show(x): ...
@show.register
def _(x: int): ...
@show.register
def _(x: str): ...
show(1)
#^^^ calls show, _, _#2

## partial with keywords
from functools import partial
def f(act=None):
    act()
#   ^^^^^ calls g
def g(): ...
partial(f, act=g)()
#       ^ calls f

## A partial that nobody calls
from functools import partial
def f(): ...
p = partial(f)

## partialmethod
from functools import partialmethod
class C:
    def set(self, value): ...
    on = partialmethod(set, True)
C().on()
#^ calls C, C.set

## total_ordering gives the class back
from functools import total_ordering
@total_ordering
class C:
    def go(self): ...
C().go()
#^ calls C, C.go

## abstractmethod
from abc import ABC, abstractmethod
class A(ABC):
    @abstractmethod
    def go(self): ...
    def run(self):
        self.go()
#            ^^ calls B.go
class B(A):
#       ^ extends A
    def go(self): ...
B().run()
#^ calls B, A.run

## A decorator from another module
#- deco.py
def deco(func):
    def wrapper():
        func()
#       ^^^^^^ calls f
    return wrapper
#- main.py
from deco import deco
#    ^^^^ imports deco.py
@deco
#^^^^ calls deco
def f(): ...
f()
#^^ calls deco.wrapper

## A decorator from outside the program keeps the function
import thirdparty
@thirdparty.command
def f(): ...
f()

## A decorator's expression may be any
def one(func):
    return func
decos = [one]
@decos[0]
#^^^^^^^^ calls one
def f(): ...
f()
#^ calls f

## A lambda as decorator
def f(): ...
@(lambda func: f)
def g(): ...
g()
#^^ calls f

## A decorated nested function
def deco(func):
    return func
def run():
    @deco
#    ^^^^ calls deco
    def inner(): ...
    inner()
#   ^^^^^ calls run.inner

## A decorator that counts keeps its state as attribute
def deco(func):
    def wrapper():
        wrapper.n += 1
        return func()
#       ^^^^^^^^^^^^^ calls f
    wrapper.n = 0
    return wrapper
@deco
#^^^^ calls deco
def f(): ...
f()
#^^ calls deco.wrapper

## A retry decorator
import functools
def retry(times):
    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for _ in range(times):
                try:
                    return func(*args, **kwargs)
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls C.load
                except Exception:
                    pass
        return wrapper
    return decorate
class C:
    @retry(3)
#    ^^^^^ calls retry, retry.decorate from main.py
    def load(self): ...
    def run(self):
        self.load()
#       ^^^^^^^^^^^ calls retry.decorate.wrapper
