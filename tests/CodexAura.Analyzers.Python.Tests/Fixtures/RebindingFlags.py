## A local flag that is False rules its branch out
def f(): ...
def g(): ...
def run():
    debug = False
    if debug:
        f()
    else:
        g()
#       ^ calls g

## A negated flag
def f(): ...
def g(): ...
fast = True
if not fast:
    h = f
else:
    h = g
x = h()
#   ^^^ calls g

## A flag that a loop sets may be either after it
def f(): ...
def g(): ...
def run(xs):
    found = False
    for x in xs:
        if x:
            found = True
            break
    if not found:
        f()
#       ^ calls f
    else:
        g()
#       ^ calls g

## A flag that ends a loop
def f(): ...
def g(): ...
def run():
    go = True
    while go:
        f()
#       ^ calls f
        go = False
    g()
#   ^ calls g

## A flag of the first turn
def f(): ...
def g(): ...
first = True
for x in range(2):
    if first:
        f()
#       ^ calls f
    else:
        g()
#       ^ calls g
    first = False

## A flag that an exception may have kept from being set
def f(): ...
def g(): ...
has = False
try:
    import json
    has = True
except ImportError:
    pass
if has:
    f()
#   ^ calls f
else:
    g()
#   ^ calls g

## A flag that another scope sets
def f(): ...
def g(): ...
def run():
    flag = False
    def enable():
        nonlocal flag
        flag = True
    enable()
#   ^^^^^^ calls run.enable
    if flag:
        f()
#       ^ calls f
    else:
        g()
#       ^ calls g

## A flag of the module is any value to a function
def f(): ...
DEBUG = False
def run():
    if DEBUG:
        f()
#       ^ calls f

## A name that is None rules out what needs a value
def f(): ...
def g(): ...
def run():
    x = None
    if x is None:
        f()
#       ^ calls f
    else:
        g()

## A constant is not None
def f(): ...
def g(): ...
def run():
    n = 3
    if n is not None:
        f()
#       ^ calls f
    else:
        g()

## True is True
def f(): ...
def g(): ...
def run():
    flag = True
    if flag is False:
        f()
    else:
        g()
#       ^ calls g

## The right side of and and or runs only where the left one does not decide
def f(): ...
def g(): ...
def run():
    flag = False
    flag and f()
    flag or g()
#           ^ calls g

## What or gives where the left side is None
def f(): ...
def run():
    h = None or f
    h()
#   ^^^ calls f

## Nothing is taken out of an empty display
def f(): ...
def run():
    for x in ():
        f()
    if []:
        f()

## A sum of constants is another key
def f(): ...
def g(): ...
def run():
    i = 0
    hs = [f, g]
    hs[i + 1]()
#   ^^^^^^^^^^^ calls g

## A sum with a constant is not that constant
def f(): ...
def g(): ...
def run(i):
    hs = [f, g]
    hs[0 + i]()
#   ^^^^^^^^^^^ calls f, g

## Two constant strings make one
class C:
    def on_open(self): ...
    def on_close(self): ...
def run():
    getattr(C(), "on_" + "open")()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls C.on_open
#           ^ calls C

## A string with something added is not that string
class C:
    def on(self): ...
    def on_open(self): ...
def run(what):
    getattr(C(), "on_" + what)()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls C.on_open
#           ^ calls C

## Items stored through a slice
def f(): ...
def g(): ...
def run():
    hs = [f]
    hs[0:1] = [g]
    for h in hs:
        h()
#       ^^^ calls f, g

## A list repeated
def f(): ...
def run():
    hs = [f] * 3
    hs[2]()
#   ^^^^^^^ calls f

## The last value under a key is the one that stays
def f(): ...
def g(): ...
def run():
    hs = {"a": f, "a": g}
    hs["a"]()
#   ^^^^^^^^^ calls g

## A dictionary spread into another one
def f(): ...
def g(): ...
def run():
    hs = {"a": f, "b": f}
    hs = {**hs, "a": g}
    hs["a"]()
#   ^^^^^^^^^ calls g
    hs["b"]()
#   ^^^^^^^^^ calls f

## A dictionary of keyword arguments
def f(): ...
def g(): ...
def run():
    hs = dict(a=f, b=g)
    hs["b"]()
#   ^^^^^^^^^ calls g
    hs["a"] = g
    hs["a"]()
#   ^^^^^^^^^ calls g

## An attribute of an object of the module stored anew
def f(): ...
def g(): ...
class C:
    def __init__(self):
        self.h = f
c = C()
#   ^ calls C, C.__init__
c.h = g
c.h()
#   ^^^ calls g

## An attribute of the module's object after other code has run is any that was stored
def f(): ...
def g(): ...
def other(): c.h = f
class C: ...
c = C()
#   ^ calls C
c.h = g
other()
#^^^^ calls other
c.h()
#   ^^^ calls f, g
