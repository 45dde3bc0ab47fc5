## The value of a member is what stands in the body
from enum import Enum
class A:
    def go(self): ...
class B:
    def go(self): ...
class Kind(Enum):
    FIRST = A()
#           ^ calls A
    SECOND = B()
#            ^ calls B
def run(kind: Kind):
    Kind.FIRST.value.go()
#                    ^^ calls A.go
    kind.value.go()
#              ^^ calls A.go, B.go

## Classes as values
from enum import Enum
class A:
    @staticmethod
    def go(): ...
class B:
    @staticmethod
    def go(): ...
class Kind(Enum):
    FIRST = A
    SECOND = B
def run(name):
    Kind.SECOND.value.go()
#                     ^^ calls B.go
    Kind[name].value.go()
#                    ^^ calls A.go, B.go
    for kind in Kind:
        kind._value_.go()
#                    ^^ calls A.go, B.go

## Methods and properties of an enumeration are no members
from enum import Enum
def first(): ...
def second(): ...
class Kind(Enum):
    ONE = (first,)
    def value_of(self): ...
    @property
    def label(self): ...
    class Inner:
        def go(self): ...
def run(kind: Kind):
    kind.value()
    kind.value[0]()
#   ^^^^^^^^^^^^^ calls first
    Kind.Inner().go()
#        ^^^^^ calls Kind.Inner
#                ^^ calls Kind.Inner.go

## A class's own __new__ says what the value is
from enum import Enum
class A:
    def go(self): ...
class Kind(Enum):
    def __new__(cls, made, text):
        self = object.__new__(cls)
        self._value_ = text
        return self
    ONE = (A(), "one")
#          ^ calls A
def run(kind: Kind):
    kind.value[0].go()
