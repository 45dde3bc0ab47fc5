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
#      ^^ calls A.go
#      ^^ calls(heuristic) Goes.go
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

## Where very many of a family come, a parameter takes the part that it names
class Base:
    def go(self): ...
class Left(Base):
#          ^^^^ extends Base
    def go(self): ...
class L0(Left):
#        ^^^^ extends Left
    def go(self): ...
class L1(Left):
#        ^^^^ extends Left
    def go(self): ...
class L2(Left):
#        ^^^^ extends Left
    def go(self): ...
class L3(Left):
#        ^^^^ extends Left
    def go(self): ...
class L4(Left):
#        ^^^^ extends Left
    def go(self): ...
class L5(Left):
#        ^^^^ extends Left
    def go(self): ...
class L6(Left):
#        ^^^^ extends Left
    def go(self): ...
class L7(Left):
#        ^^^^ extends Left
    def go(self): ...
class L8(Left):
#        ^^^^ extends Left
    def go(self): ...
class L9(Left):
#        ^^^^ extends Left
    def go(self): ...
class L10(Left):
#         ^^^^ extends Left
    def go(self): ...
class L11(Left):
#         ^^^^ extends Left
    def go(self): ...
class L12(Left):
#         ^^^^ extends Left
    def go(self): ...
class L13(Left):
#         ^^^^ extends Left
    def go(self): ...
class L14(Left):
#         ^^^^ extends Left
    def go(self): ...
class L15(Left):
#         ^^^^ extends Left
    def go(self): ...
class L16(Left):
#         ^^^^ extends Left
    def go(self): ...
class L17(Left):
#         ^^^^ extends Left
    def go(self): ...
class L18(Left):
#         ^^^^ extends Left
    def go(self): ...
class L19(Left):
#         ^^^^ extends Left
    def go(self): ...
class L20(Left):
#         ^^^^ extends Left
    def go(self): ...
class L21(Left):
#         ^^^^ extends Left
    def go(self): ...
class L22(Left):
#         ^^^^ extends Left
    def go(self): ...
class L23(Left):
#         ^^^^ extends Left
    def go(self): ...
class L24(Left):
#         ^^^^ extends Left
    def go(self): ...
class L25(Left):
#         ^^^^ extends Left
    def go(self): ...
class Right(Base):
#           ^^^^ extends Base
    def go(self): ...
def run(it: Left):
    it.go()
#      ^^ calls Left.go, L0.go, L1.go, L2.go, L3.go, L4.go, L5.go, L6.go, L7.go, L8.go, L9.go, L10.go, L11.go, L12.go, L13.go, L14.go, L15.go, L16.go, L17.go, L18.go, L19.go, L20.go, L21.go, L22.go, L23.go, L24.go, L25.go
def every(it):
    run(it)
#   ^^^ calls run
def main():
    every(L0())
#   ^^^^^ calls every
#         ^^ calls L0
    every(L1())
#   ^^^^^ calls every
#         ^^ calls L1
    every(L2())
#   ^^^^^ calls every
#         ^^ calls L2
    every(L3())
#   ^^^^^ calls every
#         ^^ calls L3
    every(L4())
#   ^^^^^ calls every
#         ^^ calls L4
    every(L5())
#   ^^^^^ calls every
#         ^^ calls L5
    every(L6())
#   ^^^^^ calls every
#         ^^ calls L6
    every(L7())
#   ^^^^^ calls every
#         ^^ calls L7
    every(L8())
#   ^^^^^ calls every
#         ^^ calls L8
    every(L9())
#   ^^^^^ calls every
#         ^^ calls L9
    every(L10())
#   ^^^^^ calls every
#         ^^^ calls L10
    every(L11())
#   ^^^^^ calls every
#         ^^^ calls L11
    every(L12())
#   ^^^^^ calls every
#         ^^^ calls L12
    every(L13())
#   ^^^^^ calls every
#         ^^^ calls L13
    every(L14())
#   ^^^^^ calls every
#         ^^^ calls L14
    every(L15())
#   ^^^^^ calls every
#         ^^^ calls L15
    every(L16())
#   ^^^^^ calls every
#         ^^^ calls L16
    every(L17())
#   ^^^^^ calls every
#         ^^^ calls L17
    every(L18())
#   ^^^^^ calls every
#         ^^^ calls L18
    every(L19())
#   ^^^^^ calls every
#         ^^^ calls L19
    every(L20())
#   ^^^^^ calls every
#         ^^^ calls L20
    every(L21())
#   ^^^^^ calls every
#         ^^^ calls L21
    every(L22())
#   ^^^^^ calls every
#         ^^^ calls L22
    every(L23())
#   ^^^^^ calls every
#         ^^^ calls L23
    every(L24())
#   ^^^^^ calls every
#         ^^^ calls L24
    every(L25())
#   ^^^^^ calls every
#         ^^^ calls L25

## A class that is registered while the program runs fits too
from abc import ABC
class Output(ABC):
    def write(self): ...
class Console:
    def write(self): ...
class File(Output):
#          ^^^^^^ extends Output
    def write(self): ...
def take(it: Output):
    it.write()
#      ^^^^^ calls Output.write, Console.write, File.write
def main():
    take(Console())
#   ^^^^ calls take
#        ^^^^^^^ calls Console
    take(File())
#   ^^^^ calls take
#        ^^^^ calls File
    later()
#   ^^^^^ calls later
def later():
    Output.register(Console)

## What self of a decorated method is, nobody but its class says
import outside
def handled(func):
    outside.register(func)
    def inner(*args):
        return func(*args)
#       ^^^^^^^^^^^^^^^^^^ calls Table.fill
    return inner
class Table:
    @handled
#    ^^^^^^^ calls handled
    def fill(self):
        self.draw()
#            ^^^^ calls Table.draw
    def draw(self): ...
class Other:
    def draw(self): ...
def run(what):
    for handler in (Table.fill,):
        handler(what)
#       ^^^^^^^^^^^^^ calls handled.inner
        handler(None)
#       ^^^^^^^^^^^^^ calls handled.inner
        handler([])
#       ^^^^^^^^^^^ calls handled.inner
run(Other())
#^^ calls run
#   ^^^^^ calls Other
run(outside.thing)
#^^ calls run

## A decorated method that another class takes for its own, and one that is static
import functools
import outside
def handled(func):
    @functools.wraps(func)
    def inner(*args):
        return func(*args)
#       ^^^^^^^^^^^^^^^^^^ calls Table.fill
    return inner
class Table:
    @handled
#    ^^^^^^^ calls handled
    def fill(self):
        self.draw()
#            ^^^^ calls Table.draw, Borrower.draw, Late.draw
    def draw(self): ...
class Borrower:
    fill = Table.fill
    def draw(self): ...
class Late:
    def draw(self): ...
Late.fill = Table.fill
class Tools:
    @staticmethod
    def show(self):
        self.draw()
#            ^^^^ calls Table.draw
    def draw(self): ...
outside.start(handled)
def run():
    Table().fill()
#   ^^^^^^^^^^^^^^ calls handled.inner
#           ^^^^ calls Table.fill
#   ^^^^^ calls Table
    Borrower().fill()
#   ^^^^^^^^^^^^^^^^^ calls handled.inner
#              ^^^^ calls Table.fill
#   ^^^^^^^^ calls Borrower
    Late().fill()
#   ^^^^^^^^^^^^^ calls handled.inner
#          ^^^^ calls Table.fill
#   ^^^^ calls Late
    Tools.show(Table())
#         ^^^^ calls Tools.show
#              ^^^^^ calls Table
