## A class with type parameters (PEP 695)
class D:
    def go(self): ...
class Box[T]:
    def get(self) -> T: ...
class Sub(Box[D]):
#         ^^^ extends Box
    def run(self):
        self.get().go()
#            ^^^ calls Box.get
#                  ^^ calls D.go
def f(box: Box[D]):
    box.get().go()
#       ^^^ calls Box.get
#             ^^ calls D.go

## Type parameters are told apart by their place
class D:
    def go(self): ...
class E:
    def go(self): ...
class Pair[K, V]:
    def key(self) -> K: ...
    def value(self) -> V: ...
def f(pair: Pair[D, E]):
    pair.key().go()
#        ^^^ calls Pair.key
#              ^^ calls D.go
    pair.value().go()
#        ^^^^^ calls Pair.value
#                ^^ calls E.go

## A bound of a class's type parameter
class D:
    def go(self): ...
class Box[T: D]:
    def get(self) -> T: ...
def f(box: Box):
    box.get().go()
#       ^^^ calls Box.get
#             ^^ calls D.go

## Type parameters of a function
class D:
    def go(self): ...
def same[T](x: T) -> T:
    return x
same(D()).go()
#^^^ calls same, D
#         ^^ calls D.go

## type makes an alias
class D:
    def go(self): ...
type Alias = D
def f(d: Alias):
    d.go()
#     ^^ calls D.go

## Attributes that are declared as a type variable
class D:
    def go(self): ...
class E:
    def go(self): ...
class Box[T]:
    def __init__(self, item: T):
        self.item: T = item
        self.all: list[T] = []
        self.by: dict[str, T] = {}
def f(box: Box[D], other: Box[E]):
    box.item.go()
#            ^^ calls D.go
    for x in box.all:
        x.go()
#         ^^ calls D.go
    box.by["x"].go()
#               ^^ calls D.go
    other.item.go()
#              ^^ calls E.go
    other.all[0].go()
#                ^^ calls E.go

## Fields of a class body that are declared as a type variable
from typing import Generic, TypeVar
T = TypeVar("T")
class D:
    def go(self): ...
class Box(Generic[T]):
    item: T
    rows: list[dict[str, T]]
class Sub(Box[D]):
#         ^^^ extends Box
    def run(self):
        self.item.go()
#                 ^^ calls D.go
        self.rows[0]["x"].go()
#                         ^^ calls D.go

## Results inside of containers and iterators
from typing import Iterator, Optional
class D:
    def go(self): ...
class Box[T]:
    def each(self) -> Iterator[T]: ...
    def list(self) -> list[T]: ...
    def pairs(self) -> dict[str, list[T]]: ...
    def find(self) -> Optional[T]: ...
    def maybe(self) -> None | T: ...
    def walk(self) -> Iterator[T]:
        yield unknown()
def f(box: Box[D]):
    for x in box.each():
#                ^^^^ calls Box.each
        x.go()
#         ^^ calls D.go
    box.list()[0].go()
#       ^^^^ calls Box.list
#                 ^^ calls D.go
    box.pairs()["x"][0].go()
#       ^^^^^ calls Box.pairs
#                       ^^ calls D.go
    box.find().go()
#       ^^^^ calls Box.find
#              ^^ calls D.go
    box.maybe().go()
#       ^^^^^ calls Box.maybe
#               ^^ calls D.go
    for x in box.walk():
#                ^^^^ calls Box.walk
        x.go()
#         ^^ calls D.go

## Results that are awaited
from typing import Awaitable, AsyncIterator
class D:
    def go(self): ...
class Box[T]:
    async def get(self) -> T: ...
    def later(self) -> Awaitable[T]: ...
    async def all(self) -> list[T]: ...
    async def walk(self) -> AsyncIterator[T]:
        yield unknown()
async def f(box: Box[D]):
    (await box.get()).go()
#              ^^^ calls Box.get
#                     ^^ calls D.go
    (await box.later()).go()
#              ^^^^^ calls Box.later
#                       ^^ calls D.go
    (await box.all())[0].go()
#              ^^^ calls Box.all
#                        ^^ calls D.go
    async for x in box.walk():
#                      ^^^^ calls Box.walk
        x.go()
#         ^^ calls D.go

## A quoted type argument of a base
from typing import Generic, TypeVar
T = TypeVar("T")
class Base(Generic[T]):
    def get(self) -> T: ...
class Sub(Base["D"]):
#         ^^^^ extends Base
    def run(self):
        self.get().go()
#            ^^^ calls Base.get
#                  ^^ calls D.go
class D:
    def go(self): ...

## Without type arguments nothing is known
class D:
    def go(self): ...
class Box[T]:
    item: T
    def get(self) -> T: ...
    def all(self) -> list[T]: ...
def f(box: Box):
    box.get().go()
#       ^^^ calls Box.get
    box.all()[0].go()
#       ^^^ calls Box.all
    box.item.go()

## A generic alias says itself what its arguments are for
#- names.py
from typing import Dict, List, Tuple, TypeVar
K = TypeVar("K")
T = TypeVar("T")
Entry = tuple[int, T]
#- main.py
from typing import Dict, Generic, List, Tuple, TypeVar
from names import Entry
#    ^^^^^ imports names.py
K = TypeVar("K")
T = TypeVar("T")
Many = List[T]
Table = Dict[str, T]
Swapped = Dict[T, K]
Row = Tuple[T, ...]
type Pair[A] = tuple[A, int]
class D:
    def go(self): ...
class E:
    def go(self): ...
class Stack(Generic[T]):
    Kept = List[T]
    def pop(self) -> Entry[T]: ...
class Parser(Stack[D]):
#            ^^^^^ extends Stack
    def run(self):
        place, item = self.pop()
#                          ^^^ calls Stack.pop
        place.go()
        item.go()
#            ^^ calls D.go
def f(many: Many[D], table: Table[D], swapped: Swapped[E, D], row: Row[D], entry: Entry[D], kept: "Stack.Kept[D]", late: "Later[D]"):
    many[0].go()
#           ^^ calls D.go
    table["x"].go()
#              ^^ calls D.go
    for key, value in swapped.items():
        key.go()
#           ^^ calls E.go
        value.go()
#             ^^ calls D.go
    row[3].go()
#          ^^ calls D.go
    place, item = entry
    place.go()
    item.go()
#        ^^ calls D.go
    kept[0].go()
#           ^^ calls D.go
    late["x"].go()
#             ^^ calls D.go
Later = Dict[str, T]
