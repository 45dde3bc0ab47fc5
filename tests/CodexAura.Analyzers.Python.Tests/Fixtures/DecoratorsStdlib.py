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
#^^^ calls show_int
#^^^ calls show

## singledispatch with annotations
from functools import singledispatch
@singledispatch
def show(x): ...
@show.register
def _(x: int): ...
@show.register
def _(x: str): ...
show(1)
#^^^ calls _
#^^^ calls show

## partial
from functools import partial
def f(a, act):
    act()
#   ^^^^^ calls g
def g(): ...
p = partial(f, 1)
p(g)
#^^^ calls f

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
#^ calls(inferred) f
f.whatever()

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
#       ^^^^^^^^^^^ calls retry.decorate.wrapper, C.load

## A class registered with an abstract one stays itself
from collections import abc
@abc.Mapping.register
class A:
    def go(self): ...
class B(A): ...
#       ^ extends A
B().go()
#^ calls B, A.go

## A decorator from outside the program keeps the class
import thirdparty
@thirdparty.define(frozen=True)
class C:
    def __init__(self): ...
    def go(self): ...
class D(C): ...
#       ^ extends C
C().go()
#^^^^^^^ calls C, C.__init__, C.go

## A decorator from outside the program keeps the method
import thirdparty
class C:
    @thirdparty.retry(3)
    def go(self): ...
def run(c: C):
    c.go()
#   ^^^^^^ calls C.go
