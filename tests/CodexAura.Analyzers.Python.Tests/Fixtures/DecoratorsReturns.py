## A decorator with and without arguments
def mark(function=None, name=""):
    def decorate(given):
        return given
    if function is None:
        return decorate
    return decorate(function)
#          ^^^^^^^^ calls mark.decorate
@mark
#^^^^ calls mark
def f(): ...
@mark(name="x")
#^^^^ calls mark
#^^^^ calls mark.decorate
def g(): ...
f()
#^ calls f
g()
#^ calls g

## A method that is a decorator with and without arguments
class Marker:
    def __call__(self, function=None):
        def keep(given):
            return given
        if function is not None:
            return keep(function)
#                  ^^^^ calls Marker.__call__.keep
        else:
            return keep
mark = Marker()
#      ^^^^^^ calls Marker
@mark
#^^^^ calls Marker.__call__
def f(): ...
@mark()
#^^^^ calls Marker.__call__
#^^^^ calls Marker.__call__.keep
def g(): ...
def run(act):
    act()
#   ^^^ calls f, g
run(f)
#^^ calls run
run(g)
#^^ calls run

## callable() tells what was given
def command(name):
    def decorate(given):
        return given
    if callable(name):
        return name
    return decorate
@command
#^^^^^^^ calls command
def f(): ...
@command("g")
#^^^^^^^ calls command, command.decorate
def g(): ...
f()
#^ calls f
g()
#^ calls g

## The truth of what was given
def command(name=None):
    def decorate(given):
        return given
    return decorate(name) if name else decorate
#          ^^^^^^^^ calls command.decorate
@command
#^^^^^^^ calls command
def f(): ...
@command()
#^^^^^^^ calls command, command.decorate
def g(): ...
f()
#^ calls f

## An operator that also takes an ellipsis
class Part:
    def __add__(self, other):
        if other is Ellipsis:
            return Pending()
#                  ^^^^^^^ calls Pending
        return Both()
#              ^^^^ calls Both
    def __or__(self, other):
        if other is ...:
            return Pending()
#                  ^^^^^^^ calls Pending
        return Both()
#              ^^^^ calls Both
class Pending:
    def go(self): ...
class Both:
    def go(self): ...
(Part() + Part()).go()
#^^^^ calls Part
#         ^^^^ calls Part
#^^^^^^^^^^^^^^^ calls Part.__add__
#                 ^^ calls Both.go
(Part() + ...).go()
#^^^^ calls Part
#^^^^^^^^^^^^ calls Part.__add__
#              ^^ calls Pending.go
(Part() | Ellipsis).go()
#^^^^ calls Part
#^^^^^^^^^^^^^^^^^ calls Part.__or__
#                   ^^ calls Pending.go

## Nobody knows what is given
def f(): ...
def g(): ...
def choose(x):
    if x is None:
        return f
    return g
def run(y, *rest):
    choose(y)()
#   ^^^^^^ calls choose
#   ^^^^^^^^^ calls f, g
    choose(*rest)()
#   ^^^^^^ calls choose
#   ^^^^^^^^^^^^^ calls f, g

## The parameter was bound anew before it was asked
def f(): ...
def g(): ...
def choose(x):
    x = input()
    if x is None:
        return f
    return g
choose(None)()
#^^^^^ calls choose
#^^^^^^^^^^^ calls f, g

## A default decides like an argument
def f(): ...
def g(): ...
def choose(x=None):
    if x is None:
        return f
    return g
choose()()
#^^^^^ calls choose
#^^^^^^^ calls f
choose(1)()
#^^^^^ calls choose
#^^^^^^^^ calls g

## What comes after the question
def f(): ...
def g(): ...
def h(): ...
def choose(x=None):
    if x is None and input():
        return f
    for y in input():
        if x is not None:
            return g
    return h
choose()()
#^^^^^ calls choose
#^^^^^^^ calls f, h
choose(1)()
#^^^^^ calls choose
#^^^^^^^^ calls g, h

## A generator's returns are not had at the call
def f(): ...
def inner(x=None):
    yield 1
    if x is None:
        return f
    return None
def outer():
    act = yield from inner(2)
#                    ^^^^^ calls inner
    act()
#   ^^^ calls f
for _ in outer(): ...
#        ^^^^^ calls outer

## An attribute that is None is nothing else
class C:
    def go(self): ...
class A:
    def __init__(self):
        self.c = None
        self.c = C()
#                ^ calls C
    def run(self):
        if self.c is None:
            return self.c
        return self.c
    def twice(self):
        if self.c is None:
            self.c.go()
        if self.c is None:
            self.fill()
#                ^^^^ calls A.fill
            self.c.go()
#                  ^^ calls C.go
    def fill(self):
        self.c = C()
#                ^ calls C

## Each function under a decorator that is a class is an instance of its own
from functools import cached_property
class lazy:
    def __init__(self, function):
        self.function = function
    def __get__(self, instance, owner=None):
        return self.function(instance)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls C.a, C.b
class locked(cached_property):
    def __init__(self, function):
        super().__init__(function)
    def __get__(self, instance, owner=None):
        return super().__get__(instance, owner)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls C.c, C.d
class own(property): ...
class A:
    def go(self): ...
class B:
    def go(self): ...
class C:
    @lazy
#    ^^^^ calls lazy, lazy.__init__
    def a(self): return A()
#                       ^ calls A
    @lazy
#    ^^^^ calls lazy, lazy.__init__
    def b(self): return B()
#                       ^ calls B
    @locked
#    ^^^^^^ calls locked, locked.__init__
    def c(self): return A()
#                       ^ calls A
    @locked
#    ^^^^^^ calls locked, locked.__init__
    def d(self): return B()
#                       ^ calls B
    @own
#    ^^^ calls own
    def e(self): return A()
#                       ^ calls A
    @own
#    ^^^ calls own
    def f(self): return B()
#                       ^ calls B
def use(c: C):
    c.a.go()
#   ^^^^^^^^ calls lazy.__get__
#       ^^ calls A.go
    c.b.go()
#   ^^^^^^^^ calls lazy.__get__
#       ^^ calls B.go
def use_locked(c: C):
    c.c.go()
#   ^^^^^^^^ calls locked.__get__
#       ^^ calls A.go
def use_own(c: C):
    c.f.go()
#     ^ calls C.f
#       ^^ calls B.go

## What a decorator that is a class calls is what it was put on, through its base and its other methods too
class Base:
    def __init__(self, function):
        self.function = function
        self.remember()
#            ^^^^^^^^ calls Base.remember
    def remember(self):
        self.kept = self.function
    def call(self, *args):
        return self.kept(*args)
#       ^^^^^^^^^^^^^^^^^^^^^^^ calls first, second
class counted(Base):
#             ^^^^ extends Base
    def __call__(self, *args):
        return self.call(*args)
#                   ^^^^ calls Base.call
class A:
    def go(self): ...
class B:
    def go(self): ...
@counted
#^^^^^^^ calls Base.__init__, counted
def first(): return A()
#                   ^ calls A
@counted
#^^^^^^^ calls Base.__init__, counted
def second(): return B()
#                    ^ calls B
def use():
    first().go()
#   ^^^^^^^^^^^^ calls counted.__call__
#           ^^ calls A.go
    second().go()
#   ^^^^^^^^^^^^^ calls counted.__call__
#            ^^ calls B.go
def other(wrapped: counted):
    wrapped().go()
#   ^^^^^^^^^^^^^^ calls counted.__call__
#             ^^ calls A.go, B.go

## A class under a decorator that is a class
class single:
    def __init__(self, of):
        self.of = of
    def __call__(self):
        return self.of()
#       ^^^^^^^^^^^^^^^^ calls A
@single
#^^^^^^ calls single, single.__init__
class A:
    def go(self): ...
@single
#^^^^^^ calls single, single.__init__
class B:
    def go(self): ...
def use():
    A().go()
#   ^^^^^^^^ calls single.__call__
#       ^^ calls A.go

## Each descriptor in a class body is an instance of its own
class made:
    def __init__(self, make, fallback=None):
        self.make = make
    def __get__(self, instance, owner=None):
        return self.make()
#       ^^^^^^^^^^^^^^^^^^ calls A, B
class A:
    def go(self): ...
class B:
    def go(self): ...
class C:
    a = made(A)
#       ^^^^ calls made, made.__init__
    b = made(B)
#       ^^^^ calls made, made.__init__
def use(c: C):
    c.a.go()
#   ^^^^^^^^ calls made.__get__
#       ^^ calls A.go
    c.b.go()
#   ^^^^^^^^ calls made.__get__
#       ^^ calls B.go

## isfunction() tells a function from what is no function
from inspect import isfunction
def named(f): ...
def improve(f):
    if isfunction(f):
        return named
    def wrapper():
        return 1
    return wrapper
class Thing:
    def __call__(self): ...
def plain(): ...
def run():
    improve(plain)()
#   ^ calls improve
#                 ^ calls named
    improve(Thing())()
#   ^ calls improve
#           ^ calls Thing
#                   ^ calls improve.wrapper

## isclass() tells a class from its objects
import inspect
class Thing:
    def __init__(self): ...
    def work(self): ...
def made(it):
    if inspect.isclass(it):
        return it()
#              ^ calls Thing, Thing.__init__
    return it
def run():
    made(Thing).work()
#   ^ calls made
#               ^ calls Thing.work
    made(Thing()).work()
#   ^ calls made
#        ^ calls Thing, Thing.__init__
#                 ^ calls Thing.work
class Other:
    def __init__(self): ...
    def __call__(self): ...
def use(it):
    if inspect.isclass(it):
        return it()
#              ^ calls Other, Other.__init__
    it()
#   ^ calls Other.__call__
use(Other)
#^ calls use
use(Other())
#^ calls use
#   ^ calls Other, Other.__init__

## A decorator for functions and for coroutines gives each what it asks for
import asyncio
import functools
import inspect
import outside
def saved(func):
    if inspect.iscoroutinefunction(func):
        @functools.wraps(func)
        async def waiting(*args):
            return await func(*args)
#           ^^^^^^^^^^^^^^^^^^^^^^^^ calls plain, waited
        result = waiting
    else:
        @functools.wraps(func)
        def direct(*args):
            return func(*args)
#           ^^^^^^^^^^^^^^^^^^ calls plain, waited
        result = direct
    return result
def other(func):
    if asyncio.iscoroutinefunction(func):
        async def wrapper(*args):
            return await func(*args)
#           ^^^^^^^^^^^^^^^^^^^^^^^^ calls second
    else:
        def wrapper(*args):
            return func(*args)
#           ^^^^^^^^^^^^^^^^^^ calls second
    return wrapper
def options(func=None, name=""):
    def decorate(given): return given
    if func is None:
        made = decorate
    else:
        made = func
    return made
outside.start(saved)
@saved
#^^^^^ calls saved
def plain(): ...
@saved
#^^^^^ calls saved
async def waited(): ...
@other
#^^^^^ calls other
def second(): ...
@options
#^^^^^^^ calls options
def third(): ...
@options(name="x")
#^^^^^^^ calls options, options.decorate
def fourth(): ...
async def run():
    plain()
#   ^^^^^^^ calls saved.direct
#   ^^^^^ calls plain
    await waited()
#   ^^^^^^^^^^^^^^ calls saved.waiting
#         ^^^^^^ calls waited
    second()
#   ^^^^^^^^ calls other.wrapper#2
    third()
#   ^^^^^ calls third
    fourth()
#   ^^^^^^ calls fourth

## A decorator with *args for its options gives back a decorator where it has none
import outside
import functools
def plain(*args, **options):
    if not args:
        return make(options)
#              ^^^^ calls make
    return wrap(args[0])
#          ^^^^ calls wrap
def wrap(f):
    @functools.wraps(f)
    def wrapper(*a): return f(*a)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls one, two
    return wrapper
def make(options):
    def outer(f):
        return wrap(f)
#              ^^^^ calls wrap
    return outer
@plain
#^^^^^ calls plain
def one(): ...
@plain(x=1)
#^^^^^ calls plain
#^^^^^^^^^^ calls make.outer
def two(): ...
one()
#^^^^ calls wrap.wrapper
two()
#^^^^ calls wrap.wrapper
#^^ calls two
outside.start(plain)

## The same by the number of arguments
import outside
def wrapped(): ...
def given(): ...
def choose(*args, **options):
    if len(args) == 1 and callable(args[0]):
        return wrapped
    return given
def name(**options):
    if options:
        return given
    else:
        return wrapped
choose(x=1)()
#^^^^^^^^^^^^ calls given
#^^^^^ calls choose
choose()()
#^^^^^^^^^ calls given
#^^^^^ calls choose
choose(wrapped)()
#^^^^^^^^^^^^^^^^ calls given
#^^^^^ calls choose
#      ^^^^^^^ calls wrapped
name()()
#^^^^^^^ calls wrapped
#^^^ calls name
name(x=1)()
#^^^^^^^^^^ calls given
#^^^ calls name
outside.start(choose, name)

## What is taken out of **kwargs or put there before they are asked for is not known from the call
import outside
def given(): ...
def wrapped(): ...
def take(**options):
    options.pop('x', None)
    if options:
        return given
    return wrapped
def put(**options):
    options['y'] = 1
    if options:
        return given
    return wrapped
take(x=1)()
#^^^^^^^^^^ calls given, wrapped
#^^^ calls take
put()()
#^^^^^^ calls given, wrapped
#^^ calls put
outside.start(take, put)

## What stars bring through another function may be nothing, or more
import outside
def given(): ...
def plain(): ...
def choose(first, *rest):
    if rest: return given
    return plain
def call(f, *args):
    return f(*args)
#          ^^^^^^^^ calls choose
call(choose, 1, 2)()
#^^^^^^^^^^^^^^^^^^^ calls given, plain
#^^^ calls call
call(choose, 1)()
#^^^^^^^^^^^^^^^^ calls given, plain
#^^^ calls call
outside.start(call)
