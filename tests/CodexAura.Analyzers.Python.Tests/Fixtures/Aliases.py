## An alias of a function
def f(): ...
g = f
g()
#^^ calls f

## An alias of an alias
def f(): ...
g = f
h = g
h()
#^^ calls f

## An alias of a class
class C:
    def __init__(self): ...
D = C
D()
#^^ calls C, C.__init__

## An alias of a method, bound
class C:
    def go(self): ...
def run():
    go = C().go
#        ^ calls C
    go()
#   ^^ calls C.go

## An alias of a method, unbound
class C:
    def go(self): ...
def run():
    go = C.go
    go(C())
#      ^ calls C, C.go

## An alias of a module
#- util.py
def f(): ...
#- main.py
import util
#      ^^^^ imports util.py
u = util
u.f()
# ^ calls f

## Import under another name
#- util.py
def f(): ...
#- main.py
import util as u
#      ^^^^ imports util.py
from util import f as g
#    ^^^^ imports util.py
u.f()
# ^ calls f
g()
#^^ calls f

## An alias in a class body
class C:
    def go(self): ...
    run = go
C().run()
#^ calls C, C.go

## A function as an attribute of a class
def helper(self): ...
class C:
    run = helper
C().run()
#^ calls C, helper

## A function set on a class from outside
def helper(self): ...
class C: ...
C.run = helper
C().run()
#^ calls C, helper

## A function as an attribute of a function
def f(): ...
def g(): ...
f.other = g
f.other()
#^^^^^^^^ calls g

## An instance at module level
class C:
    def go(self): ...
c = C()
#   ^ calls C
def run():
    c.go()
#     ^^ calls C.go

## An instance of another module
#- state.py
class C:
    def go(self): ...
c = C()
#   ^ calls C
#- main.py
import state
#      ^^^^^ imports state.py
state.c.go()
#       ^^ calls C.go

## A bound method of an instance of another module
#- state.py
class Random:
    def random(self): ...
_inst = Random()
#       ^^^^^^ calls Random
random = _inst.random
#- main.py
from state import random
#    ^^^^^ imports state.py
random()
#^^^^^ calls Random.random

## The result of a call is called
def f(): ...
def get():
    return f
get()()
#^^ calls get, f

## A function returned through another
def f(): ...
def inner():
    return f
def outer():
    return inner()
#          ^^^^^ calls inner
outer()()
#^^^^ calls outer, f

## A function that returns one of two
def f(): ...
def g(): ...
def pick(x):
    if x:
        return f
    return g
pick(1)()
#^^^ calls pick, f
pick(0)()
#^^^ calls pick, g
pick(input)()
#^^^ calls pick, f

## Functions of the same name in two files are kept apart
#- a.py
def f(): ...
#- b.py
def f(): ...
#- main.py
import a
#      ^ imports a.py
import b
#      ^ imports b.py
a.f()
# ^ calls a.py::f
b.f()
# ^ calls b.py::f

## A method name alone says nothing
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x):
    x.go()

## The only method of a name is a guess
class A:
    def launch(self): ...
def run(x):
    x.launch()
#     ^^^^^^ calls(heuristic) A.launch

## Calls at confidence exact
def f(): ...
class C:
    def __init__(self):
        self.go()
#            ^^ calls(exact) C.go
    def go(self): ...
f()
#^ calls(exact) f
C()
#^ calls(exact) C, C.__init__

## Calls at confidence inferred
def f(): ...
class C:
    def go(self): ...
def run(x: C, act=f):
    x.go()
#     ^^ calls(inferred) C.go
    act()
#   ^^^^^ calls(inferred) f
