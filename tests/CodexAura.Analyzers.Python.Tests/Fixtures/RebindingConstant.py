## A known list's item bound again
def f(): ...
def g(): ...
def run():
    hs = [f, f]
    hs[0] = g
    hs[0]()
#   ^^^^^^^ calls g
    hs[1]()
#   ^^^^^^^ calls f

## A known dict's entry bound again
def f(): ...
def g(): ...
def run():
    hs = {"a": f}
    hs["a"] = g
    hs["a"]()
#   ^^^^^^^^^ calls g

## An instance bound again
class A:
    def go(self): ...
class B:
    def go(self): ...
def run():
    x = A()
#       ^ calls A
    x.go()
#     ^^ calls A.go
    x = B()
#       ^ calls B
    x.go()
#     ^^ calls B.go

## A parameter bound again
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x: A):
    x = B()
#       ^ calls B
    x.go()
#     ^^ calls B.go

## A parameter replaced where it is None
class A:
    def go(self): ...
def run(x=None):
    if x is None:
        x = A()
#           ^ calls A
    x.go()
#     ^^ calls A.go
run()
#^^ calls run

## A class bound again
class A:
    def go(self): ...
class B:
    def go(self): ...
A = B
A().go()
#^^^^^^^ calls B, B.go

## A decorator's result takes the place of the function
def replace(func):
    return other
def other(): ...
@replace
#^^^^^^^ calls replace
def f(): ...
f()
#^^ calls other

## Binding in a nested loop
def f(): ...
def g(): ...
def run(rows):
    h = f
    for row in rows:
        for cell in row:
            h()
#           ^^^ calls f, g
            h = g
    h()
#   ^^^ calls f, g

## for, else
def f(): ...
def g(): ...
def run(xs):
    for x in xs:
        if x:
            h = f
            break
    else:
        h = g
    h()
#   ^^^ calls f, g

## Constant false branches are never run
def f(): ...
def g(): ...
def run():
    if False:
        f()
    else:
        g()
#       ^ calls g

## Constant true branches leave no alternative
def f(): ...
def g(): ...
def run():
    if True:
        h = f
    else:
        h = g
    h()
#   ^^^ calls f

## A branch on a local constant
def f(): ...
def g(): ...
def run():
    debug = 0
    if debug:
        f()
    else:
        g()
#       ^ calls g

## A branch on a comparison of constants
def f(): ...
def g(): ...
def run():
    mode = "fast"
    if mode == "fast":
        f()
#       ^ calls f
    else:
        g()

## TYPE_CHECKING is not constant for calls
from typing import TYPE_CHECKING
def f(): ...
if not TYPE_CHECKING:
    f()
#   ^ calls f

## Code after return is dead
def f(): ...
def run():
    return
    f()

## Code after raise is dead
def f(): ...
def run():
    raise ValueError
    f()

## Code after continue is dead
def f(): ...
def run():
    for x in range(3):
        continue
        f()

## A while False loop is never run
def f(): ...
def run():
    while False:
        f()

## A constant conditional expression
def f(): ...
def g(): ...
def run():
    (f if True else g)()
#    ^ calls f
