## list
class C:
    def go(self): ...
def run(cs: list[C]):
    for c in cs:
        c.go()
#         ^^ calls C.go
    cs[0].go()
#         ^^ calls C.go

## typing.List, Sequence, Iterable
from typing import Iterable, List, Sequence
class C:
    def go(self): ...
def run(a: List[C], b: Sequence[C], c: Iterable[C]):
    a[0].go()
#        ^^ calls C.go
    b[0].go()
#        ^^ calls C.go
    for x in c:
        x.go()
#         ^^ calls C.go

## dict
class C:
    def go(self): ...
def run(cs: dict[str, C]):
    cs["a"].go()
#           ^^ calls C.go
    cs.get("a").go()
#               ^^ calls C.go
    for c in cs.values():
        c.go()
#         ^^ calls C.go
    for k, c in cs.items():
        c.go()
#         ^^ calls C.go

## Keys of a dict
class K:
    def go(self): ...
class V:
    def go(self): ...
def run(d: dict[K, V]):
    for k in d:
        k.go()
#         ^^ calls K.go
    for v in d.values():
        v.go()
#         ^^ calls V.go

## tuple
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(pair: tuple[A, B]):
    a, b = pair
    a.go()
#     ^^ calls A.go
    b.go()
#     ^^ calls B.go

## A tuple of any length
class C:
    def go(self): ...
def run(cs: tuple[C, ...]):
    for c in cs:
        c.go()
#         ^^ calls C.go

## A returned list
class C:
    def go(self): ...
def make() -> list[C]: ...
for c in make():
#        ^^^^ calls make
    c.go()
#     ^^ calls C.go

## Iterator of a generator function
from typing import Iterator
class C:
    def go(self): ...
def make(xs) -> Iterator[C]:
    for x in xs:
        yield x
def run():
    for c in make([]):
#            ^^^^ calls make
        c.go()
#         ^^ calls C.go

## Nested generics
class C:
    def go(self): ...
def run(cs: dict[str, list[C]]):
    for k, row in cs.items():
        for c in row:
            c.go()
#             ^^ calls C.go

## Callable's result
from typing import Callable
class C:
    def go(self): ...
def run(make: Callable[[int], C]):
    make(1).go()
#           ^^ calls C.go

## type[C]
class C:
    @classmethod
    def make(cls): ...
def run(cls: type[C]):
    cls.make()
#       ^^^^ calls C.make
    cls()
#   ^^^^^ calls C

## Self
from typing import Self
class C:
    def one(self) -> Self: ...
    def two(self): ...
C().one().two()
#^ calls C, C.one, C.two

## Self in a subclass
from typing import Self
class A:
    def one(self) -> Self: ...
class B(A):
#       ^ extends A
    def two(self): ...
B().one().two()
#^ calls B, A.one, B.two

## A type variable's bound
from typing import TypeVar
class C:
    def go(self): ...
T = TypeVar("T", bound=C)
def run(x: T) -> T:
    x.go()
#     ^^ calls C.go
    return x

## A type variable gives back what it got
from typing import TypeVar
class C:
    def go(self): ...
T = TypeVar("T")
def same(x: T) -> T: ...
same(C()).go()
#^^^ calls same, C, C.go

## A type parameter with a bound
class C:
    def go(self): ...
def run[T: C](x: T):
    x.go()
#     ^^ calls C.go

## An alias of a type
from typing import Union
class A:
    def go(self): ...
class B:
    def go(self): ...
AB = Union[A, B]
def run(x: AB):
    x.go()
#     ^^ calls A.go, B.go

## Annotated, ClassVar, Final
from typing import Annotated, ClassVar, Final
class C:
    def go(self): ...
class D:
    one: ClassVar[C]
    two: Final[C]
    def run(self, x: Annotated[C, 1]):
        self.one.go()
#                ^^ calls C.go
        self.two.go()
#                ^^ calls C.go
        x.go()
#         ^^ calls C.go

## A subclass's override is possible
class A:
    def go(self): ...
class B(A):
#       ^ extends A
    def go(self): ...
def run(x: A):
    x.go()
#     ^^ calls A.go, B.go

## A superclass's override is not
class A:
    def go(self): ...
class B(A):
#       ^ extends A
    def go(self): ...
class C(A):
#       ^ extends A
    def go(self): ...
def run(x: B):
    x.go()
#     ^^ calls B.go

## An annotated *args
class C:
    def go(self): ...
def run(*cs: C):
    for c in cs:
        c.go()
#         ^^ calls C.go

## An annotated **kwargs
class C:
    def go(self): ...
def run(**cs: C):
    for c in cs.values():
        c.go()
#         ^^ calls C.go

## Awaitable result
class C:
    def go(self): ...
async def make() -> C: ...
async def run():
    (await make()).go()
#          ^^^^ calls make, C.go

## cast
from typing import cast
class C:
    def go(self): ...
def run(x):
    cast(C, x).go()
#              ^^ calls C.go
    cast("C", x).go()
#                ^^ calls C.go

## NewType
from typing import NewType
class C:
    def go(self): ...
D = NewType("D", C)
def run(x: D):
    x.go()
#     ^^ calls C.go

## An annotation alone calls nothing
class C:
    def __init__(self): ...
def run(c: C) -> C: ...

## overload signatures are never called
from typing import overload
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): ...
f(1)
#^ calls f#3

## The builtin classes have no methods of the program
class C:
    def upper(self): ...
    def append(self): ...
def run(s: str, xs: list):
    s.upper()
    xs.append(1)

## Any says nothing
from typing import Any
class C:
    def go(self): ...
class D:
    def go(self): ...
def run(x: Any):
    x.go()

## A property with annotation
class C:
    def go(self): ...
class D:
    @property
    def c(self) -> C: ...
def run(d: D):
    d.c.go()
#     ^ calls D.c, C.go

## A comment is no annotation
class C:
    def go(self): ...
class D:
    def go(self): ...
def run(x):  # type: (C) -> None
    x.go()

## A generic class's element
from typing import Generic, TypeVar
T = TypeVar("T")
class C:
    def go(self): ...
class Box(Generic[T]):
    def __init__(self, item: T):
        self.item = item
    def get(self) -> T:
        return self.item
Box(C()).get().go()
#^^ calls Box, Box.__init__, C, Box.get, C.go

## ContextManager
from typing import ContextManager
class C:
    def go(self): ...
def opened() -> ContextManager[C]: ...
with opened() as c:
#    ^^^^^^ calls opened
    c.go()
#     ^^ calls C.go

## A list that is declared at one place is not the one that is declared at another
class Readers:
    known: list
    def add(self, reader):
        self.known.append(reader)
    def run(self):
        for reader in self.known:
            reader()
#           ^^^^^^ calls read
class Writers:
    known: list
    def add(self, writer):
        self.known.append(writer)
    def run(self):
        for writer in self.known:
            writer()
#           ^^^^^^ calls write
def read(): ...
def write(): ...
def main(readers: Readers, writers: Writers):
    readers.add(read)
#           ^^^ calls Readers.add
    writers.add(write)
#           ^^^ calls Writers.add

## So it is with the containers of collections, and under other names
from collections import OrderedDict, deque
from typing import Optional
import collections as c
class Readers:
    known: deque
    by_name: "Optional[OrderedDict]"
    def add(self, reader):
        self.known.append(reader)
        self.by_name["x"] = reader
    def run(self):
        for reader in self.known:
            reader()
#           ^^^^^^ calls read
        self.by_name["x"]()
#       ^^^^^^^^^^^^^^^^^ calls read
class Writers:
    known: c.deque
    by_name: c.OrderedDict
    def add(self, writer):
        self.known.append(writer)
        self.by_name["x"] = writer
    def run(self):
        for writer in self.known:
            writer()
#           ^^^^^^ calls write
        self.by_name["x"]()
#       ^^^^^^^^^^^^^^^^^ calls write
def read(): ...
def write(): ...
def main(readers: Readers, writers: Writers):
    readers.add(read)
#           ^^^ calls Readers.add
    writers.add(write)
#           ^^^ calls Writers.add

## A list that a class declares is that of the classes below it too
class Base:
    known: list
    def add(self, reader):
        self.known.append(reader)
class Readers(Base):
#             ^^^^ extends Base
    known: list
    def run(self):
        for reader in self.known:
            reader()
#           ^^^^^^ calls read
def read(): ...
def main(readers: Readers):
    readers.add(read)
#           ^^^ calls Base.add
    readers.run()
#           ^^^ calls Readers.run
