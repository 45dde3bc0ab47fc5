## A class pattern narrows
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x: A | B):
    match x:
        case A():
            x.go()
#             ^^ calls A.go
        case B():
            x.go()
#             ^^ calls B.go

## A class pattern with as
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x: A | B):
    match x:
        case A() as a:
            a.go()
#             ^^ calls A.go

## An attribute of a class pattern
class A:
    def go(self): ...
class B:
    def __init__(self):
        self.a = A()
#                ^ calls A
def run(x: B):
    match x:
        case B(a=a):
            a.go()
#             ^^ calls A.go

## A positional attribute of a dataclass
from dataclasses import dataclass
class A:
    def go(self): ...
@dataclass
class B:
    a: A
def run(x: B):
    match x:
        case B(a):
            a.go()
#             ^^ calls A.go

## A sequence pattern
def f(): ...
def g(): ...
def run():
    match [f, g]:
        case [a, b]:
            a()
#           ^^^ calls f
            b()
#           ^^^ calls g

## A sequence pattern with a rest
def f(): ...
def g(): ...
def run():
    pair = [f, g]
    match pair:
        case [a, *rest]:
            a()
#           ^^^ calls f

## A mapping pattern
def f(): ...
def g(): ...
def run():
    match {"a": f, "b": g}:
        case {"a": act}:
            act()
#           ^^^^^ calls f

## An or pattern
class A:
    def go(self): ...
class B:
    def go(self): ...
class C:
    def go(self): ...
def run(x: A | B | C):
    match x:
        case A() | B():
            x.go()
#             ^^ calls A.go, B.go

## A wildcard
def f(): ...
def g(): ...
def run(x):
    match x:
        case 1:
            f()
#           ^ calls f
        case _:
            g()
#           ^ calls g

## The guard is called
def f(): ...
def check(x): ...
def run(x):
    match x:
        case y if check(y):
#                 ^^^^^ calls check
            f()
#           ^ calls f

## A value pattern is read, not bound
#- color.py
RED = 1
#- main.py
import color
#      ^^^^^ imports color.py
def f(): ...
def run(x):
    match x:
        case color.RED:
            f()
#           ^ calls f

## The subject is evaluated
def f(): ...
def run():
    match f():
#         ^ calls f
        case None:
            pass

## Bindings of the cases meet
def f(): ...
def g(): ...
def run(x):
    match x:
        case 1:
            act = f
        case _:
            act = g
    act()
#   ^^^^^ calls f, g

## Without a wildcard the old binding stays possible
def f(): ...
def g(): ...
def run(x):
    act = f
    match x:
        case 1:
            act = g
    act()
#   ^^^^^ calls f, g

## A case after an irrefutable one is never reached
def f(): ...
def g(): ...
def run(x):
    match x:
        case y:
            f()
#           ^ calls f

## match and case as plain names
def match(x): ...
def case(x): ...
match(1)
#^^^^ calls match
case(1)
#^^^ calls case

## Nested patterns
class A:
    def go(self): ...
class B:
    def __init__(self):
        self.pair = (A(), 1)
#                    ^ calls A
def run(x: B):
    match x:
        case B(pair=(a, n)):
            a.go()
#             ^^ calls A.go

## A match in a loop
class A:
    def go(self): ...
class B:
    def stop(self): ...
def run(xs: list[A | B]):
    for x in xs:
        match x:
            case A():
                x.go()
#                 ^^ calls A.go
            case B():
                x.stop()
#                 ^^^^ calls B.stop

## A match on a tuple of several
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x: A, y: B):
    match x, y:
        case a, b:
            a.go()
#             ^^ calls A.go
            b.go()
#             ^^ calls B.go
