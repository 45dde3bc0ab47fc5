## NotImplemented leaves it to the right operand
class A:
    def __add__(self, other):
        if isinstance(other, A):
            return self
        return NotImplemented
class B:
    def __radd__(self, other):
        return self
    def go(self): ...
(A() + B()).go()
#^ calls A, B, A.__add__, B.__radd__
#           ^^ calls B.go

## What is accepted is not left to the right operand
class A:
    def __add__(self, other):
        if isinstance(other, B):
            return self
        return NotImplemented
class B:
    def __radd__(self, other): ...
A() + B()
#^ calls A, B, A.__add__

## NotImplemented after a question nobody can answer: an operand of the same class is no case for it
class A:
    def __init__(self, size):
        self.size = size
    def __lt__(self, other):
        if unknown(other):
            return NotImplemented
        return self.size < other.size
    def __gt__(self, other): ...
A(1) < A(2)
#^ calls A, A.__init__, A.__lt__

## Comparisons are reflected too
class A:
    def __lt__(self, other):
        if not isinstance(other, A):
            return NotImplemented
        return True
class B:
    def __gt__(self, other): ...
    def __lt__(self, other): ...
A() < B()
#^ calls A, B, A.__lt__, B.__gt__

## Equality asks the other's __eq__
class A:
    def __eq__(self, other):
        if not isinstance(other, A):
            return NotImplemented
        return True
class B:
    def __eq__(self, other): ...
A() == B()
#^ calls A, B, A.__eq__, B.__eq__
A() != B()
#^ calls A, B, A.__eq__, B.__eq__

## The operand of a class below that has its own method is asked first
class A:
    def __add__(self, other): return self
    def __radd__(self, other): return self
class B(A):
#       ^ extends A
    def __radd__(self, other): ...
A() + B()
#^ calls A, B, A.__add__, B.__radd__
A() + A()
#^ calls A, A.__add__

## total_ordering makes comparisons of the one that is there
from functools import total_ordering
@total_ordering
class V:
    def __init__(self, n): ...
    def __eq__(self, other): ...
    def __lt__(self, other): ...
a = V(1)
#   ^ calls V, V.__init__
a >= a
#^^^^^ calls V.__lt__
a > a
#^^^^ calls V.__lt__, V.__eq__
a < a
#^^^^ calls V.__lt__

## Without total_ordering nothing is derived
class V:
    def __le__(self, other): ...
a = V()
#   ^ calls V
a < 3

## total_ordering of a comparison that a base has
from functools import total_ordering
class Base:
    def __gt__(self, other): ...
@total_ordering
class V(Base):
#       ^^^^ extends Base
    pass
V() <= V()
#^ calls V, Base.__gt__

## iter with a sentinel calls the function again and again
def read(): return C()
#                  ^ calls C
class C:
    def go(self): ...
for c in iter(read, None):
#        ^^^^ calls read
    c.go()
#     ^^ calls C.go

## iter without one asks for an iterator
class C:
    def __iter__(self): return self
    def __next__(self): ...
    def __call__(self): ...
for c in iter(C()):
#        ^^^^ calls C, C.__iter__, C.__next__
    pass

## reversed runs __reversed__ and not __iter__
class C:
    def __iter__(self): return iter([])
    def __reversed__(self):
        yield D()
#             ^ calls D
    def __len__(self): return 0
    def __getitem__(self, at): ...
class D:
    def go(self): ...
for d in reversed(C()):
#        ^^^^^^^^ calls C, C.__reversed__
    d.go()
#     ^^ calls D.go

## reversed without __reversed__ counts and takes items
class C:
    def __iter__(self): return iter([])
    def __len__(self): return 1
    def __getitem__(self, at): return D()
#                                     ^ calls D
class D:
    def go(self): ...
for d in reversed(C()):
#        ^^^^^^^^ calls C, C.__len__, C.__getitem__
    d.go()
#     ^^ calls D.go

## reversed of lists, tuples and dictionaries
class D:
    def go(self): ...
d = D()
#   ^ calls D
for x in reversed([d]):
    x.go()
#     ^^ calls D.go
for x in reversed((d, 1)):
    x.go()
#     ^^ calls D.go
for x in reversed({d: 1}):
    x.go()
#     ^^ calls D.go

## NotImplemented behind a further question is no rule for every operand
class A:
    def __add__(self, other):
        if other is ...:
            return self
        if not isinstance(other, (A, int)):
            return NotImplemented
        return self
    def __radd__(self, other): ...
class B(A): ...
#       ^ extends A
class C(A): ...
#       ^ extends A
B() + C()
#^ calls B, C, A.__add__

## Nobody stores anything in the classes of the interpreter
def made(self): ...
class C: ...
for owner in (C, str):
    setattr(owner, "go", made)
str(1).go()
C().go()
#^ calls C, made

## An assignment is the plain operator where the left operand has no method for it
class A:
    def __add__(self, other): ...
class B:
    def __radd__(self, other): return self
    def go(self): ...
class C: ...
def run():
    a = A()
#       ^ calls A
    a += B()
#   ^^^^^^^^ calls A.__add__, B
    c = C()
#       ^ calls C
    c += B()
#   ^^^^^^^^ calls B, B.__radd__
    total = 0
    total += B()
#   ^^^^^^^^^^^^ calls B, B.__radd__
    total.go()
#         ^^ calls B.go

## An assignment whose method returns NotImplemented is the plain operator
class A:
    def __iadd__(self, other):
        if isinstance(other, B):
            return NotImplemented
        return self
    def __add__(self, other): ...
class B:
    def __radd__(self, other): ...
class C:
    def __iadd__(self, other):
        return NotImplemented
class D:
    def __iadd__(self, other):
        return self
def run():
    a = A()
#       ^ calls A
    a += B()
#   ^^^^^^^^ calls A.__iadd__, A.__add__, B
    c = C()
#       ^ calls C
    c += B()
#   ^^^^^^^^ calls C.__iadd__, B, B.__radd__
    d = D()
#       ^ calls D
    d += B()
#   ^^^^^^^^ calls D.__iadd__, B
