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
#^^^^^^^^^^^^^ extends(heuristic) A
#^^^^^^^^^^^^^ extends(heuristic) B
    def run(self): ...

## A base under one name, defined on a condition
import sys
if sys.argv:
    class Base: ...
else:
    class Base: ...
class C(Base): ...
#       ^^^^ extends(exact) Base
#       ^^^^ extends(exact) Base#2

## A base that an annotation declares is none
from typing import Type
class Base:
    def go(self): ...
class Real:
    def go(self): ...
base: Type[Base] = Real
class C(base): ...
#       ^^^^ extends Real
C().go()
# ^ calls C, Real.go

## A declared base, for lack of a better one
from typing import Type
class Base:
    def go(self): ...
def make(base: Type[Base]):
    class C(base): ...
#           ^^^^ extends Base
    C().go()
#     ^^ calls make.C, Base.go

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

## A function stored over a method is reached by some of the calls
def f(): ...
class C:
    def replace(self):
        self.go = f
    def go(self): ...
    def run(self):
        self.go()
#       ^^^^^^^^^ calls C.go
#       ^^^^^^^^^ calls(heuristic) f

## What a class itself holds under another method's name is no replacement
class Base:
    def _start(self): ...
    start = _start
    def run(self):
        self.start()
#       ^^^^^^^^^^ calls(inferred) Base._start
#       ^^^^^^^^^^ calls Sub.start
class Sub(Base):
#         ^^^^ extends Base
    def start(self): ...
Sub().run()
#^^^ calls Sub
#     ^^^ calls Base.run
Base().run()
#^^^^ calls Base
#      ^^^ calls Base.run

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

## A metaclass chooses the class and calls type.__call__ by name
class Meta(type):
    classes = {}
    def __init__(cls, name, bases, body):
        cls.classes[name] = cls
    def __call__(cls, name):
        made = Meta.classes[name]
        return type.__call__(made, name)
#                   ^^^^^^^^ calls A.__init__, B.__init__
class Base(metaclass=Meta): ...
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Meta.__init__
class A(Base):
#^^^^^^^^^^^^^ calls Meta.__init__
#       ^^^^ extends Base
    def __init__(self, name): ...
    def go(self): ...
class B(Base):
#^^^^^^^^^^^^^ calls Meta.__init__
#       ^^^^ extends Base
    def __init__(self, name): ...
def run(name):
    node = Base(name)
#          ^^^^ calls Base, Meta.__call__
    node.go()
#        ^^ calls A.go
run("A")
#^^ calls run

## type makes a class of a mixin and a base
def stop(self): ...
class Mixin:
    def run(self):
        self.go()
#            ^^ calls Base.go
class Base:
    def __init__(self): ...
    def go(self): ...
Made = type("Made", (Mixin, Base), {"stop": stop})
made = Made()
#      ^^^^ calls Base.__init__
made.run()
#    ^^^ calls Mixin.run
made.stop()
#    ^^^^ calls stop

## A metaclass makes a class when it is called
class Meta(type):
    def __new__(cls, name, bases, body):
        return super().__new__(cls, name, bases, body)
class Mixin:
    def run(self):
        self.go()
#            ^^ calls Base.go
class Base:
    def go(self): ...
Made = Meta("Made", (Mixin, Base), {})
#      ^^^^ calls Meta, Meta.__new__
Made().run()
#      ^^^ calls Mixin.run

## A function with such arguments makes no class
class Base:
    def go(self): ...
def make(name, bases, body):
    return None
Made = make("Made", (Base,), {})
#      ^^^^ calls make
Made().go()

## A property of the metaclass gives what it returns for the class
class Manager:
    def every(self): ...
class Meta(type):
    @property
    def objects(cls):
        return cls.make()
        #      ^^^^^^^^^^ calls Model.make
    @property
    def name(cls): return Manager()
    #                     ^^^^^^^^^ calls Manager
class Model(metaclass=Meta):
    name = "a model"
    @classmethod
    def make(cls): return Manager()
    #                     ^^^^^^^^^ calls Manager
def use():
    Model.objects.every()
    #     ^^^^^^^ calls Meta.objects
    #             ^^^^^ calls Manager.every

## A descriptor of the metaclass has the class for its instance
class Field:
    def __get__(self, instance, owner=None):
        instance.built()
        #        ^^^^^ calls Model.built
        return self
class Meta(type):
    field = Field()
    #       ^^^^^^^ calls Field
class Model(metaclass=Meta):
    @classmethod
    def built(cls): ...
def use():
    Model.field
    #     ^^^^^ calls Field.__get__

## Classes that are asked for their subclasses
class Plugin:
    @classmethod
    def run_all(cls):
        for kind in cls.__subclasses__():
            kind().run()
            #^ calls A, C
            #      ^^^ calls A.run, C.run
class A(Plugin):
#       ^^^^^^ extends Plugin
    def run(self): ...
class B(A):
#       ^ extends A
    def run(self): ...
class C(Plugin):
#       ^^^^^^ extends Plugin
    def run(self): ...
def descend(kind):
    for below in kind.__subclasses__():
        yield below
        yield from descend(below)
        #          ^^^^^^^^^^^^^^ calls descend
def main():
    Plugin.run_all()
    #      ^^^^^^^ calls Plugin.run_all
    for kind in descend(Plugin):
    #           ^^^^^^^^^^^^^^^ calls descend
        kind().run()
        #^ calls A, C
        #^ calls(heuristic) B
        #      ^^^ calls A.run, B.run, C.run

## Classes that are asked for their order
class A:
    @classmethod
    def setup(cls): ...
class B(A):
#       ^ extends A
    @classmethod
    def setup(cls): ...
def main():
    for kind in B.mro(): kind.setup()
    #                    ^^^^^^^^^^^^ calls A.setup, B.setup

## What only classes below have is found where any of them may be meant
class Base:
    @classmethod
    def build(cls):
        cls.create()
        #   ^^^^^^ calls Sub.create
    def again(self):
        type(self).create()
        #          ^^^^^^ calls Sub.create
        self.__class__.create()
        #              ^^^^^^ calls Sub.create
class Sub(Base):
#         ^^^^ extends Base
    @classmethod
    def create(cls): ...
def given(kind: type[Base]):
    kind.create()
    #    ^^^^^^ calls Sub.create

## One of very many bases is no guess
class B0: ...
class B1: ...
class B2: ...
class B3: ...
class B4: ...
class B5: ...
class B6: ...
class B7: ...
class B8: ...
def make(base):
    class Made(base): ...
    return Made
for b in [B0, B1, B2, B3, B4, B5, B6, B7, B8]: make(b)
#                                              ^^^^^^^ calls make

## One of a few bases is a guess
class B0: ...
class B1: ...
def make(base):
    class Made(base): ...
    #          ^^^^ extends(heuristic) B0, B1
    return Made
make(B0)
#^ calls make
make(B1)
#^ calls make

## A class that type makes of bases in a list is based on them
import outside
class Client:
    def __init__(self, target):
        self.target = target
    def send(self):
        self.target.take()
#                   ^^^^ calls Target.take
class Target:
    def take(self): ...
def make_class(name):
    bases = [Client]
    outside.extend(bases)
    return type(str(name), tuple(bases), {})
def use(name):
    made = make_class(name)
#          ^^^^^^^^^^ calls make_class
    client = made(Target())
#            ^^^^ calls Client.__init__
#                 ^^^^^^ calls Target
    client.send()
#          ^^^^ calls Client.send
outside.start(use)

## Classes below one that a metaclass was called for are of the metaclass
import outside
known = []
class Meta(type):
    def __new__(cls, name, bases, body):
        made = super().__new__(cls, name, bases, body)
        known.append(made)
        return made
class Plain:
    def __init__(self): ...
Base = Meta('Base', (Plain,), {})
#      ^^^^ calls Meta, Meta.__new__
class One(Base):
#     ^^^ calls Meta.__new__
    def go(self): ...
def each():
    for kind in known:
        kind().go()
#       ^^^^ calls One, Plain.__init__
#              ^^ calls One.go
outside.start(each)

## A class that type makes of bases nobody knows is not known
import outside
class Base:
    def only_base(self): ...
class Below(Base):
#           ^^^^ extends Base
    def only_below(self): ...
def again(cls):
    return type(cls.__name__, outside.bases_of(cls), {})
def use():
    again(Below)().only_base()
#   ^^^^^ calls again
#                  ^^^^^^^^^ calls(heuristic) Base.only_base
outside.start(use)

## What is called type is not always type
import outside
class Items:
    def __iter__(self):
        return iter([1])
class Row:
    def __init__(self, name, items, rest): ...
def make(type, rest):
    return type("n", Items(), rest)
#          ^^^^ calls Row, Row.__init__
#                    ^^^^^ calls Items
def main():
    make(Row, 1)
#   ^^^^ calls make
outside.start(main)
