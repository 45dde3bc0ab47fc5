## A name bound again stands for the last value
def f(): ...
def g(): ...
def run():
    h = f
    h = g
    h()
#   ^^^ calls g

## Each place sees the binding before it
def f(): ...
def g(): ...
def run():
    h = f
    h()
#   ^^^ calls f
    h = g
    h()
#   ^^^ calls g

## Branches meet
def f(): ...
def g(): ...
def run(x):
    if x:
        h = f
    else:
        h = g
    h()
#   ^^^ calls f, g

## A branch without else keeps what was there
def f(): ...
def g(): ...
def run(x):
    h = f
    if x:
        h = g
    h()
#   ^^^ calls f, g

## Inside a branch only its own binding holds
def f(): ...
def g(): ...
def run(x):
    h = f
    if x:
        h = g
        h()
#       ^^^ calls g
    else:
        h()
#       ^^^ calls f

## A branch that returns does not reach what follows
def f(): ...
def g(): ...
def run(x):
    h = f
    if x:
        h = g
        return
    h()
#   ^^^ calls f

## A branch that raises does not reach what follows
def f(): ...
def g(): ...
def run(x):
    if x:
        h = f
    else:
        h = g
        raise ValueError()
    h()
#   ^^^ calls f

## elif arms meet
def f(): ...
def g(): ...
def h(): ...
def run(x):
    if x == 1:
        act = f
    elif x == 2:
        act = g
    else:
        act = h
    act()
#   ^^^^^ calls f, g, h

## A loop's binding reaches its start in the next turn
def f(): ...
def g(): ...
def run(xs):
    h = f
    for x in xs:
        h()
#       ^^^ calls f, g
        h = g

## A loop may not run at all
def f(): ...
def g(): ...
def run(xs):
    h = f
    for x in xs:
        h = g
    h()
#   ^^^ calls f, g

## A while True loop ends only by break
def f(): ...
def g(): ...
def run(x):
    h = f
    while True:
        h = g
        if x:
            break
    h()
#   ^^^ calls g

## continue carries its binding to the next turn
def f(): ...
def g(): ...
def run(xs):
    h = f
    for x in xs:
        h()
#       ^^^ calls f, g
        if x:
            h = g
            continue
        h = f

## A try's binding may or may not have happened in the handler
def f(): ...
def g(): ...
def run():
    h = f
    try:
        h = g
        int("x")
    except ValueError:
        h()
#       ^^^ calls f, g

## After a try without failure its binding holds
def f(): ...
def g(): ...
def run():
    try:
        h = f
    except ValueError:
        h = g
    h()
#   ^^^ calls f, g

## A handler that raises again leaves only the body's binding
def f(): ...
def g(): ...
def run():
    try:
        h = f
    except ValueError:
        h = g
        raise
    h()
#   ^^^ calls f

## try, else
def f(): ...
def g(): ...
def run():
    try:
        h = f
    except ValueError:
        return
    else:
        h = g
    h()
#   ^^^ calls g

## with passes its bindings on
def f(): ...
def g(): ...
def run():
    h = f
    with open("x"):
        h = g
    h()
#   ^^^ calls g

## A module name bound again before a function is called
def f(): ...
def g(): ...
h = f
h = g
h()
#^^ calls g

## A module function sees what the module holds when it may run
def f(): ...
def g(): ...
h = f
def run():
    h()
#   ^^^ calls f, g
run()
#^^ calls run
h = g

## A second definition replaces the first
def f(): ...
def f(): ...
f()
#^ calls f#2

## Definitions in branches are both possible
import sys
if sys.argv:
    def f(): ...
else:
    def f(): ...
f()
#^ calls f, f#2

## A function defined in try or except
try:
    from fast import f
except ImportError:
    def f(): ...
f()
#^ calls f

## Swapping two names
def f(): ...
def g(): ...
def run():
    a, b = f, g
    a, b = b, a
    a()
#   ^^^ calls g
    b()
#   ^^^ calls f

## A chain of assignments binds all targets
def f(): ...
def run():
    a = b = c = f
    a()
#   ^^^ calls f
    b()
#   ^^^ calls f
    c()
#   ^^^ calls f

## A conditional expression gives both
def f(): ...
def g(): ...
def run(x):
    h = f if x else g
    h()
#   ^^^ calls f, g

## or gives both, and the second only where the first is None
def f(): ...
def g(): ...
def run(x):
    h = None or f
    h()
#   ^^^ calls f

## An attribute holds what was stored last, until other code runs
class A:
    def go(self): ...
class B:
    def go(self): ...
class C:
    def run(self):
        self.x = A()
#                ^^^ calls A
        self.x.go()
#              ^^ calls A.go
        self.x = B()
#                ^^^ calls B
        self.x.go()
#              ^^ calls B.go
        self.reset()
#            ^^^^^ calls C.reset
        self.x.go()
#              ^^ calls A.go, B.go
    def reset(self):
        self.x = A()
#                ^^^ calls A

## A function stored in an attribute and called
def f(): ...
def g(): ...
class C:
    def run(self):
        self.act = f
        self.act()
#            ^^^ calls f
        self.act = g
        self.act()
#            ^^^ calls g

## What a property gives is not what was stored
class A:
    def go(self): ...
class B:
    def go(self): ...
class C:
    @property
    def x(self):
        return self._x
    @x.setter
    def x(self, value):
        self._x = B()
#                 ^^^ calls B
def run(c: C):
    c.x = A()
#   ^^^^^^^^^ calls A, C.x#2
    c.x.go()
#   ^^^^^^^^ calls C.x, B.go

## One of two objects is stored into
class A:
    def go(self): ...
class B:
    def go(self): ...
class C: ...
def run(one, other):
    one.x = A()
#           ^^^ calls A
    other.x = B()
#             ^^^ calls B
    one.x.go()
#         ^^ calls A.go, B.go
run(C(), C())
#^^^^^^^^^^^^ calls run, C

## Stored on a branch
class A:
    def go(self): ...
class B:
    def go(self): ...
class C:
    def __init__(self): self.x = A()
#                                ^^^ calls A
    def run(self, flag):
        if flag:
            self.x = B()
#                    ^^^ calls B
        self.x.go()
#              ^^ calls A.go, B.go
        for _ in range(2):
            self.x.go()
#                  ^^ calls A.go, B.go
            self.x = A()
#                    ^^^ calls A

## What a test puts in the place of a module's function
#- lib.py
def fetch(): ...
hook = None
def use():
    fetch()
#   ^^^^^ calls fetch
    hook()
#- test_lib.py
import lib
#      ^^^ imports lib.py
def fake(): ...
def on(): ...
def test():
    lib.fetch = fake
    lib.hook = on
    lib.fetch()
#   ^^^^^^^^^^^ calls fake
#       ^^^^^ calls fetch
    lib.use()
#       ^^^ calls use
#- other.py
import lib
#      ^^^ imports lib.py
def go():
    lib.fetch()
#       ^^^^^ calls fetch

## What the code itself puts in the place of a module's function
#- lib.py
def fetch(): ...
#- fast.py
import lib
#      ^^^ imports lib.py
def quick(): ...
def install():
    lib.fetch = quick
#- main.py
import lib, fast
#      ^^^ imports lib.py
#           ^^^^ imports fast.py
def go():
    fast.install()
#        ^^^^^^^ calls install
    lib.fetch()
#   ^^^^^^^^^^^ calls quick
#       ^^^^^ calls fetch

## A line that a backslash continues
class A:
    def go(self): ...
class B:
    def go(self): ...
def choose(c):
    x = A() \
    #   ^^^ calls A
        if c \
        else B()
    #        ^^^ calls B
    x.go()
    #^ calls A.go, B.go
def tuples():
    a, b = \
        A(), \
    #   ^^^ calls A
        B()
    #   ^^^ calls B
    a.go()
    #^ calls A.go
    b.go()
    #^ calls B.go
def give():
    return \
        A()
    #   ^^^ calls A
def take():
    give().go()
    #^ calls give
    #      ^^ calls A.go
def narrow(x):
    assert isinstance(x, \
                      A)
    x.go()
    #^ calls A.go

## What a test puts in the place of a module's function is called by its own name too
#- lib.py
def fetch(): ...
def use():
    fetch()
#   ^^^^^ calls fetch
#   ^^^^^^^ calls(heuristic) fake
#- tests/helpers.py
import lib
#      ^^^ imports lib.py
def fake(): ...
def install():
    lib.fetch = fake
#- tests/test_lib.py
from helpers import fake, install
#    ^^^^^^^ imports tests/helpers.py
import helpers, lib
#      ^^^^^^^ imports tests/helpers.py
#               ^^^ imports lib.py
def test():
    install()
#   ^^^^^^^ calls install
    fake()
#   ^^^^ calls(exact) fake
def test_more():
    helpers.fake()
#           ^^^^ calls(exact) fake
def test_patched():
    lib.fetch()
#       ^^^^^ calls fetch
#   ^^^^^^^^^^^ calls(heuristic) fake
