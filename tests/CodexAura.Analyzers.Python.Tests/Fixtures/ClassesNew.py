## What __new__ returns is what the call gives
class Other:
    def go(self): ...
class C:
    def __new__(cls):
        return Other()
#              ^^^^^ calls Other
    def __init__(self): ...
    def go(self): ...
C().go()
#^ calls C, C.__new__
#   ^^ calls Other.go

## An instance of the class is initialised
class C:
    def __new__(cls, n):
        self = object.__new__(cls)
        return self
    def __init__(self, n): ...
    def go(self): ...
C(1).go()
#^ calls C, C.__new__, C.__init__
#    ^^ calls C.go

## An instance of a class below is initialised as that class does it
class Shape:
    def __new__(cls):
        return object.__new__(Circle)
    def __init__(self): ...
    def area(self): ...
class Circle(Shape):
#            ^^^^^ extends Shape
    def __init__(self): ...
    def area(self): ...
Shape().area()
#^^^^ calls Shape, Shape.__new__, Circle.__init__
#       ^^^^ calls Circle.area

## Where nothing is known of what __new__ returns, an instance is taken to come
class C:
    known = {}
    def __new__(cls, key):
        return lookup(key)
    def __init__(self, key): ...
    def go(self): ...
C(1).go()
#^ calls C, C.__new__, C.__init__
#    ^^ calls C.go

## One __new__ for a family
class Base:
    def __new__(cls):
        return super().__new__(cls)
class A(Base):
#       ^^^^ extends Base
    def __init__(self): ...
class B(Base):
#       ^^^^ extends Base
    def __init__(self): ...
A()
#^ calls A, Base.__new__, A.__init__
B()
#^ calls B, Base.__new__, B.__init__

## A class that decorates and gives a function
class Task:
    def __new__(cls, function):
        def run():
            return function()
#                  ^^^^^^^^ calls work
        self = object.__new__(cls)
        self.run = run
        return run
    def __call__(self): ...
@Task
#^^^^ calls Task, Task.__new__
def work(): ...
work()
#^^^ calls Task.__new__.run

## A decorator with optional arguments, which partial brings back with a function
from functools import partial
class Task:
    def __new__(cls, function=None, *, name=None):
        if function is None:
            return partial(Task, name=name)
        self = object.__new__(cls)
        self.function = function
        def run():
            return self.function()
#                       ^^^^^^^^ calls work
        return run
    def __call__(self): ...
@Task(name="x")
#^^^^ calls Task, Task.__new__
def work(): ...
work()
#^^^ calls Task.__new__.run

## partial with a function that is returned as it came
from functools import partial
def mark(function=None, *, name=None):
    if function is None:
        return partial(mark, name=name)
    return function
@mark(name="a")
#^^^^ calls mark
def first(): ...
@mark(name="b")
#^^^^ calls mark
def second(): ...
first()
#^^^^ calls first
second()
#^^^^^ calls second

## One __new__ for a family gives each class its own instances
class Base:
    def __new__(cls, n):
        if n in known:
            return known[n]
        self = super().__new__(cls)
        known[n] = self
        return self
known = {}
class A(Base):
#       ^^^^ extends Base
    def go(self): ...
class B(Base):
#       ^^^^ extends Base
    def go(self): ...
A(1).go()
#^ calls A, Base.__new__
#    ^^ calls A.go
B(1).go()
#^ calls B, Base.__new__
#    ^^ calls B.go

## Declared to return Self, __new__ gives an instance and no class
from typing import Self
class C:
    def __new__(cls) -> Self:
        return super().__new__(cls)
    def __call__(self): ...
    def go(self): ...
C().go()
#^ calls C, C.__new__
#   ^^ calls C.go
C()()
#^^^^ calls C, C.__new__, C.__call__

## A class above gives what its __new__ picks below, and that is initialised, wherever else the class is called
class Shape:
    def __new__(cls, kind):
        if cls is Shape:
            return pick(kind)
#                  ^^^^ calls pick
        return object.__new__(cls)
    def area(self): ...
class Circle(Shape):
#            ^^^^^ extends Shape
    def __init__(self, kind): ...
    def area(self): ...
def pick(kind):
    return Circle(kind)
#          ^^^^^^ calls Circle, Shape.__new__, Circle.__init__
Shape(1).area()
#^^^^ calls Shape, Shape.__new__, Circle.__init__
#        ^^^^ calls Shape.area, Circle.area

## An instance of a class below with a __new__ of its own is initialised once more
class Base:
    def __new__(cls, n):
        if n: return Sub(n)
#                    ^^^ calls Sub, Sub.__new__, Sub.__init__
        return super().__new__(cls)
class Sub(Base):
#         ^^^^ extends Base
    def __new__(cls, n):
        return object.__new__(cls)
    def __init__(self, n): ...
Base(1)
#^^^ calls Base, Base.__new__, Sub.__init__

## Of many classes with one constructor that one runs
class Base:
    def __init__(self): ...
class C0(Base): ...
#        ^^^^ extends Base
class C1(Base): ...
#        ^^^^ extends Base
class C2(Base): ...
#        ^^^^ extends Base
class C3(Base): ...
#        ^^^^ extends Base
class C4(Base): ...
#        ^^^^ extends Base
class C5(Base): ...
#        ^^^^ extends Base
class C6(Base): ...
#        ^^^^ extends Base
class C7(Base): ...
#        ^^^^ extends Base
class C8(Base): ...
#        ^^^^ extends Base
def again(value):
    return type(value)()
#          ^^^^^^^^^^^^^ calls(inferred) Base.__init__
#          ^^^^^^^^^^^^^ calls(heuristic) C0, C1, C2, C3, C4, C5, C6, C7, C8
def run():
    for value in (C0(), C1(), C2(), C3(), C4(), C5(), C6(), C7(), C8()):
#   ^ calls Base.__init__, C0, C1, C2, C3, C4, C5, C6, C7, C8
        again(value)
#       ^^^^^ calls again

## What is made in one way or another is still of the class that __new__ was called for
class Space(str):
    def __new__(cls, value):
        try:
            made = str.__new__(cls, value)
        except UnicodeDecodeError:
            made = str.__new__(cls, value, "utf-8")
        return made
    def term(self): ...
class Closed(Space):
#            ^^^^^ extends Space
    def __new__(cls, value, terms):
        return super().__new__(cls, value) if terms else Space.__new__(cls, value)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Space.__new__
#                                                        ^^^^^^^^^^^^^ calls Space.__new__
    def term(self): ...
open = Space("a")
#      ^^^^^ calls Space, Space.__new__
closed = Closed("b", [])
#        ^^^^^^ calls Closed, Closed.__new__
open.term()
#    ^^^^ calls Space.term
closed.term()
#      ^^^^ calls Closed.term

## It is one of the class whatever the annotation of the name says, in a method as in __new__
class Space:
    def __new__(cls, value):
        made: "Space" = super().__new__(cls)
        return made
    def copy(self, deep):
        if deep:
            made = self.__class__(1)
#                  ^^^^^^^^^^^^^^^^^ calls Space, Space.__new__
#                  ^^^^^^^^^^^^^^^^^ calls(heuristic) Closed
        else:
            made = type(self)(2)
#                  ^^^^^^^^^^^^^ calls Space, Space.__new__
#                  ^^^^^^^^^^^^^ calls(heuristic) Closed
        return made
    def term(self): ...
class Closed(Space):
#            ^^^^^ extends Space
    def term(self): ...
def open():
    return Space("a")
#          ^^^^^ calls Space, Space.__new__
def closed():
    return Closed("b")
#          ^^^^^^ calls Closed, Space.__new__
def of_open():
    open().term()
#   ^^^^ calls open
#          ^^^^ calls Space.term
def of_closed():
    closed().term()
#   ^^^^^^ calls closed
#            ^^^^ calls Closed.term
def copy_of_open():
    open().copy(True).term()
#   ^^^^ calls open
#          ^^^^ calls Space.copy
#                     ^^^^ calls Space.term

## Where one way gives something else it is that as well
import outside
class Space:
    def __new__(cls, value):
        if value:
            made = super().__new__(cls)
        else:
            made = Empty()
#                  ^^^^^ calls Empty
        return made
    def copy(self, deep):
        made = self.__class__(1) if deep else Empty()
#              ^^^^^^^^^^^^^^^^^ calls Space, Space.__new__
#                                             ^^^^^ calls Empty
        return made
    def term(self): ...
class Empty:
    def term(self): ...
space = Space(outside.value)
#       ^^^^^ calls Space, Space.__new__
def made():
    space.term()
#         ^^^^ calls Space.term, Empty.term
def copied():
    space.copy(True).term()
#         ^^^^ calls Space.copy
#                    ^^^^ calls Space.term, Empty.term

## A __new__ that is declared to return Self returns what its body says
import outside
from typing import cast, Any, Self
class Conv:
    def __new__(cls, x) -> Self:
        obj: Any
        if outside.ask():
            obj = object.__new__(New)
        else:
            obj = object.__new__(Old)
        return cast(Self, obj)
class New(Conv):
#         ^^^^ extends Conv
    def run(self): ...
class Old(Conv):
#         ^^^^ extends Conv
    def run(self): ...
Conv(1).run()
#^^^ calls Conv, Conv.__new__
#       ^^^ calls New.run, Old.run
class Cached:
    def __new__(cls, key) -> Self:
        return outside.known(key)
    def stop(self): ...
Cached(1).stop()
#^^^^^ calls Cached, Cached.__new__
#         ^^^^ calls Cached.stop
class Plain:
    def __new__(cls, key) -> Self:
        self = super().__new__(cls)
        self.key = key
        return self
    def stop(self): ...
class Below(Plain):
#           ^^^^^ extends Plain
    def stop(self): ...
Plain(1).stop()
#^^^^ calls Plain, Plain.__new__
#        ^^^^ calls Plain.stop
Below(1).stop()
#^^^^^^^^^^^^^^ calls Plain.__new__
#^^^^ calls Below
#        ^^^^ calls Below.stop
outside.start(Conv)
