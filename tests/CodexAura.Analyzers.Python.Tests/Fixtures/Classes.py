## self.method
class C:
    def run(self):
        self.go()
#            ^^ calls C.go
    def go(self): ...

## self is only a convention
class C:
    def run(this):
        this.go()
#            ^^ calls C.go
    def go(this): ...

## A method of the base
class A:
    def go(self): ...
class B(A):
#       ^ extends A
    def run(self):
        self.go()
#            ^^ calls A.go

## A method of the base's base
class A:
    def go(self): ...
class B(A): ...
#       ^ extends A
class C(B):
#       ^ extends B
    def run(self):
        self.go()
#            ^^ calls A.go

## The nearest override wins
class A:
    def go(self): ...
class B(A):
#       ^ extends A
    def go(self): ...
class C(B):
#       ^ extends B
    def run(self):
        self.go()
#            ^^ calls B.go

## Instantiation calls the class and its __init__
class C:
    def __init__(self): ...
C()
#^ calls C, C.__init__

## Instantiation calls an inherited __init__
class A:
    def __init__(self): ...
class B(A): ...
#       ^ extends A
B()
#^ calls B, A.__init__

## Instantiation without __init__ calls only the class
class C: ...
C()
#^ calls C

## An overriding __init__ hides the base's
class A:
    def __init__(self): ...
class B(A):
#       ^ extends A
    def __init__(self): ...
B()
#^ calls B, B.__init__

## __new__ is called by instantiation
class C:
    def __new__(cls):
        return super().__new__(cls)
    def go(self): ...
C().go()
#^ calls C, C.__new__, C.go

## An attribute set in __init__
class A:
    def go(self): ...
class B:
    def __init__(self):
        self.a = A()
#                ^ calls A
    def run(self):
        self.a.go()
#              ^^ calls A.go

## An attribute set in another method
class A:
    def go(self): ...
class B:
    def setup(self):
        self.a = A()
#                ^ calls A
    def run(self):
        self.a.go()
#              ^^ calls A.go

## An attribute set in a base
class A:
    def go(self): ...
class Base:
    def __init__(self):
        self.a = A()
#                ^ calls A
class B(Base):
#       ^^^^ extends Base
    def run(self):
        self.a.go()
#              ^^ calls A.go

## An attribute set in a subclass, read in the base
class A:
    def go(self): ...
class Base:
    a = None
    def run(self):
        self.a.go()
#              ^^ calls A.go
class B(Base):
#       ^^^^ extends Base
    def __init__(self):
        self.a = A()
#                ^ calls A
B().run()
#^ calls B, B.__init__, Base.run

## An attribute set from outside
class A:
    def go(self): ...
class B:
    def run(self):
        self.a.go()
#              ^^ calls A.go
b = B()
#   ^ calls B
b.a = A()
#     ^ calls A

## An attribute passed to the constructor
class A:
    def go(self): ...
class B:
    def __init__(self, a):
        self.a = a
    def run(self):
        self.a.go()
#              ^^ calls A.go
B(A())
# ^ calls A, B, B.__init__

## A function in an instance attribute gets no self
def f(): ...
class C:
    def __init__(self):
        self.act = f
    def run(self):
        self.act()
#       ^^^^^^^^^^ calls f

## A class attribute
class A:
    def go(self): ...
class B:
    a = A()
#       ^ calls A from main.py
    def run(self):
        self.a.go()
#              ^^ calls A.go
        B.a.go()
#           ^^ calls A.go

## A class attribute set through cls
class A:
    def go(self): ...
class B:
    a = None
    @classmethod
    def setup(cls):
        cls.a = A()
#               ^ calls A
    def run(self):
        self.a.go()
#              ^^ calls A.go

## A chain of attributes
class A:
    def go(self): ...
class B:
    def __init__(self):
        self.a = A()
#                ^ calls A
class C:
    def __init__(self):
        self.b = B()
#                ^ calls B, B.__init__
    def run(self):
        self.b.a.go()
#                ^^ calls A.go

## A chain of methods
class A:
    def one(self):
        return self
    def two(self):
        return self
A().one().two().one()
#^ calls A, A.one, A.two

## A builder subclass returns itself
class A:
    def one(self):
        return self
class B(A):
#       ^ extends A
    def two(self): ...
B().one().two()
#^ calls B, A.one, B.two

## A copy is of the class of what is copied
class Base:
    def copy(self):
        made = self.__class__()
#              ^^^^^^^^^^^^^^^^ calls A, B
        made.x = 1
        return made
    def same(self):
        return type(self)()
#              ^^^^^^^^^^^^ calls A, B
class A(Base):
#       ^^^^ extends Base
    def go(self): ...
class B(Base):
#       ^^^^ extends Base
    def go(self): ...
A().copy().go()
#^^^^^^^^^^^^^^ calls A, Base.copy, A.go
B().copy().go()
#^^^^^^^^^^^^^^ calls B, Base.copy, B.go
A().same().go()
#^^^^^^^^^^^^^^ calls A, Base.same, A.go
B().same()
#^^^^^^^^^ calls B, Base.same

## Objects that are called through objects, deeper than found callables are called at once
def work(): ...
class C0:
    def __call__(self):
        work()
#       ^^^^ calls work
class C1:
    __call__ = C0()
#              ^^ calls C0
class C2:
    __call__ = C1()
#              ^^ calls C1
class C3:
    __call__ = C2()
#              ^^ calls C2
class C4:
    __call__ = C3()
#              ^^ calls C3
class C5:
    __call__ = C4()
#              ^^ calls C4
class C6:
    __call__ = C5()
#              ^^ calls C5
class C7:
    __call__ = C6()
#              ^^ calls C6
class C8:
    __call__ = C7()
#              ^^ calls C7
class C9:
    __call__ = C8()
#              ^^ calls C8
class C10:
    __call__ = C9()
#              ^^ calls C9
class C11:
    __call__ = C10()
#              ^^^ calls C10
for c in (C11(), C10()):
#         ^^^ calls C11
#                ^^^ calls C10
    c()
#   ^ calls C0.__call__

## An object that is called through itself ends
class Loop: ...
Loop.__call__ = Loop()
#^^^ calls Loop
def work(): ...
for x in (Loop(), Loop.__call__):
#         ^^^^ calls Loop
    x()
work()
#^^^ calls work

## One instruction that finds one inherited method on many objects, and a value that does not depend on the object
class Base:
    label = "x"
    def run(self):
        return self.step()
#                   ^^^^ calls Base.step, A.step, B.step
    def step(self): ...
class A(Base):
#       ^^^^ extends Base
    def step(self): ...
class B(Base):
#       ^^^^ extends Base
    def step(self): ...
class C(Base): ...
#       ^^^^ extends Base
for thing in (A(), B(), C()):
#             ^ calls A
#                  ^ calls B
#                       ^ calls C
    thing.run()
#         ^^^ calls Base.run
    thing.label.upper()
def last(self): ...
Base.late = last
for thing in (A(), B(), C()):
#             ^ calls A
#                  ^ calls B
#                       ^ calls C
    thing.late()
#         ^^^^ calls last

## A class attribute read off several enumerations is a member of each
import enum
class Shape:
    def draw(self): ...
class Red(enum.Enum):
    ONE = 1
    def show(self): ...
class Blue(enum.Enum):
    ONE = 1
    def show(self): ...
for kind in (Red, Blue):
    kind.ONE.show()
#            ^^^^ calls Red.show, Blue.show

## A private name belongs to the class that says it
def one(): pass
def two(): pass
class A:
    def __init__(self): self.__act = one
    def __hidden(self): self.__act()
#                       ^^^^^^^^^^^ calls one
    def run(self): self.__hidden()
#                  ^^^^^^^^^^^^^ calls A.__hidden
class B(A):
#       ^ extends A
    def __init__(self):
        super().__init__()
#       ^^^^^^^^^^^^^^^^ calls A.__init__
        self.__act = two
    def __hidden(self): self.__act()
#                       ^^^^^^^^^^^ calls two
    def go(self): self.__hidden()
#                 ^^^^^^^^^^^^^ calls B.__hidden
B().go()
#^^^^^^ calls B, B.__init__, B.go

## A private method is called by its name
class Rule:
    def __init__(self, *values):
        for value in values:
            self.__add(value)
#           ^^^^^^^^^^ calls(exact) Rule.__add
    def __add(self, value): ...
class Late(Rule):
#          ^^^^ extends Rule
    def other(self):
        self._Rule__add(1)
#       ^^^^^^^^^^^^^^^ calls(exact) Rule.__add

## A class is called before its bases are known
#- a.py
import b
#      ^ imports b.py
class Base:
    def __init__(self, table=None):
        self.table = table
#- b.py
import a
#      ^ imports a.py
class Table(dict[str, type]):
    def copy(self): return dict(self)
class Field(a.Base): ...
#             ^^^^ extends Base
class C: ...
field = Field()
#^^^^^^^^^^^^^^ calls Base.__init__
#       ^^^^^ calls Field
table = Table({"c": C})
#       ^^^^^ calls Table
def use(name):
    table[name]()
#   ^^^^^^^^^^^^^ calls C
    table.copy()[name]()
#   ^^^^^^^^^^^^^^^^^^^^ calls C
#         ^^^^ calls Table.copy

## A class is called before its base with a __new__ or a metaclass is known
#- a.py
import b
#      ^ imports b.py
class Meta(type):
    def __call__(cls, *args): return super().__call__(*args)
class Made:
    def __new__(cls, *args): return super().__new__(cls)
class Called(metaclass=Meta): ...
#- b.py
import a
#      ^ imports a.py
class C(a.Made):
#         ^^^^ extends Made
    def go(self): ...
class M(a.Called): ...
#         ^^^^^^ extends Called
c = C()
#^^^^^^ calls Made.__new__
#   ^ calls C
m = M()
#^^^^^^ calls Meta.__call__
#   ^ calls M
def use():
    c.go()
#     ^^ calls C.go

## What stands in a class body is told its name before the base that asks for it is known
#- a.py
from b import Base
#         ^^^^ imports b.py
class Field(Base): ...
#           ^^^^ extends Base
class C:
#^^^^^^^ calls Base.__set_name__
    x = Field()
#       ^^^^^ calls Field
#- b.py
class Base:
    def __set_name__(self, owner, name): ...

## What the __new__ of a base that is known later returns is what the call gives
#- a.py
from b import Base
#         ^^^^ imports b.py
class C(Base):
#       ^^^^ extends Base
    def go(self): ...
c = C()
#^^^^^^ calls Base.__new__
#   ^ calls C
def use():
    c.go()
#     ^^ calls C.go
    c.stop()
#     ^^^^ calls Other.stop
#- b.py
import outside
class Other:
    def stop(self): ...
class Last:
    def stop(self): ...
class Base:
    def __new__(cls, *args):
        if outside.ask(): return Other()
#                                ^^^^^ calls Other
        return super().__new__(cls)
