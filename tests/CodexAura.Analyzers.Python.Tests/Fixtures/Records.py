## A dataclass's fields are constructor arguments
from dataclasses import dataclass
class C:
    def go(self): ...
@dataclass
class D:
    c: object
    n: int = 0
    def run(self):
        self.c.go()
#              ^^ calls C.go
D(C())
# ^ calls C, D

## A dataclass's fields by keyword
from dataclasses import dataclass
def f(): ...
@dataclass(frozen=True)
class D:
    n: int
    act: object
    def run(self):
        self.act()
#       ^^^^^^^^^^ calls f
D(1, act=f)
#^ calls D

## A dataclass's typed field
import dataclasses
class C:
    def go(self): ...
@dataclasses.dataclass
class D:
    c: C
def run(d: D):
    d.c.go()
#       ^^ calls C.go

## A dataclass's inherited fields come first
from dataclasses import dataclass
def f(): ...
def g(): ...
@dataclass
class A:
    a: object
@dataclass
class B(A):
#       ^ extends A
    b: object
    def run(self):
        self.a()
#       ^^^^^^^^ calls f
        self.b()
#       ^^^^^^^^ calls g
B(f, g)
#^ calls B

## A field with a default factory
from dataclasses import dataclass, field
class C:
    def go(self): ...
@dataclass
class D:
    c: C = field(default_factory=C)
    def run(self):
        self.c.go()
#              ^^ calls C.go

## A field with a list
from dataclasses import dataclass, field
class C:
    def go(self): ...
@dataclass
class D:
    cs: list[C] = field(default_factory=list)
    def run(self):
        for c in self.cs:
            c.go()
#             ^^ calls C.go

## dataclasses.replace gives the same class
from dataclasses import dataclass, replace
@dataclass
class D:
    n: int
    def go(self): ...
replace(D(1), n=2).go()
#       ^ calls D, D.go

## typing.NamedTuple
from typing import NamedTuple
def f(): ...
class P(NamedTuple):
    act: object
    n: int
    def run(self):
        self.act()
#       ^^^^^^^^^^ calls f
p = P(f, 1)
#   ^ calls P
p.run()
# ^^^ calls P.run

## A NamedTuple's items
from typing import NamedTuple
class C:
    def go(self): ...
class P(NamedTuple):
    c: C
    n: int
def run(p: P):
    p.c.go()
#       ^^ calls C.go

## A subclass of a namedtuple
from collections import namedtuple
class P(namedtuple("P", "x y")):
    def go(self): ...
    def run(self):
        self.go()
#            ^^ calls P.go
P(1, 2).run()
#^ calls P, P.run

## An Enum's member is an instance
from enum import Enum
class Color(Enum):
    RED = 1
    def show(self): ...
Color.RED.show()
#         ^^^^ calls Color.show

## An Enum is iterated
from enum import Enum
class Color(Enum):
    RED = 1
    def show(self): ...
for c in Color:
    c.show()
#     ^^^^ calls Color.show

## An Enum by value and by name
from enum import Enum
class Color(Enum):
    RED = 1
    def show(self): ...
Color(1).show()
#^^^^ calls Color, Color.show
Color["RED"].show()
#            ^^^^ calls Color.show

## An Enum's classmethod
from enum import Enum
class Color(Enum):
    RED = 1
    @classmethod
    def default(cls):
        return cls.RED
    def show(self): ...
Color.default().show()
#     ^^^^^^^ calls Color.default, Color.show

## An Enum's property
from enum import IntEnum
class Level(IntEnum):
    LOW = 1
    @property
    def label(self): ...
Level.LOW.label
#         ^^^^^ calls Level.label

## An Enum member as an argument
from enum import Enum
class Color(Enum):
    RED = 1
    def show(self): ...
def run(c: Color):
    c.show()
#     ^^^^ calls Color.show

## SimpleNamespace
from types import SimpleNamespace
def f(): ...
ns = SimpleNamespace(act=f)
ns.act()
#^^^^^^^ calls f

## A plain class used as a record
def f(): ...
class R: ...
r = R()
#   ^ calls R
r.act = f
r.act()
#^^^^^^ calls f

## __slots__ changes nothing
def f(): ...
class R:
    __slots__ = ("act",)
    def __init__(self):
        self.act = f
R().act()
#^ calls R, R.__init__, f

## attrs
import attr
class C:
    def go(self): ...
@attr.s(auto_attribs=True)
class D:
    c: C
    def run(self):
        self.c.go()
#              ^^ calls C.go
