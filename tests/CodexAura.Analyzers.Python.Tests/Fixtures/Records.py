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

## A default factory is called where the object is made
from dataclasses import dataclass, field
class C:
    def go(self): ...
def make():
    return C()
#          ^ calls C
@dataclass
class D:
    n: int
    c: object = field(default_factory=make)
    def run(self):
        self.c.go()
#              ^^ calls C.go
D(1)
#^ calls D, make
D(1, C())
#^ calls D
#    ^ calls C
D(1, c=None)
#^ calls D

## A default factory that is a class
from dataclasses import dataclass, field
class C:
    def __init__(self): ...
    def go(self): ...
@dataclass
class D:
    c: object = field(default_factory=C)
    def run(self):
        self.c.go()
#              ^^ calls C.go
D()
#^ calls D, C, C.__init__

## A default factory that is a lambda
from dataclasses import dataclass, field
class C:
    def go(self): ...
@dataclass
class D:
    c: object = field(default_factory=lambda: C())
#                                             ^ calls C
    def run(self):
        self.c.go()
#              ^^ calls C.go
D()
#^ calls D

## An inherited default factory
from dataclasses import dataclass, field
def make(): ...
@dataclass
class A:
    x: object = field(default_factory=make)
@dataclass
class B(A):
#       ^ extends A
    y: int = 0
B()
#^ calls B, make
B(1)
#^ calls B

## Fields of attrs without annotations
import attr
class C:
    def go(self): ...
def make():
    return C()
#          ^ calls C
def f(): ...
@attr.s
class D:
    act = attr.ib()
    _c = attr.ib(factory=make)
    def run(self):
        self.act()
#            ^^^ calls f
        self._c.go()
#               ^^ calls C.go
D(f)
#^ calls D, make
D(f, c=C())
#^ calls D
#      ^ calls C

## A ClassVar is no argument of the constructor
from dataclasses import dataclass
from typing import ClassVar
def f(): ...
@dataclass
class D:
    kind: ClassVar[str] = "d"
    act: object = None
    def run(self):
        self.act()
#            ^^^ calls f
D(f)
#^ calls D

## A method called field makes no fields
def field(default_factory): ...
def make(): ...
class A:
    def __init__(self):
        self.x = field(default_factory=make)
#                ^^^^^ calls field
A()
#^ calls A, A.__init__

## collections.namedtuple
from collections import namedtuple
class C:
    def go(self): ...
def f(): ...
P = namedtuple("P", "act, c")
p = P(f, c=C())
#          ^ calls C
p.act()
# ^^^ calls f
p.c.go()
#   ^^ calls C.go
act, c = p
act()
#^^ calls f
c.go()
# ^^ calls C.go
p[0]()
#^^^^^ calls f
p._replace(c=None).act()
#                  ^^^ calls f

## A namedtuple's names as a list, below a class
import collections
def f(): ...
class P(collections.namedtuple("P", ["x", "act"])):
    def run(self):
        self.act()
#            ^^^ calls f
P(1, f).run()
#^ calls P
#       ^^^ calls P.run

## Two namedtuples are two classes
from collections import namedtuple
def f(): ...
def g(): ...
A = namedtuple("A", "act")
B = namedtuple("B", "act")
A(f).act()
#    ^^^ calls f
B(g).act()
#    ^^^ calls g

## typing.NamedTuple as a function
from typing import NamedTuple
class C:
    def go(self): ...
P = NamedTuple("P", [("c", C), ("n", int)])
def run(p: P):
    p.c.go()
#       ^^ calls C.go
def make(x):
    return P(x, 1)
make(C())
#^^^ calls make
#    ^ calls C

## The parts of a NamedTuple are told apart
from typing import NamedTuple
def f(): ...
def g(): ...
class P(NamedTuple):
    a: object
    b: object
x, y = P(f, g)
#      ^ calls P
x()
#^^ calls f
y()
#^^ calls g
P(f, g).b()
#^ calls P
#       ^ calls g

## Names of a namedtuple that are computed
from collections import namedtuple
def make(names):
    P = namedtuple("P", names)
    return P(1)
make(["x"])
#^^^ calls make

## A factory of lists makes one for each field
from dataclasses import dataclass, field
@dataclass
class Readers:
    known: list[object] = field(default_factory=list)
    def add(self, reader):
        self.known.append(reader)
        return reader
@dataclass
class Writers:
    known: list[object] = field(default_factory=list)
    def add(self, writer):
        self.known.append(writer)
        return writer
def read(): ...
def write(): ...
def main():
    readers, writers = Readers(), Writers()
#                      ^^^^^^^ calls Readers
#                                 ^^^^^^^ calls Writers
    readers.add(read)
#           ^^^ calls Readers.add
    writers.add(write)
#           ^^^ calls Writers.add
    for reader in readers.known:
        reader()
#       ^^^^^^ calls read
    for writer in writers.known:
        writer()
#       ^^^^^^ calls write

## A dataclass has an __init__ of its own, and runs none that it would inherit
import dataclasses
import attr
import outside
class Node:
    def __init__(self, ast=None):
        self.start()
#            ^^^^^ calls Node.start
    def start(self): ...
@dataclasses.dataclass
class Leaf(Node):
#          ^^^^ extends Node
    text: str = ""
    def __post_init__(self): ...
class Word(Leaf):
#          ^^^^ extends Leaf
    def show(self): ...
@dataclasses.dataclass(init=False)
class Bare(Node):
#          ^^^^ extends Node
    text: str = ""
@dataclasses.dataclass
class Own(Node):
#         ^^^^ extends Node
    text: str = ""
    def __init__(self):
        super().__init__()
#               ^^^^^^^^ calls Node.__init__
@attr.s
class Old(Node):
#         ^^^^ extends Node
    text = attr.ib()
class Above(Leaf):
#           ^^^^ extends Leaf
    def __init__(self):
        super().__init__("x")
#       ^^^^^^^^^^^^^^^^^^^^^ calls Leaf.__post_init__
def treedataclass(cls):
    return dataclasses.dataclass(kw_only=True)(cls)
@treedataclass
#^^^^^^^^^^^^^ calls treedataclass
class Tree(Node):
#          ^^^^ extends Node
    kind: str = ""
outside.start(Node)
def run():
    Leaf("a")
#   ^^^^ calls Leaf, Leaf.__post_init__
    Word("b")
#   ^^^^^^^^^ calls Leaf.__post_init__
#   ^^^^ calls Word
    Bare("c")
#   ^^^^^^^^^ calls Node.__init__
#   ^^^^ calls Bare
    Own()
#   ^^^ calls Own, Own.__init__
    Old("d")
#   ^^^ calls Old
    Above()
#   ^^^^^ calls Above, Above.__init__
    Tree(kind="e")
#   ^^^^ calls Tree

## Classes of attrs whose decorator is imported by name, and __init__ of a dataclass called as what it is
import attr
import outside
from attr import attrs, attrib
from attrs import define, frozen as fixed
from dataclasses import dataclass
class Node:
    def __init__(self, ast=None): ...
@define
class Defined(Node):
#             ^^^^ extends Node
    text: str = ""
@attrs(auto_attribs=True)
class Older(Node):
#           ^^^^ extends Node
    text: str = ""
@attr.attributes
class Oldest(Node):
#            ^^^^ extends Node
    text = attrib()
@define(init=False)
class Bare(Node):
#          ^^^^ extends Node
    text: str = ""
@dataclass
class Leaf(Node):
#          ^^^^ extends Node
    text: str = ""
    def __post_init__(self): ...
class Explicit(Leaf):
#              ^^^^ extends Leaf
    def __init__(self):
        Leaf.__init__(self, "x")
#       ^^^^^^^^^^^^^^^^^^^^^^^^ calls Leaf.__post_init__
class Again(Leaf):
#           ^^^^ extends Leaf
    def reset(self):
        self.__init__("y")
#       ^^^^^^^^^^^^^^^^^^ calls Leaf.__post_init__
def register_dataclass(cls):
    return cls
@register_dataclass
#^^^^^^^^^^^^^^^^^^ calls register_dataclass
class Known(Node):
#           ^^^^ extends Node
    text: str = ""
outside.start(Node)
def run():
    Defined("a")
#   ^^^^^^^ calls Defined
    Older("b")
#   ^^^^^ calls Older
    Oldest("c")
#   ^^^^^^ calls Oldest
    Bare("d")
#   ^^^^^^^^^ calls Node.__init__
#   ^^^^ calls Bare
    Explicit()
#   ^^^^^^^^ calls Explicit, Explicit.__init__
    Again("e").reset()
#              ^^^^^ calls Again.reset
#   ^^^^^^^^^^ calls Leaf.__post_init__
#   ^^^^^ calls Again
    Known("f")
#   ^^^^^^^^^^ calls Node.__init__
#   ^^^^^ calls Known

## The __init__ of a dataclass fills its fields where it is called through super(), and runs a __post_init__ only if its class had one
import outside
from dataclasses import dataclass
def done(): ...
@dataclass
class Task:
    then: object = None
    def run(self):
        self.then()
#       ^^^^^^^^^^^ calls done
class Named(Task):
#           ^^^^ extends Task
    def __init__(self, then):
        super().__init__(then)
class Late(Task):
#          ^^^^ extends Task
    def __post_init__(self): ...
@dataclass
class Own(Task):
#         ^^^^ extends Task
    def __post_init__(self): ...
outside.start(done)
def main():
    Named(done).run()
#               ^^^ calls Task.run
#   ^^^^^ calls Named, Named.__init__
    Late()
#   ^^^^ calls Late
    Own()
#   ^^^ calls Own, Own.__post_init__

## A declared field that holds a descriptor is none: only what stands in the class is
import outside
from dataclasses import dataclass, field
class Event:
    def __get__(self, obj, owner): ...
@dataclass
class Trigger:
    event: "Event | None" = field(compare=False)
    last: "Event | None" = None
class Machine:
    event = Event()
#           ^^^^^ calls Event
def read(trigger: Trigger):
    trigger.event
    trigger.last
def run(machine: Machine):
    machine.event
#   ^^^^^^^^^^^^^ calls Event.__get__
outside.start(read, run)
