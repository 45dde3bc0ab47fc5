## A parameter
class C:
    def go(self): ...
def run(c: C):
    c.go()
#     ^^ calls C.go

## A parameter with default
class C:
    def go(self): ...
def run(c: C = None):
    c.go()
#     ^^ calls C.go

## A return annotation
class C:
    def go(self): ...
def make() -> C: ...
make().go()
#^^^ calls make, C.go

## A variable
class C:
    def go(self): ...
def run(x):
    c: C = x
    c.go()
#     ^^ calls C.go

## A variable without value
class C:
    def go(self): ...
def run():
    c: C
    c.go()
#     ^^ calls C.go

## An attribute declared in the class body
class C:
    def go(self): ...
class D:
    c: C
    def run(self):
        self.c.go()
#              ^^ calls C.go

## An attribute declared in __init__
class C:
    def go(self): ...
class D:
    def __init__(self, x):
        self.c: C = x
    def run(self):
        self.c.go()
#              ^^ calls C.go

## Optional
from typing import Optional
class C:
    def go(self): ...
def run(c: Optional[C]):
    c.go()
#     ^^ calls C.go

## Union
from typing import Union
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x: Union[A, B]):
    x.go()
#     ^^ calls A.go, B.go

## A bar
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x: A | B | None):
    x.go()
#     ^^ calls A.go, B.go

## A string
class C:
    def go(self): ...
def run(c: "C"):
    c.go()
#     ^^ calls C.go

## A string with a class that comes later
def run(c: "C"):
    c.go()
#     ^^ calls C.go
class C:
    def go(self): ...

## A string inside Optional
from typing import Optional
def run(c: Optional["C"]):
    c.go()
#     ^^ calls C.go
class C:
    def go(self): ...

## A string with a whole expression
def run(c: "list[C]"):
    c[0].go()
#        ^^ calls C.go
class C:
    def go(self): ...

## Later class with postponed evaluation
from __future__ import annotations
def run(c: C):
    c.go()
#     ^^ calls C.go
class C:
    def go(self): ...

## TYPE_CHECKING
#- c.py
class C:
    def go(self): ...
#- main.py
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from c import C
#        ^ imports c.py
def run(c: "C"):
    c.go()
#     ^^ calls C.go

## A class of a module
#- c.py
class C:
    def go(self): ...
#- main.py
import c
#      ^ imports c.py
def run(x: c.C):
    x.go()
#     ^^ calls C.go

## A class that an annotation declares gives way to the class that arrives
from typing import Type
class Base:
    def go(self): ...
class Sub(Base):
#         ^^^^ extends Base
    def go(self): ...
def run(cls: Type[Base]):
    cls().go()
#   ^^^^^^^^ calls Sub, Base.go, Sub.go
run(Sub)
#^^ calls run

## A declared class is called where none arrives
from typing import Type
class Base:
    def __init__(self): ...
    def go(self): ...
def run(cls: type[Base]):
    cls().go()
#   ^^^^^^^^ calls Base, Base.__init__, Base.go

## A type variable declares the class it is bound to
from typing import Type, TypeVar
class Base:
    def go(self): ...
T = TypeVar("T", bound=Base)
def run(cls: Type[T]):
    cls().go()
#   ^^^^^^^^ calls Base, Base.go

## What stands under TYPE_CHECKING never runs
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    class C:
        def go(self): ...
def run(c: "C"):
    c.go()

## A parameter is what the method that is overridden declares
class Reader:
    def number(self): ...
class Base:
    def read(self, reader: Reader): ...
class Sub(Base):
#         ^^^^ extends Base
    def read(self, reader):
        reader.number()
#              ^^^^^^ calls(inferred) Reader.number

## A parameter of a class method is what the overridden one declares
class Reader:
    def number(self): ...
class Base:
    @classmethod
    def read(cls, reader: Reader, size: int): ...
class Middle(Base): ...
#            ^^^^ extends Base
class Sub(Middle):
#         ^^^^^^ extends Middle
    @classmethod
    def read(cls, reader, size=None):
        reader.number()
#              ^^^^^^ calls(inferred) Reader.number

## A parameter of another name is not what the overridden method declares
class Reader:
    def number(self): ...
class Other:
    def number(self): ...
class Base:
    def read(self, reader: Reader): ...
class Sub(Base):
#         ^^^^ extends Base
    def read(self, source):
        source.number()

## What arrives at a parameter counts more than what the overridden method declares
class Reader:
    def number(self): ...
class Other:
    def number(self): ...
class Base:
    def read(self, reader: Reader): ...
class Sub(Base):
#         ^^^^ extends Base
    def read(self, reader):
        reader.number()
#              ^^^^^^ calls Other.number
Sub().read(Other())
#     ^^^^ calls Sub.read
#^^ calls Sub
#          ^^^^^ calls Other

## What a class method that nobody calls is called on is its class or one below
class Base:
    @classmethod
    def make(cls):
        return cls.prefix()
#                  ^^^^^^ calls Base.prefix, Low.prefix
    @classmethod
    def prefix(cls): ...
class Low(Base):
#         ^^^^ extends Base
    @classmethod
    def prefix(cls): ...

## A class method that is called on one class runs that one's
class Base:
    @classmethod
    def make(cls):
        return cls.prefix()
#                  ^^^^^^ calls Base.prefix
    @classmethod
    def prefix(cls): ...
class Low(Base):
#         ^^^^ extends Base
    @classmethod
    def prefix(cls): ...
Base.make()
#    ^^^^ calls Base.make

## A class that is written for type checkers and made by a call for the program is one class
from typing import TYPE_CHECKING, NamedTuple
from collections import namedtuple
def f(): ...
if TYPE_CHECKING:
    class Point(NamedTuple):
        x: int
        y: int
    class Other:
        z: int
else:
    Point = namedtuple('Point', ['x', 'y'])
    Other = f
def make():
    Point(1, 2)
#   ^^^^^ calls Point
    Other()
#   ^^^^^^^ calls f
