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
#^^ calls deco.wrapper, f

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
#^^ calls deco.wrapper, f

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

## A class decorator that makes a subclass of each class it is put on
def sealed(cls):
    class Sealed(cls):
        def seal(self): ...
    return Sealed
@sealed
#^^^^^^ calls sealed
class A:
    def go(self): ...
@sealed
#^^^^^^ calls sealed
class B:
    def stop(self): ...
def run():
    A().go()
#       ^^ calls A.go
#   ^ calls A
#   ^ calls(heuristic) sealed.Sealed
    B().stop()
#       ^^^^ calls B.stop
#   ^ calls B
#   ^ calls(heuristic) sealed.Sealed

## A class decorator that makes the class anew, with and without arguments
def define(maybe_cls=None, *, slots=False):
    def wrap(cls):
        return type(cls)(cls.__name__, cls.__bases__, dict(cls.__dict__))
    if maybe_cls is None:
        return wrap
    return wrap(maybe_cls)
#          ^^^^^^^^^^^^^^^ calls define.wrap
@define
#^^^^^^ calls define
class C:
    def go(self): ...
@define(slots=True)
#^^^^^^ calls define, define.wrap
class D(C):
#       ^ extends C
    def go(self): ...
C().go()
#^^^^^^^ calls C, C.go
D().go()
#^^^^^^^ calls D, D.go

## A class decorator that gives a function instead
def singleton(cls):
    def get():
        return cls()
#              ^^^^^ calls C
    return get
@singleton
#^^^^^^^^^ calls singleton
class C: ...
C()
#^^ calls singleton.get

## A class decorator that makes the only instance
def singleton(cls):
    return cls()
#          ^^^ calls A, B, A.__init__
@singleton
#^^^^^^^^^ calls singleton
class A:
    def __init__(self): ...
    def go(self): ...
@singleton
#^^^^^^^^^ calls singleton
class B:
    def go(self): ...
A.go()
# ^^ calls A.go
B.go()
# ^^ calls B.go

## What a registry gives back is what it was put on, not what it was put on elsewhere, nor its own decorators
import functools
import outside
class Library:
    def __init__(self):
        self.filters = {}
    def filter(self, name=None, func=None, **flags):
        if name is None and func is None:
            def dec(func):
                return self.named(func, **flags)
#                           ^^^^^ calls Library.named
            return dec
        elif name is not None and func is None:
            if callable(name):
                return self.named(name, **flags)
#                           ^^^^^ calls Library.named
            def dec(func):
                return self.filter(name, func, **flags)
#                           ^^^^^^ calls Library.filter
            return dec
        self.filters[name] = func
        return func
    def named(self, func, **flags):
        return self.filter(func.__name__, func, **flags)
#                   ^^^^^^ calls Library.filter
register = Library()
#          ^^^^^^^ calls Library, Library.__init__
outside.start(register)
def text(func):
    @functools.wraps(func)
    def inner(value):
        return func(str(value))
#       ^^^^^^^^^^^^^^^^^^^^^^^ calls join
    return inner
@register.filter(safe=True)
#         ^^^^^^ calls Library.filter, Library.filter.dec
def cut(v): ...
@register.filter(safe=True)
#         ^^^^^^ calls Library.filter, Library.filter.dec
@text
#^^^^ calls text
def join(v): ...
@register.filter("other")
#         ^^^^^^ calls Library.filter, Library.filter.dec#2
def third(v): ...
def run():
    cut(1)
#   ^^^ calls cut
    join(1)
#   ^^^^^^^ calls text.inner
#   ^^^^ calls join
    third(1)
#   ^^^^^ calls third

## A decorator that a function makes by another decorator
import functools
import outside
def decorator(target):
    def decorate(func):
        @functools.wraps(func)
        def run(*args):
            return target(func, *args)
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^ calls against.check
        return run
    return functools.update_wrapper(decorate, target)
def against(name):
    @decorator
#    ^^^^^^^^^ calls decorator
    def check(func, *args):
        return func(*args)
#       ^^^^^^^^^^^^^^^^^^ calls one, two
    return check
outside.start(against)
@against("a")
#^^^^^^^^^^^^ calls decorator.decorate
#^^^^^^^ calls against, against.check
def one(): ...
@against("b")
#^^^^^^^^^^^^ calls decorator.decorate
#^^^^^^^ calls against, against.check
def two(): ...
def use():
    one()
#   ^^^^^ calls decorator.decorate.run
#   ^^^ calls one
    two()
#   ^^^^^ calls decorator.decorate.run
#   ^^^ calls two

## A decorator that counts its arguments to know whether it was given any
import functools
import outside
def wrap(func, *args):
    @functools.wraps(func)
    def inner(self, ctx):
        return func(self, ctx)
#       ^^^^^^^^^^^^^^^^^^^^^^ calls Rules.one, Rules.two, Rules.three
    return inner
def rule(*args, **kwargs):
    if len(args) == 1 and callable(args[0]) and not kwargs:
        return wrap(args[0])
#              ^^^^ calls wrap
    def decorator(func):
        return wrap(func, *args, **kwargs)
#              ^^^^ calls wrap
    return decorator
outside.start(rule)
class Rules:
    @rule
#    ^^^^ calls rule
    def one(self, ctx):
        self.two(ctx)
#       ^^^^^^^^^^^^^ calls wrap.inner
#            ^^^ calls Rules.two
    @rule("name")
#    ^^^^ calls rule, rule.decorator
    def two(self, ctx):
        self.three(ctx)
#       ^^^^^^^^^^^^^^^ calls wrap.inner
#            ^^^^^ calls Rules.three
    @rule()
#    ^^^^ calls rule, rule.decorator
    def three(self, ctx): ...

## A decorator that was decorated itself, and a decorator that puts another function in place
import outside
def plain(f):
    return f
@plain
#^^^^^ calls plain
def deco(func):
    return func
def choose(flag):
    return deco
@choose(1)
#^^^^^^^^^ calls deco
#^^^^^^ calls choose
def first(): ...
@plain
#^^^^^ calls plain
def newer(): ...
def replaced_by(target):
    def inner(func):
        return target
    return inner
@replaced_by(newer)
#^^^^^^^^^^^ calls replaced_by, replaced_by.inner
def older(): ...
outside.start(deco)
def run():
    first()
#   ^^^^^ calls first
    older()
#   ^^^^^^^ calls newer

## a class under a decorator of which only texts are seen to come back stays a base
import outside

STORE = {}


def remember(thing):
    return STORE.setdefault(outside.key(thing), str(outside.text))


def forget(thing):
    STORE.pop(thing, None)


@remember
#^^^^^^^^ calls remember
class Lookup:
    def compile(self):
        pass


class Exact(Lookup):
#           ^^^^^^ extends Lookup
    def run(self):
        self.compile()
#            ^^^^^^^ calls Lookup.compile


@forget
#^^^^^^ calls forget
class Gone:
    def compile(self):
        pass


outside.start(Exact().run)
#             ^^^^^ calls Exact
