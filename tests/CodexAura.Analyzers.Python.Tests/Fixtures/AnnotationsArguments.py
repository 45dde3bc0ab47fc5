## What a base is given for its type variable is what its methods return
from typing import Generic, TypeVar
T = TypeVar("T")
class C:
    def go(self): ...
class D:
    def go(self): ...
class Base(Generic[T]):
    def get(self) -> T: ...
class OfC(Base[C]): ...
#         ^^^^ extends Base
class OfD(Base[D]): ...
#         ^^^^ extends Base
def run(c: OfC, d: OfD):
    c.get().go()
#     ^^^ calls Base.get
#           ^^ calls C.go
    d.get().go()
#     ^^^ calls Base.get
#           ^^ calls D.go

## Several type variables, in the order of Generic
from typing import Generic, TypeVar
K = TypeVar("K")
V = TypeVar("V")
class C:
    def go(self): ...
class D:
    def go(self): ...
class Base(Generic[K, V]):
    def key(self) -> K: ...
    def value(self) -> V: ...
class Own(Base[C, D]): ...
#         ^^^^ extends Base
def run(x: Own):
    x.key().go()
#     ^^^ calls Base.key
#           ^^ calls C.go
    x.value().go()
#     ^^^^^ calls Base.value
#             ^^ calls D.go

## A base in between passes its own type variables on, in another order
from typing import Generic, TypeVar
K = TypeVar("K")
V = TypeVar("V")
class C:
    def go(self): ...
class D:
    def go(self): ...
class Base(Generic[K, V]):
    def key(self) -> K: ...
class Turned(Base[V, K]): ...
#            ^^^^ extends Base
class Own(Turned[C, D]): ...
#         ^^^^^^ extends Turned
class Below(Own): ...
#           ^^^ extends Own
def run(x: Below):
    x.key().go()
#     ^^^ calls Base.key
#           ^^ calls C.go

## Optional, a class method, a property
from typing import Generic, Optional, TypeVar
T = TypeVar("T")
class C:
    def go(self): ...
class D:
    def go(self): ...
class Base(Generic[T]):
    def find(self) -> Optional[T]: ...
    @classmethod
    def make(cls) -> T: ...
    @property
    def item(self) -> T: ...
class OfC(Base[C]): ...
#         ^^^^ extends Base
class OfD(Base[D]): ...
#         ^^^^ extends Base
def run(c: OfC):
    c.find().go()
#     ^^^^ calls Base.find
#            ^^ calls C.go
    OfD.make().go()
#       ^^^^ calls Base.make
#              ^^ calls D.go
    c.item.go()
#     ^^^^ calls Base.item
#          ^^ calls C.go

## A descriptor gives what its class is given
from typing import Any, Generic, TypeVar, overload
T = TypeVar("T")
class Theme:
    def load(self): ...
class Files:
    def load(self): ...
class Option(Generic[T]):
    @overload
    def __get__(self, obj: "Config", type: Any = None) -> T: ...
    @overload
    def __get__(self, obj: None, type: Any = None) -> "Option": ...
    def __get__(self, obj, type=None):
        return obj.values[0]
class ThemeOption(Option[Theme]): ...
#                 ^^^^^^ extends Option
class Config:
    theme = ThemeOption()
#           ^^^^^^^^^^^ calls ThemeOption
def run(config: Config):
    config.theme.load()
#          ^^^^^ calls Option.__get__#3
#                ^^^^ calls Theme.load

## What overloads declare is what a function without annotations returns
from typing import overload
class C:
    def go(self): ...
class D:
    def go(self): ...
class E:
    def go(self): ...
@overload
def make(kind: int) -> C: ...
@overload
def make(kind: str) -> D: ...
def make(kind):
    return registry[kind]
def run():
    make(1).go()
#   ^^^^ calls make#3
#           ^^ calls C.go, D.go

## What a function declares itself is what counts
from typing import overload
class C:
    def go(self): ...
class D:
    def go(self): ...
@overload
def make(kind: int) -> D: ...
def make(kind) -> C:
    return registry[kind]
def run():
    make(1).go()
#   ^^^^ calls make#2
#           ^^ calls C.go

## Without arguments a type variable is anything
from typing import Generic, TypeVar
T = TypeVar("T")
class C:
    def go(self): ...
class D:
    def go(self): ...
class Base(Generic[T]):
    def get(self) -> T: ...
class Own(Base): ...
#         ^^^^ extends Base
def run(x: Own, y: Base):
    x.get().go()
#     ^^^ calls Base.get
    y.get().go()
#     ^^^ calls Base.get

## What an annotation gives a generic class is what its methods return
from typing import Generic, TypeVar
K = TypeVar("K")
V = TypeVar("V")
class C:
    def go(self): ...
class D:
    def go(self): ...
class Box(Generic[V]):
    def get(self) -> V: ...
class Two(Box[K], Generic[K, V]):
#         ^^^ extends Box
    def other(self) -> V: ...
def make() -> Box[D]: ...
class Holder:
    def __init__(self, box: "Box[D]"):
        self.box = box
    def run(self):
        self.box.get().go()
#                ^^^ calls Box.get
#                      ^^ calls D.go
def run(box: Box[C], two: Two[C, D]):
    box.get().go()
#       ^^^ calls Box.get
#             ^^ calls C.go
    two.get().go()
#       ^^^ calls Box.get
#             ^^ calls C.go
    two.other().go()
#       ^^^^^ calls Two.other
#               ^^ calls D.go
    make().get().go()
#   ^^^^ calls make
#          ^^^ calls Box.get
#                ^^ calls D.go

## A class that is given nothing known is itself
from typing import Generic, TypeVar
T = TypeVar("T")
class C:
    def go(self): ...
class D:
    def go(self): ...
class Box(Generic[T]):
    def get(self) -> T: ...
    def put(self): ...
class Below(Box[C]):
#           ^^^ extends Box
    def put(self): ...
def run(box: Box[T], other: Box[unknown], plain: Box[int]):
    box.get().go()
#       ^^^ calls Box.get
    other.get().go()
#         ^^^ calls Box.get
    plain.put()
#         ^^^ calls Box.put, Below.put
