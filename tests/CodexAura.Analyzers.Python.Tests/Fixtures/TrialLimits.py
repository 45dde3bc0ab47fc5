## What the outside decides goes both ways
import random
def a(): pass
def b(): pass
f = a if random.random() < 0.5 else b
f()
#^^ calls a, b

## An answer from the user is any
def a(): pass
def b(): pass
def run(word):
    if word == "a":
        a()
#       ^ calls a
    else:
        b()
#       ^ calls b
run(input())
#^^ calls run

## A function that nothing calls keeps its calls
def a(): pass
def b(): pass
def idle(flag=False):
    if flag:
        a()
#       ^ calls a
    b()
#   ^ calls b
def run(flag=False):
    if flag:
        a()
#       ^ calls(heuristic) a
    b()
#   ^ calls b
run()
#^^ calls run

## What a function that nothing calls would pass on stays possible
def a(): pass
def b(): pass
def apply(f):
    f()
#   ^ calls a, b
def idle():
    apply(b)
#   ^^^^^ calls apply
apply(a)
#^^^^ calls apply

## A lambda that did not run keeps its calls
def a(): pass
class Table:
    act = lambda self: a()
#                      ^ calls a from main.py
Table()
#^^^^ calls Table

## Code that goes to the outside may be run there
import atexit
def a(): pass
def b(): pass
class A:
    def __init__(self, f): self.f = f
    def go(self): self.f()
#                 ^^^^^^ calls a, b
one = A(a)
#     ^ calls A, A.__init__
two = A(b)
#     ^ calls A, A.__init__
atexit.register(one.go)
two.go()
#   ^^ calls A.go

## What the outside does may fail where that is handled
import json
def ok(): pass
def failed(): pass
try:
    json.loads("1")
    ok()
#   ^^ calls ok
except ValueError:
    failed()
#   ^^^^^^ calls failed

## A package that is not there may be missing
def ours(): pass
try:
    import some_fast_package
except ImportError:
    ours()
#   ^^^^ calls ours

## A module of the language is there
def ours(): pass
def theirs(): pass
try:
    import json
    theirs()
#   ^^^^^^ calls theirs
except ImportError:
    ours()
#   ^^^^ calls(heuristic) ours

## A file is a script of its own, and a module where it is imported
#- lib.py
def act(): pass
def test(): act()
#           ^^^ calls act
if __name__ == "__main__":
    test()
#   ^^^^ calls test
#- main.py
import lib
#      ^^^ imports lib.py
lib.act()
#   ^^^ calls act

## What a program raises and does not catch ends it
def a(): pass
def b(): pass
a()
#^^ calls a
raise SystemExit()
b()

## A wrapper is called and calls what it wraps
from functools import wraps
def log(f):
    @wraps(f)
    def inner(*args):
        return f(*args)
#              ^ calls act
    return inner
@log
#^^^ calls log
def act(): pass
act()
#^^ calls(heuristic) act
#^^ calls log.inner

## A cache may always have to ask
from functools import lru_cache
@lru_cache
def get(): pass
def one(): get()
#          ^^^ calls get
def two(): get()
#          ^^^ calls get
one()
#^^ calls one
two()
#^^ calls two

## A coroutine and a generator run for whoever calls them
import asyncio
def a(): pass
async def work(): a()
#                 ^ calls a
def items():
    yield a
async def main():
    await asyncio.gather(work())
#                        ^^^^ calls work
    for f in items(): f()
#            ^^^^^ calls items
#                     ^ calls a
asyncio.run(main())
#           ^^^^ calls main

## super() in a metaclass makes the class and its instance
class Meta(type):
    def __call__(cls, *args):
        note()
#       ^^^^ calls note
        return super().__call__(*args)
#                      ^^^^^^^^ calls A.__init__
def note(): pass
class A(metaclass=Meta):
    def __init__(self): pass
A()
#^^ calls A, Meta.__call__
#^^ calls(heuristic) A.__init__

## A lambda that nothing holds any more is never called
def a(): pass
def b(): pass
act = lambda: a()
#             ^ calls(heuristic) a
act = lambda: b()
#             ^ calls b
act()

## The arm of a branch that did not run defines nothing
def a(): pass
def b(): pass
flag = True
class A:
    if flag:
        def go(self): a()
#                     ^ calls a
    else:
        def go(self): b()
#                     ^ calls(heuristic) b
A().go()
#^^ calls A
#   ^^ calls A.go

## Text that is run counts where it is run
def a(): pass
def run():
    exec("def inner(): a()\ninner()")
#        ^ calls a
run()
#^^ calls run

## Groups that nobody takes to their end, and containers that are made of five methods
from collections import UserDict
from collections.abc import MutableSequence
from itertools import groupby
def parity(x): return x % 2
def first(group): return next(group)
def odd(): pass
def even(): pass
def last(): pass
for key, group in groupby([1, 3, 2, 4, 5], key=parity):
#^ calls parity
    first(group)
#   ^ calls first
class Row(MutableSequence):
    def __init__(self): self.items = [odd, last]
    def __len__(self): return 2
    def __getitem__(self, i): return self.items[i]
    def __setitem__(self, i, x): self.items[i] = x
    def __delitem__(self, i): pass
    def insert(self, i, x): pass
row = Row()
#^ calls Row, Row.__init__
row.reverse()
#^ calls Row.__len__, Row.__setitem__
row[0]()
#^ calls Row.__getitem__, last
table = UserDict({"odd": odd}, even=even)
table.setdefault("even", odd)()
#^ calls even
