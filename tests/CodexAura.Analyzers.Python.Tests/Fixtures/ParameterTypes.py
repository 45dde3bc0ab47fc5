## A parameter takes instances of the class its annotation names
class Base:
    def go(self): ...
class Left(Base):
#          ^^^^ extends Base
    def go(self): ...
class Right:
    def go(self): ...
def run(it: Base):
    it.go()
#      ^^ calls Base.go, Left.go
def every(it):
    run(it)
#   ^^^ calls run
def main():
    every(Left())
#   ^^^^^ calls every
#         ^^^^ calls Left
    every(Right())
#   ^^^^^ calls every
#         ^^^^^ calls Right

## Where a whole family comes, a parameter takes the part that it names
class Base:
    def go(self): ...
class Left(Base):
#          ^^^^ extends Base
    def go(self): ...
class Right(Base):
#           ^^^^ extends Base
    def go(self): ...
def run(it: Left):
    it.go()
#      ^^ calls Left.go
def every(it: Base):
    run(it)
#   ^^^ calls run

## One of several classes that an annotation names
class A:
    def go(self): ...
class B:
    def go(self): ...
class C:
    def go(self): ...
def run(it: A | B | None):
    it.go()
#      ^^ calls A.go, B.go
def every(it):
    run(it)
#   ^^^ calls run
def main():
    every(A())
#   ^^^^^ calls every
#         ^ calls A
    every(B())
#   ^^^^^ calls every
#         ^ calls B
    every(C())
#   ^^^^^ calls every
#         ^ calls C

## An annotation in a function inside a function
class A:
    def go(self): ...
class B:
    def go(self): ...
def outer(value):
    def run(it: A):
        it.go()
#          ^^ calls A.go
    run(value)
#   ^^^ calls outer.run
def main():
    outer(A())
#   ^^^^^ calls outer
#         ^ calls A
    outer(B())
#   ^^^^^ calls outer
#         ^ calls B

## Another name for several classes, of which one is not known, says nothing
from elsewhere import Unknown
from typing import Union
class A:
    def go(self): ...
class B:
    def go(self): ...
Either = Union[A, Unknown]
def run(it: Either):
    it.go()
#      ^^ calls A.go, B.go
def every(it):
    run(it)
#   ^^^ calls run
def main():
    every(A())
#   ^^^^^ calls every
#         ^ calls A
    every(B())
#   ^^^^^ calls every
#         ^ calls B

## An annotation that nothing fits is not believed, but what came is a guess
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(it: A):
    it.go()
#      ^^ calls A.go
#      ^^ calls(heuristic) B.go
def main():
    run(B())
#   ^^^ calls run
#       ^ calls B

## A proxy goes where what it stands for goes
class A:
    def go(self): ...
class Proxy:
    def __init__(self, it):
        self.it = it
    def __getattr__(self, name):
        return getattr(self.it, name)
    def go(self): ...
def run(it: A):
    it.go()
#      ^^ calls A.go, Proxy.go
def main():
    run(A())
#   ^^^ calls run
#       ^ calls A
    run(Proxy(A()))
#   ^^^ calls run
#       ^^^^^ calls Proxy, Proxy.__init__
#             ^ calls A

## A protocol takes what has its members
from typing import Protocol
class Goes(Protocol):
    def go(self): ...
class A:
    def go(self): ...
def run(it: Goes):
    it.go()
#      ^^ calls Goes.go, A.go
def main():
    run(A())
#   ^^^ calls run
#       ^ calls A

## A | B as another name stands for both
class A:
    def go(self): ...
class B:
    def go(self): ...
Both = A | B
def run(it: Both):
    it.go()
#      ^^ calls A.go, B.go

## A class named in quotes in a union
from typing import Union
class A:
    def go(self): ...
Either = Union[A, "B"]
class B:
    def go(self): ...
def run(it: Either):
    it.go()
#      ^^ calls A.go, B.go
