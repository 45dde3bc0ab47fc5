## sorted with a key
def key(x): ...
sorted([1], key=key)
#           ^^^ calls key

## list.sort with a key
def key(x): ...
xs = [1]
xs.sort(key=key)
#       ^^^ calls key

## A key gets the elements
class C:
    def size(self): ...
def run(cs: list[C]):
    return sorted(cs, key=lambda c: c.size())
#                                     ^^^^ calls C.size

## An unbound method as key
class C:
    def size(self): ...
def run():
    return sorted([C()], key=C.size)
#                  ^ calls C, C.size

## min and max
class C:
    def go(self): ...
def key(c): ...
def run():
    max([C()], key=key).go()
#        ^ calls C, C.go, key
    min(C(), C(), key=key).go()
#       ^ calls C, C.go, key

## map
def f(x):
    return g
def g(): ...
for act in map(f, [1]):
#              ^ calls f
    act()
#   ^^^^^ calls g

## map over two lists
def f(a, b):
    a()
#   ^^^ calls g
    b()
#   ^^^ calls h
def g(): ...
def h(): ...
list(map(f, [g], [h]))
#        ^ calls f

## map with a class
class C:
    def __init__(self, x): ...
    def go(self): ...
for c in map(C, [1]):
#            ^ calls C, C.__init__
    c.go()
#     ^^ calls C.go

## filter
def keep(x): ...
class C:
    def go(self): ...
for c in filter(keep, [C()]):
#               ^^^^ calls keep, C
    c.go()
#     ^^ calls C.go

## filter with None
class C:
    def go(self): ...
for c in filter(None, [C()]):
#                      ^ calls C
    c.go()
#     ^^ calls C.go

## functools.reduce
from functools import reduce
def add(a, b):
    return a
reduce(add, [1, 2])
#      ^^^ calls add

## any and all
def check(x): ...
any(check(x) for x in [1])
#   ^^^^^ calls check
all(map(check, [1]))
#       ^^^^^ calls check

## What the library calls of the program is inferred, whatever path of names leads to the library
import json
class Encoder(json.JSONEncoder):
    def default(self, o): ...
def write(data):
    json.dumps(data, cls=Encoder)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls(inferred) Encoder.default
