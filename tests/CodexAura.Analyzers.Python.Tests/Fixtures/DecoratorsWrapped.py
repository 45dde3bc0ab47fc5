## A wrapper says what it wraps
from functools import wraps
def deco(func):
    @wraps(func)
    def wrapper(*args):
        return func(*args)
#       ^^^^^^^^^^^^^^^^^^ calls f, g
    return wrapper
@deco
#^^^^ calls deco
def f(): ...
@deco
#^^^^ calls deco
def g(): ...
f()
#^^ calls deco.wrapper, f
g()
#^^ calls deco.wrapper, g

## update_wrapper says it too
import functools
def deco(func):
    def wrapper():
        return func()
#       ^^^^^^^^^^^^^ calls f
    return functools.update_wrapper(wrapper, func)
@deco
#^^^^ calls deco
def f(): ...
f()
#^^ calls deco.wrapper, f

## A wrapper that does not say what it wraps is called alone
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

## Methods under one decorator are told apart
from functools import wraps
def logged(method):
    @wraps(method)
    def wrapper(self):
        return method(self)
#       ^^^^^^^^^^^^^^^^^^^ calls A.one, A.two
    return wrapper
class A:
    @logged
#    ^^^^^^ calls logged
    def one(self):
        return B()
#       ^^^^^^^^^^ calls B
    @logged
#    ^^^^^^ calls logged
    def two(self):
        return C()
#       ^^^^^^^^^^ calls C
class B:
    def go(self): ...
class C:
    def go(self): ...
A().one().go()
#^^ calls A
#^^^^^^^^ calls logged.wrapper, A.one
#^^^^^^^^^^^^^ calls B.go
A().two().go()
#^^ calls A
#^^^^^^^^ calls logged.wrapper, A.two
#^^^^^^^^^^^^^ calls C.go

## Decorators with arguments tell their functions apart as well
from functools import wraps
def times(n):
    def decorate(func):
        @wraps(func)
        def wrapper():
            return func()
#           ^^^^^^^^^^^^^ calls f, g
        return wrapper
    return decorate
@times(2)
#^^^^^^^^ calls times, times.decorate
def f():
    return a
@times(3)
#^^^^^^^^ calls times, times.decorate
def g():
    return b
def a(): ...
def b(): ...
f()()
#^^ calls times.decorate.wrapper, f
#^^^^ calls a
g()()
#^^ calls times.decorate.wrapper, g
#^^^^ calls b

## A wrapper around a wrapper is a call of what is innermost
from functools import wraps
def outer(func):
    @wraps(func)
    def around():
        return func()
#       ^^^^^^^^^^^^^ calls inner.within, f
    return around
def inner(func):
    @wraps(func)
    def within():
        return func()
#       ^^^^^^^^^^^^^ calls f
    return within
@outer
#^^^^^ calls outer
@inner
#^^^^^ calls inner
def f(): ...
f()
#^^ calls outer.around, f

## What a builder's wrapper gives back is the object it was called on
import copy
from functools import wraps
def builder(func):
    @wraps(func)
    def _copy(self, *args):
        new = copy.copy(self)
        result = func(self, *args)
#                ^^^^^^^^^^^^^^^^^ calls Query.where, Query.join, Table.drop
        if result is None:
            return new
        return result
    return _copy
class Query:
    @builder
#    ^^^^^^^ calls builder
    def where(self, x): ...
    @builder
#    ^^^^^^^ calls builder
    def join(self, x): ...
    def sql(self): ...
class Table:
    @builder
#    ^^^^^^^ calls builder
    def drop(self): ...
    def sql(self): ...
Query().where(1).join(2).sql()
#^^^^^^ calls Query
#^^^^^^^^^^^^^^^ calls builder._copy, Query.where
#^^^^^^^^^^^^^^^^^^^^^^^ calls builder._copy, Query.join
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Query.sql
Table().drop().sql()
#^^^^^^ calls Table
#^^^^^^^^^^^^^ calls builder._copy, Table.drop
#^^^^^^^^^^^^^^^^^^^ calls Table.sql

## The self of a wrapped method that nothing calls is of its class
from functools import update_wrapper
def setup(f):
    def wrapper(self: "App"):
        self.check()
#       ^^^^^^^^^^^^ calls App.check
        return f(self)
#       ^^^^^^^^^^^^^^ calls App.get, App.put
    return update_wrapper(wrapper, f)
class App:
    def check(self): ...
    @setup
#    ^^^^^ calls setup
    def get(self):
        self.route()
#       ^^^^^^^^^^^^ calls App.route
    @setup
#    ^^^^^ calls setup
    def put(self):
        self.route()
#       ^^^^^^^^^^^^ calls App.route
    def route(self): ...
App().get()
#^^^^ calls App
#^^^^^^^^^ calls setup.wrapper, App.get

## What narrows in a wrapper holds in each of its runs
def deco(func):
    def wrapper(x):
        if isinstance(x, A):
            x.go()
#           ^^^^^^ calls A.go
        return func(x)
#       ^^^^^^^^^^^^^^ calls f, g
    return wrapper
class A:
    def go(self): ...
class B:
    def go(self): ...
@deco
#^^^^ calls deco
def f(x): ...
@deco
#^^^^ calls deco
def g(x): ...
f(A())
# ^^^ calls A
#^^^^^ calls deco.wrapper
g(B())
# ^^^ calls B
#^^^^^ calls deco.wrapper

## What one wrapper keeps another does not give
def cached(func):
    kept = []
    def wrapper():
        kept.append(func())
#                   ^^^^^^ calls f, g
        return kept[0]
    return wrapper
@cached
#^^^^^^ calls cached
def f():
    return A()
#   ^^^^^^^^^^ calls A
@cached
#^^^^^^ calls cached
def g():
    return B()
#   ^^^^^^^^^^ calls B
class A:
    def go(self): ...
class B:
    def go(self): ...
f().go()
#^^ calls cached.wrapper
#^^^^^^^ calls A.go
g().go()
#^^ calls cached.wrapper
#^^^^^^^ calls B.go
