## What __getitem__ gives hangs on the class of the key
class Child:
    def append(self, x): ...
class Element:
    def __init__(self):
        self.attributes = {}
        self.children = [Child()]
#                        ^^^^^ calls Child
    def __getitem__(self, key):
        if isinstance(key, str):
            return self.attributes[key]
        return self.children[key]
def run(e):
    e["names"].append(1)
#   ^ calls Element.__getitem__
    e[0].append(1)
#        ^^^^^^ calls Child.append
#   ^ calls Element.__getitem__
run(Element())
#   ^^^^^^^ calls Element, Element.__init__
#^^ calls run

## An operator that asks for the class of its operand
class Length:
    def __mul__(self, other):
        if isinstance(other, Length):
            return Area()
#                  ^^^^ calls Area
        return Length()
#              ^^^^^^ calls Length
    def show(self): ...
class Area:
    def show(self): ...
a = Length()
#   ^^^^^^ calls Length
(a * 2).show()
#       ^^^^ calls Length.show
#^ calls Length.__mul__
(a * a).show()
#       ^^^^ calls Area.show
#^ calls Length.__mul__

## One of several classes
class A:
    def go(self): ...
class B(A): ...
#       ^ extends A
class C:
    def go(self): ...
def make(x):
    if isinstance(x, (int, str)):
        return A()
#              ^ calls A
    return C()
#          ^ calls C
make(1).go()
#       ^^ calls A.go
#^^^ calls make
make([]).go()
#        ^^ calls C.go
#^^^ calls make
make(B()).go()
#         ^^ calls C.go
#^^^ calls make
#    ^ calls B

## Of an object of a class or one below it either may come
class A: ...
class B(A): ...
#       ^ extends A
class C:
    def go(self): ...
class D:
    def go(self): ...
def make(x):
    if isinstance(x, B):
        return C()
#              ^ calls C
    return D()
#          ^ calls D
def run(a: A):
    make(a).go()
#   ^^^^ calls make
#           ^^ calls C.go, D.go

## A class that says itself what its instances are
class Meta(type):
    def __instancecheck__(cls, x):
        return True
class Even(metaclass=Meta): ...
class C:
    def go(self): ...
class D:
    def go(self): ...
def make(x):
    if isinstance(x, Even):
        return C()
#              ^ calls C
    return D()
#          ^ calls D
make(2).go()
#^^^ calls make
#       ^^ calls C.go, D.go

## Classes that are imported after the function that asks for them
#- main.py
from a import make
#    ^ imports a.py
from b import Second
#    ^ imports b.py
make(Second()).go()
#^^^ calls a.py::function::make
#    ^^^^^^ calls b.py::class::Second
#              ^^ calls a.py::function::C.go
#- a.py
class C:
    def go(self): ...
class D:
    def go(self): ...
def make(x):
    if isinstance(x, (First, Second)):
        return C()
#              ^ calls a.py::class::C
    return D()
#          ^ calls a.py::class::D
from b import First, Second
#    ^ imports b.py
#- b.py
class First: ...
class Second: ...

## A parameter that comes back for one answer only
class A:
    def go(self): ...
class B:
    def go(self): ...
def pick(value, fallback):
    if value is None:
        return fallback
    return value
def made(value):
    if isinstance(value, A):
        return value
    return A()
#          ^ calls A
def first(make=None, other=B()):
#                          ^ calls B
    if callable(make):
        return make()
#       ^^^^^^^^^^^^^ calls A
    return other
def use(unknown):
    pick(A(), B()).go()
#   ^^^^ calls pick
#        ^ calls A
#             ^ calls B
#                  ^^ calls A.go
    pick(None, B()).go()
#   ^^^^ calls pick
#              ^ calls B
#                   ^^ calls B.go
    pick(unknown, B()).go()
#   ^^^^ calls pick
#                 ^ calls B
#                      ^^ calls B.go
    made(B()).go()
#   ^^^^ calls made
#        ^ calls B
#             ^^ calls A.go
    first(A).go()
#   ^^^^^ calls first
#            ^^ calls A.go
    first().go()
#   ^^^^^ calls first
#           ^^ calls B.go

## What is no instance of a class comes back as it was
import outside
class A:
    def go(self): ...
class B:
    def go(self): ...
class Made:
    def go(self): ...
def resolve(x):
    if isinstance(x, str):
        return Made()
#              ^^^^ calls Made
    return x
def one():
    resolve(A()).go()
#           ^ calls A, A.go, resolve
def two():
    resolve(B()).go()
#           ^ calls B, B.go, resolve
def three():
    resolve(outside.thing()).go()
#                            ^^ calls Made.go, resolve
outside.start(one, two, three)

## Where it is another answer that holds, all that comes is left
import outside
class A:
    def go(self): ...
class B(A):
#       ^ extends A
    def go(self): ...
class C:
    def go(self): ...
def pick(x):
    if isinstance(x, B):
        return C()
#              ^ calls C
    if isinstance(x, str):
        return C()
#              ^ calls C
    return x
def one():
    pick(A()).go()
#        ^ calls A, A.go, C.go, pick
def two():
    pick(B()).go()
#        ^ calls B, C.go, pick
outside.start(one, two)

## A parameter that a branch makes another
import outside
class A:
    def go(self): ...
class B:
    def go(self): ...
class Made:
    def go(self): ...
def resolve(x):
    if isinstance(x, str):
        x = Made()
#           ^^^^ calls Made
    return x
def one():
    resolve(A()).go()
#           ^ calls A, A.go, resolve
def two():
    resolve(B()).go()
#           ^ calls B, B.go, resolve
outside.start(one, two)

## A generator returns to whoever goes through it
import outside
class A:
    def go(self): ...
class Made:
    def go(self): ...
def gen(x):
    yield 1
    if isinstance(x, str):
        return Made()
#              ^^^^ calls Made
    return x
def run():
    r = yield from gen(A())
#                      ^ calls A, gen
    r.go()
#     ^^ calls A.go, Made.go
outside.start(run)

## What a parameter is declared to be, of an argument that is not known
import outside
from typing import Union
class A:
    def go(self): ...
class Made:
    def go(self): ...
def resolve(x: Union[str, A]):
    if isinstance(x, str):
        return Made()
#              ^^^^ calls Made
    return x
def run(y):
    resolve(y).go()
#              ^^ calls A.go, Made.go, resolve
outside.start(run)
outside.keep(A())
#            ^ calls A
