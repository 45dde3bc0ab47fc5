## A type variable says that each call gets its own argument back
from typing import TypeVar
T = TypeVar("T")
class A:
    def go(self): ...
class B:
    def go(self): ...
class Checker:
    def check(self, node: T) -> T:
        return self.marked(node)
#              ^ calls Checker.marked
    def marked(self, node: T) -> T:
        node.mark = True
        return node
def run(checker: Checker):
    checker.check(A()).go()
#   ^ calls A, A.go, Checker.check
    checker.check(B()).go()
#   ^ calls B, B.go, Checker.check

## Of two parameters of the same type either may come back
from typing import TypeVar
T = TypeVar("T")
class A:
    def go(self): ...
class B:
    def go(self): ...
class C:
    def go(self): ...
def first(one: T, other: T) -> T:
    return pick([one, other])
#          ^ calls pick
def pick(all):
    return all[0]
def run():
    first(A(), B()).go()
#   ^ calls A, B, first
#   ^ calls(inferred) A.go, B.go
    first(C(), C()).go()
#   ^ calls C, C.go, first

## A function that makes others gives back what it makes
from typing import Callable, TypeVar, cast
F = TypeVar("F", bound=Callable)
def logged(function: F) -> F:
    def wrapper(*args):
        return function(*args)
#              ^ calls f
    return cast(F, wrapper)
@logged
#^ calls logged
def f(): ...
def run():
    f()
#   ^ calls f, logged.wrapper

## Where nothing is known of what was passed, it is what the variable is bound to
from typing import TypeVar
class A:
    def go(self): ...
T = TypeVar("T", bound=A)
def check(node: T) -> T:
    return same(node)
#          ^ calls same
def same(node):
    return [node][0]
def run(node):
    check(node).go()
#   ^ calls A.go, check

## What a class stands for comes from the object
from typing import Generic, TypeVar
T = TypeVar("T")
class A:
    def go(self): ...
class B:
    def go(self): ...
class Box(Generic[T]):
    kept: T
    def swap(self, value: T) -> T:
        self.kept, old = value, self.kept
        return old
def run(box: Box[A]):
    box.swap(A()).go()
#   ^ calls A, A.go, Box.swap

## A type variable says that each call gets an object of the class it passes
from typing import Type, TypeVar
T = TypeVar("T")
class A:
    def go(self): ...
class B:
    def go(self): ...
class Box:
    def get(self, kind: type[T]) -> T:
        found = self.find(kind)
#               ^^^^^^^^^ calls Box.find
        return found
    def find(self, kind: Type[T]) -> T:
        return kind()
#              ^^^^ calls A, B
def run(box: Box):
    box.get(A).go()
#   ^ calls A.go, Box.get
    box.get(kind=B).go()
#   ^ calls B.go, Box.get

## An object of the class that is passed, or what is passed for the case that there is none
from typing import TypeVar
T = TypeVar("T")
class A:
    def go(self): ...
class B(A):
#       ^ extends A
    def go(self): ...
def find(known, kind: type[T], default: T) -> T:
    for value in known:
        if isinstance(value, kind):
            return value
    return default
def run(known):
    find(known, A, B()).go()
#   ^ calls A.go, B, B.go, find

## A type variable says that each call gets one of the items it passes
from typing import Iterable, TypeVar
T = TypeVar("T")
class A:
    def go(self): ...
class B:
    def go(self): ...
def first(values: Iterable[T]) -> T | None:
    for value in values:
        return value
    return None
def run():
    first([A()]).go()
#   ^ calls A, A.go, first
    first((B(), B())).go()
#   ^ calls B, B.go, first

## A type variable says that each call gets what the function it passes returns
from typing import Callable, TypeVar
T = TypeVar("T")
class A:
    def go(self): ...
class B:
    def go(self): ...
def make_a():
    return A()
#          ^ calls A
def attempt(make: Callable[[], T]) -> T:
    try:
        return make()
#              ^^^^ calls B, make_a
    except ValueError:
        return attempt(make)
#              ^^^^^^^ calls attempt
def run():
    attempt(make_a).go()
#   ^ calls A.go, attempt
    attempt(B).go()
#   ^ calls B.go, attempt

## Type parameters of a function are type variables
class A:
    def go(self): ...
class B:
    def go(self): ...
def check[T](node: T) -> T:
    return same(node)
#          ^ calls same
def same[T: A](node: T) -> T:
    return [node][0]
def run():
    check(A()).go()
#   ^ calls A, A.go, check
    check(B()).go()
#   ^ calls B, B.go, check

## What stands before a / is given back too
from typing import TypeVar
import lib
T = TypeVar("T")
class A:
    def go(self): ...
class B:
    def go(self): ...
def noted(node: T, /, again=True) -> T:
    found = node if again else lib.note(node)
    return found
def a():
    noted(A()).go()
#   ^^^^^ calls noted
#         ^ calls A
#              ^^ calls A.go
def b():
    noted(B()).go()
#   ^^^^^ calls noted
#         ^ calls B
#              ^^ calls B.go
