## One call of several decorated functions gives each its arguments, and takes what each returns
class X:
    def go(self): ...
class A:
    def run(self): ...
class B:
    def run(self): ...
class keep:
    def __init__(self, f):
        self.f = f
    def __call__(self, x):
        return self.f(x)
#              ^^^^^^ calls a, b
@keep
#^^^^ calls keep, keep.__init__
def a(x):
    x.go()
#     ^^ calls X.go
    return A()
#          ^ calls A
@keep
#^^^^ calls keep, keep.__init__
def b(x):
    x.go()
#     ^^ calls X.go
    return B()
#          ^ calls B
def each():
    for h in [a, b]:
        h(X()).run()
#       ^ calls keep.__call__
#         ^ calls X
#              ^^^ calls A.run, B.run

## A decorator that is a class in a function has the variables of each run of it
class A:
    def go(self): ...
class B:
    def go(self): ...
def outer(f):
    class held:
        def __init__(self, g): ...
        def __call__(self):
            return f()
#                  ^ calls a, b
    @held
#    ^^^^ calls outer.held, outer.held.__init__
    def inner(): ...
    return inner
@outer
#^^^^^ calls outer
def a():
    return A()
#          ^ calls A
@outer
#^^^^^ calls outer
def b():
    return B()
#          ^ calls B
def use():
    for f in [a, b]:
        f().go()
#       ^^^ calls outer.held.__call__
#           ^^ calls A.go, B.go

## Of one decorated function is read what is declared of all, and what is stored in any one
class Declared:
    def go(self): ...
class Above:
    def go(self): ...
class Stored:
    def go(self): ...
class Base:
    above: Above
class keep(Base):
#          ^^^^ extends Base
    declared: Declared
    def __init__(self, f):
        self.f = f
    def __get__(self, instance, owner=None):
        return self.f, self.declared, self.stored, self.above
def setup(one: keep):
    one.stored = Stored()
#                ^^^^^^ calls Stored
def run(one: keep):
    one.f(None)
#       ^ calls C.x, C.y
class C:
    @keep
#    ^^^^ calls keep, keep.__init__
    def x(self): ...
    @keep
#    ^^^^ calls keep, keep.__init__
    def y(self): ...
def use(c: C):
    c.x[0](c)
#   ^^^ calls keep.__get__
#   ^^^^^^ calls C.x
    c.y[1].go()
#   ^^^ calls keep.__get__
#          ^^ calls Declared.go
    c.y[2].go()
#   ^^^ calls keep.__get__
#          ^^ calls Stored.go
    c.y[3].go()
#   ^^^ calls keep.__get__
#          ^^ calls Above.go

## A parameter of a method that runs on one decorated function is what its annotation says
class A:
    def go(self): ...
class keep:
    def __init__(self, f):
        self.f = f
    def __call__(self, a: A):
        self.last = a
        return self.last
@keep
#^^^^ calls keep, keep.__init__
def f(a): ...
def use(unknown):
    f(unknown).go()
#   ^ calls keep.__call__
#              ^^ calls A.go

## A decorator that decorates in its own methods
class keep:
    def __init__(self, f):
        @keep
#        ^^^^ calls keep, keep.__init__
        def inner():
            f()
#           ^ calls a
        self.inner = inner
    def __call__(self):
        self.inner()
#       ^^^^^^^^^^ calls keep.__call__
@keep
#^^^^ calls keep, keep.__init__
def a(): ...
def use():
    a()
#   ^ calls keep.__call__

## What is called of a list of very many decorated functions is the class's method
class keep:
    def __init__(self, f): ...
    def __call__(self): ...
@keep
#^^^^ calls keep, keep.__init__
def f0(): ...
@keep
#^^^^ calls keep, keep.__init__
def f1(): ...
@keep
#^^^^ calls keep, keep.__init__
def f2(): ...
@keep
#^^^^ calls keep, keep.__init__
def f3(): ...
@keep
#^^^^ calls keep, keep.__init__
def f4(): ...
@keep
#^^^^ calls keep, keep.__init__
def f5(): ...
@keep
#^^^^ calls keep, keep.__init__
def f6(): ...
@keep
#^^^^ calls keep, keep.__init__
def f7(): ...
@keep
#^^^^ calls keep, keep.__init__
def f8(): ...
@keep
#^^^^ calls keep, keep.__init__
def f9(): ...
@keep
#^^^^ calls keep, keep.__init__
def f10(): ...
@keep
#^^^^ calls keep, keep.__init__
def f11(): ...
@keep
#^^^^ calls keep, keep.__init__
def f12(): ...
@keep
#^^^^ calls keep, keep.__init__
def f13(): ...
@keep
#^^^^ calls keep, keep.__init__
def f14(): ...
@keep
#^^^^ calls keep, keep.__init__
def f15(): ...
@keep
#^^^^ calls keep, keep.__init__
def f16(): ...
@keep
#^^^^ calls keep, keep.__init__
def f17(): ...
@keep
#^^^^ calls keep, keep.__init__
def f18(): ...
@keep
#^^^^ calls keep, keep.__init__
def f19(): ...
@keep
#^^^^ calls keep, keep.__init__
def f20(): ...
@keep
#^^^^ calls keep, keep.__init__
def f21(): ...
@keep
#^^^^ calls keep, keep.__init__
def f22(): ...
@keep
#^^^^ calls keep, keep.__init__
def f23(): ...
@keep
#^^^^ calls keep, keep.__init__
def f24(): ...
@keep
#^^^^ calls keep, keep.__init__
def f25(): ...
@keep
#^^^^ calls keep, keep.__init__
def f26(): ...
@keep
#^^^^ calls keep, keep.__init__
def f27(): ...
@keep
#^^^^ calls keep, keep.__init__
def f28(): ...
@keep
#^^^^ calls keep, keep.__init__
def f29(): ...
@keep
#^^^^ calls keep, keep.__init__
def f30(): ...
@keep
#^^^^ calls keep, keep.__init__
def f31(): ...
@keep
#^^^^ calls keep, keep.__init__
def f32(): ...
@keep
#^^^^ calls keep, keep.__init__
def f33(): ...
@keep
#^^^^ calls keep, keep.__init__
def f34(): ...
@keep
#^^^^ calls keep, keep.__init__
def f35(): ...
@keep
#^^^^ calls keep, keep.__init__
def f36(): ...
@keep
#^^^^ calls keep, keep.__init__
def f37(): ...
@keep
#^^^^ calls keep, keep.__init__
def f38(): ...
@keep
#^^^^ calls keep, keep.__init__
def f39(): ...
@keep
#^^^^ calls keep, keep.__init__
def f40(): ...
@keep
#^^^^ calls keep, keep.__init__
def f41(): ...
@keep
#^^^^ calls keep, keep.__init__
def f42(): ...
@keep
#^^^^ calls keep, keep.__init__
def f43(): ...
@keep
#^^^^ calls keep, keep.__init__
def f44(): ...
@keep
#^^^^ calls keep, keep.__init__
def f45(): ...
@keep
#^^^^ calls keep, keep.__init__
def f46(): ...
@keep
#^^^^ calls keep, keep.__init__
def f47(): ...
@keep
#^^^^ calls keep, keep.__init__
def f48(): ...
@keep
#^^^^ calls keep, keep.__init__
def f49(): ...
@keep
#^^^^ calls keep, keep.__init__
def f50(): ...
@keep
#^^^^ calls keep, keep.__init__
def f51(): ...
@keep
#^^^^ calls keep, keep.__init__
def f52(): ...
@keep
#^^^^ calls keep, keep.__init__
def f53(): ...
@keep
#^^^^ calls keep, keep.__init__
def f54(): ...
@keep
#^^^^ calls keep, keep.__init__
def f55(): ...
@keep
#^^^^ calls keep, keep.__init__
def f56(): ...
@keep
#^^^^ calls keep, keep.__init__
def f57(): ...
@keep
#^^^^ calls keep, keep.__init__
def f58(): ...
@keep
#^^^^ calls keep, keep.__init__
def f59(): ...
all = [f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39, f40, f41, f42, f43, f44, f45, f46, f47, f48, f49, f50, f51, f52, f53, f54, f55, f56, f57, f58, f59]
def use():
    for f in all:
        f()
#       ^ calls keep.__call__

## Descriptors of a class with more than twelve members are not told apart
class A:
    def go(self): ...
class B:
    def go(self): ...
class Small:
    def __init__(self, make):
        self.make = make
    def __get__(self, instance, owner=None):
        return self.make()
#       ^^^^^^^^^^^^^^^^^^ calls A, B
    def m0(self): ...
    def m1(self): ...
    def m2(self): ...
    def m3(self): ...
    def m4(self): ...
    def m5(self): ...
    def m6(self): ...
    def m7(self): ...
    def m8(self): ...
    def m9(self): ...
class Large:
    def __init__(self, make):
        self.make = make
    def __get__(self, instance, owner=None):
        return self.make()
#       ^^^^^^^^^^^^^^^^^^ calls A, B
    def m0(self): ...
    def m1(self): ...
    def m2(self): ...
    def m3(self): ...
    def m4(self): ...
    def m5(self): ...
    def m6(self): ...
    def m7(self): ...
    def m8(self): ...
    def m9(self): ...
    def m10(self): ...
class C:
    a = Small(A)
#       ^^^^^ calls Small, Small.__init__
    b = Small(B)
#       ^^^^^ calls Small, Small.__init__
class D:
    a = Large(A)
#       ^^^^^ calls Large, Large.__init__
    b = Large(B)
#       ^^^^^ calls Large, Large.__init__
def use(c: C, d: D):
    c.a.go()
#   ^^^ calls Small.__get__
#       ^^ calls A.go
    d.a.go()
#   ^^^ calls Large.__get__
#       ^^ calls A.go, B.go

## A class method under a decorator that is a class
import outside
class counted:
    def __init__(self, f):
        self.f = f
    def __call__(self, *args):
        return self.f(*args)
#       ^^^^^^^^^^^^^^^^^^^^ calls Shop.open
class Shop:
    @classmethod
    @counted
#    ^^^^^^^ calls counted, counted.__init__
    def open(cls, door):
        cls.lights()
#           ^^^^^^ calls Shop.lights
        door.unlock()
#            ^^^^^^ calls Door.unlock
    @classmethod
    def lights(cls): ...
class Door:
    def unlock(self): ...
Shop.open(Door())
#^^^^^^^^^^^^^^^^ calls counted.__call__
#         ^^^^ calls Door
outside.start(Shop)

## A class method that is an object whose __call__ is no plain method
import outside
class Runner:
    def __call__(self, owner, door): ...
class kept:
    __call__ = Runner()
#              ^^^^^^ calls Runner
    def __init__(self, f): ...
class plain:
    def __init__(self, f): ...
    @staticmethod
    def __call__(owner, door):
        door.unlock()
#            ^^^^^^ calls Door.unlock
class Shop:
    @classmethod
    @kept
#    ^^^^ calls kept, kept.__init__
    def open(cls, door): ...
    @classmethod
    @plain
#    ^^^^^ calls plain, plain.__init__
    def close(cls, door): ...
class Door:
    def unlock(self): ...
Shop.open(Door())
#^^^^^^^^^^^^^^^^ calls Runner.__call__
#         ^^^^ calls Door
Shop.close(Door())
#^^^^^^^^^^^^^^^^^ calls plain.__call__
#          ^^^^ calls Door
outside.start(Shop)

## A call that makes a decorator of a function makes it for that function alone
import outside
class Log:
    def write(self): ...
    def read(self): ...
log = Log()
#     ^^^ calls Log
def stand_in_for(function):
    def decorate(documented):
        return function
    return decorate
@stand_in_for(log.write)
#^^^^^^^^^^^^ calls stand_in_for
#^^^^^^^^^^^^^^^^^^^^^^^ calls stand_in_for.decorate
def write():
    """Writes."""
@stand_in_for(log.read)
#^^^^^^^^^^^^ calls stand_in_for
#^^^^^^^^^^^^^^^^^^^^^^ calls stand_in_for.decorate
def read():
    """Reads."""
def use():
    write()
#   ^^^^^ calls Log.write
    read()
#   ^^^^ calls Log.read
outside.start(use)
