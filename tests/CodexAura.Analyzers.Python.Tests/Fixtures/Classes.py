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

## super() without arguments
class A:
    def go(self): ...
class B(A):
#       ^ extends A
    def go(self):
        super().go()
#               ^^ calls A.go

## super with arguments
class A:
    def go(self): ...
class B(A):
#       ^ extends A
    def go(self):
        super(B, self).go()
#                      ^^ calls A.go

## super().__init__
class A:
    def __init__(self): ...
class B(A):
#       ^ extends A
    def __init__(self):
        super().__init__()
#               ^^^^^^^^ calls A.__init__
B()
#^ calls B, B.__init__

## The base's method by its name
class A:
    def go(self): ...
class B(A):
#       ^ extends A
    def go(self):
        A.go(self)
#         ^^ calls A.go

## super() in a classmethod
class A:
    @classmethod
    def make(cls): ...
class B(A):
#       ^ extends A
    @classmethod
    def make(cls):
        super().make()
#               ^^^^ calls A.make

## super() skips a class without the method
class A:
    def go(self): ...
class B(A): ...
#       ^ extends A
class C(B):
#       ^ extends B
    def go(self):
        super().go()
#               ^^ calls A.go

## super() to a class from outside
import thirdparty
class A(thirdparty.Base):
    def go(self):
        super().go()

## super() of a property
class A:
    @property
    def size(self): ...
class B(A):
#       ^ extends A
    @property
    def size(self):
        return super().size
#                      ^^^^ calls A.size

## The first base wins
class A:
    def go(self): ...
class B:
    def go(self): ...
class C(A, B):
#       ^ extends A
#          ^ extends B
    def run(self):
        self.go()
#            ^^ calls A.go

## The order of the bases counts, not of the definitions
class B:
    def go(self): ...
class A:
    def go(self): ...
class C(A, B):
#       ^ extends A
#          ^ extends B
    def run(self):
        self.go()
#            ^^ calls A.go

## A diamond: the sibling comes before the root
class Root:
    def go(self): ...
class A(Root): ...
#       ^^^^ extends Root
class B(Root):
#       ^^^^ extends Root
    def go(self): ...
class C(A, B):
#       ^ extends A
#          ^ extends B
    def run(self):
        self.go()
#            ^^ calls B.go

## A diamond: super() goes to the sibling
class Root:
    def go(self): ...
class A(Root):
#       ^^^^ extends Root
    def go(self):
        super().go()
#               ^^ calls B.go
class B(Root):
#       ^^^^ extends Root
    def go(self):
        super().go()
#               ^^ calls Root.go
class C(A, B):
#       ^ extends A
#          ^ extends B
    def go(self):
        super().go()
#               ^^ calls A.go
C().go()
#^ calls C, C.go

## super() in a mixin reaches the next class of the object's order
class Mixin:
    def go(self):
        super().go()
#               ^^ calls Base.go
class Base:
    def go(self): ...
class C(Mixin, Base): ...
#       ^^^^^ extends Mixin
#              ^^^^ extends Base
C().go()
#^ calls C, Mixin.go

## A mixin's self is the class that mixes it in
class Mixin:
    def run(self):
        self.go()
#            ^^ calls C.go
class C(Mixin):
#       ^^^^^ extends Mixin
    def go(self): ...
C().run()
#^ calls C, Mixin.run

## A template method
class Base:
    def run(self):
        self.step()
#            ^^^^ calls A.step, B.step
    def step(self):
        raise NotImplementedError
class A(Base):
#       ^^^^ extends Base
    def step(self): ...
class B(Base):
#       ^^^^ extends Base
    def step(self): ...
A().run()
#^ calls A, Base.run
B().run()
#^ calls B, Base.run

## A template method that nobody calls may run on any subclass
class Base:
    def run(self):
        self.step()
#            ^^^^ calls Base.step, A.step
    def step(self): ...
class A(Base):
#       ^^^^ extends Base
    def step(self): ...

## A sibling's method is not reached
class Base:
    def step(self): ...
class A(Base):
#       ^^^^ extends Base
    def run(self):
        self.step()
#            ^^^^ calls Base.step
class B(Base):
#       ^^^^ extends Base
    def step(self): ...
A().run()
#^ calls A, A.run

## A metaclass's __call__ runs on instantiation
class Meta(type):
    def __call__(cls):
        return super().__call__()
class C(metaclass=Meta): ...
C()
#^ calls C, Meta.__call__

## A metaclass of a base
class Meta(type):
    def __call__(cls): ...
class A(metaclass=Meta): ...
class B(A): ...
#       ^ extends A
B()
#^ calls B, Meta.__call__

## A method of the metaclass is called on the class
class Meta(type):
    def make(cls): ...
class C(metaclass=Meta): ...
C.make()
# ^^^^ calls Meta.make

## A metaclass's own attributes are not those of instances
class Meta(type):
    def make(cls): ...
class C(metaclass=Meta): ...
C().make()
#^ calls C

## A nested class
class Outer:
    class Inner:
        def go(self): ...
    def run(self):
        self.Inner().go()
#            ^^^^^ calls Outer.Inner, Outer.Inner.go
Outer.Inner().go()
#     ^^^^^ calls Outer.Inner, Outer.Inner.go

## A class made by a function
class A:
    def go(self): ...
def make(base):
    class C(base): ...
#   ^^^^^^^^^^^^^^^^^^ extends A
    return C
make(A)().go()
#^^^ calls make, make.C, A.go

## A base through an alias
class A:
    def go(self): ...
Base = A
class B(Base): ...
#^^^^^^^^^^^^^^^^^ extends A
B().go()
#^ calls B, A.go

## A base from another module
#- base.py
class A:
    def go(self): ...
#- main.py
import base
#      ^^^^ imports base.py
class B(base.A): ...
#            ^ extends A
B().go()
#^ calls B, A.go

## A generic base
from typing import Generic, TypeVar
T = TypeVar("T")
class Box(Generic[T]):
    def go(self): ...
class IntBox(Box[int]): ...
#            ^^^ extends Box
IntBox().go()
#^^^^^ calls IntBox, Box.go

## A conditional base
import sys
class A:
    def go(self): ...
class B:
    def go(self): ...
Base = A if sys.argv else B
class C(Base):
#^^^^^^^^^^^^^ extends A
#^^^^^^^^^^^^^ extends B
    def run(self): ...

## __getattr__ is called for missing attributes
class C:
    def __getattr__(self, name): ...
    def known(self): ...
c = C()
#   ^ calls C
c.known()
# ^^^^^ calls C.known
c.unknown
#^^^^^^^^ calls C.__getattr__

## A descriptor's __get__
class D:
    def __get__(self, instance, owner): ...
class C:
    d = D()
#       ^ calls D from main.py
C().d
#^ calls C, D.__get__

## A descriptor's __set__
class D:
    def __set__(self, instance, value): ...
class C:
    d = D()
#       ^ calls D from main.py
c = C()
#   ^ calls C
c.d = 1
#^^^^^^ calls D.__set__

## An instance of a class from outside
import thirdparty
class C(thirdparty.Base):
    def run(self):
        self.go()
    def go2(self): ...
C().run()
#^ calls C, C.run

## type(self) makes the same class
class C:
    def copy(self):
        return type(self)()
#       ^^^^^^^^^^^^^^^^^^^ calls C
    def go(self): ...
C().copy().go()
#^ calls C, C.copy, C.go

## self.__class__ makes the same class
class C:
    def copy(self):
        return self.__class__()
#       ^^^^^^^^^^^^^^^^^^^^^^^ calls C
    def go(self): ...
C().copy().go()
#^ calls C, C.copy, C.go

## A singleton
class C:
    _one = None
    @classmethod
    def get(cls):
        if cls._one is None:
            cls._one = cls()
#           ^^^^^^^^^^^^^^^^ calls C
        return cls._one
    def go(self): ...
C.get().go()
# ^^^ calls C.get, C.go

## A method passed as callback keeps its instance
class C:
    def __init__(self):
        self.run(self.go)
#            ^^^ calls C.run
    def run(self, act):
        act()
#       ^^^^^ calls C.go
    def go(self): ...

## An instance attribute hides a method of that name
def f(): ...
class C:
    def __init__(self):
        self.go = f
    def go(self): ...
    def run(self):
        self.go()
#       ^^^^^^^^^ calls f, C.go

## Dunder names are not mangled, private ones work
class C:
    def run(self):
        self.__go()
#            ^^^^ calls C.__go
    def __go(self): ...

## A class defined twice
class C:
    def go(self): ...
class C:
    def go(self): ...
C().go()
#^ calls C#2, C.go#2

## An attribute of a parameter with a known class
class A:
    def go(self): ...
class B:
    def __init__(self):
        self.a = A()
#                ^ calls A
def run(b: B):
    b.a.go()
#       ^^ calls A.go

## setattr on self through another object
class A:
    def go(self): ...
class Parent:
    def adopt(self, child):
        child.parent = self
    def go(self): ...
class Child:
    def up(self):
        self.parent.go()
#                   ^^ calls Parent.go
Parent().adopt(Child())
#^^^^^ calls Parent, Parent.adopt, Child

## A linked list
class Node:
    def __init__(self, next=None):
        self.next = next
    def walk(self):
        if self.next:
            self.next.walk()
#                     ^^^^ calls Node.walk
Node(Node()).walk()
#^^^ calls Node, Node.__init__, Node.walk

## object() has none of the program's methods
class C:
    def go(self): ...
    def stop(self): ...
class D:
    def go(self): ...
    def stop(self): ...
o = object()
o.go()
