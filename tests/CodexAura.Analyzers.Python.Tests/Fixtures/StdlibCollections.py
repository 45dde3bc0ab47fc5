## defaultdict with a factory
from collections import defaultdict
class C:
    def go(self): ...
d = defaultdict(C)
def run(k):
    d[k].go()
#   ^^^^^^^^^ calls C, C.go

## defaultdict with a function
from collections import defaultdict
def make(): ...
d = defaultdict(make)
def run(k):
    d[k]
#   ^^^^ calls make

## defaultdict by get makes nothing
from collections import defaultdict
def make(): ...
d = defaultdict(make)
def run(k):
    d.get(k)

## itertools.chain
import itertools
def f(): ...
def g(): ...
for act in itertools.chain([f], [g]):
    act()
#   ^^^^^ calls f, g

## itertools.islice, cycle, takewhile
from itertools import cycle, islice, takewhile
def f(): ...
def check(x): ...
for act in islice([f], 1):
    act()
#   ^^^^^ calls f
for act in cycle([f]):
    act()
#   ^^^^^ calls f
for act in takewhile(check, [f]):
#                    ^^^^^ calls check
    act()
#   ^^^^^ calls f

## itertools.groupby
from itertools import groupby
class C:
    def go(self): ...
def key(c): ...
def run(cs: list[C]):
    for k, group in groupby(cs, key):
#                               ^^^ calls key
        for c in group:
            c.go()
#             ^^ calls C.go

## itertools.starmap
from itertools import starmap
def f(a, b):
    a()
#   ^^^ calls g
def g(): ...
list(starmap(f, [(g, 1)]))
#            ^ calls f

## itertools.product
from itertools import product
def f(): ...
for a, b in product([f], [f]):
    a()
#   ^^^ calls f

## A view does not go through its mapping when it is made
from collections.abc import KeysView
class Sorted(dict):
    def __iter__(self): ...
    def keys(self):
        return KeysView(self)
Sorted().keys()
#^^^^^^ calls Sorted
#       ^^^^^^^ calls Sorted.keys
