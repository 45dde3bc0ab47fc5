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

## UserDict and UserList: what is put into data comes out of the object, and the other way round
from collections import UserDict, UserList
class Table(UserDict):
    def add(self, reader):
        self.data["x"] = reader
    def run(self):
        self["x"]()
#       ^^^^^^^^^^^ calls read
class Registry(UserDict):
    def add(self, writer):
        self["x"] = writer
    def run(self):
        self.data["x"]()
#       ^^^^^^^^^^^^^^^^ calls write
class Queue(UserList):
    def __init__(self, first):
        self.data = [first]
    def add(self, job):
        self.data.append(job)
    def run(self):
        for job in self:
            job()
#           ^^^ calls start, work
def read(): ...
def write(): ...
def start(): ...
def work(): ...
def main(table: Table, registry: Registry):
    table.add(read)
#         ^^^ calls Table.add
    registry.add(write)
#            ^^^ calls Registry.add
    Queue(start).add(work)
#   ^^^^^ calls Queue, Queue.__init__
#                ^^^ calls Queue.add

## UserDict and UserList: what looks into data runs no method of the object
from collections import UserDict, UserList
class Table(UserDict):
    def __getitem__(self, name):
        return self.data[name]
    def __setitem__(self, name, value):
        self.data[name] = value
    def names(self):
        for name in self.data:
            name.go()
#                ^^ calls Name.go
class Queue(UserList):
    def __iter__(self):
        return iter(self.data)
    def append(self, job):
        self.data.append(job)
class Name:
    def go(self): ...
def read(): ...
def work(): ...
table, queue = Table(), Queue()
#              ^^^^^ calls Table
#                       ^^^^^ calls Queue
table[Name()] = read
#     ^^^^ calls Name
#     ^^^^^^^^^^^^^^ calls Table.__setitem__
table["x"]()
#^^^^^^^^^ calls Table.__getitem__
#^^^^^^^^^^^ calls read
queue.append(work)
#     ^^^^^^ calls Queue.append
for job in queue:
#          ^^^^^ calls Queue.__iter__
    job()
#   ^^^ calls work

## Children of a ChainMap are in it
from collections import ChainMap
def first(): pass
def second(): pass
scope = ChainMap({"first": first})
def use():
    inner = scope.new_child({"second": second})
    inner["first"]()
#          ^^^^^ calls first
    inner["second"]()
#          ^^^^^^ calls second
    inner.parents["first"]()
#                  ^^^^^ calls first
    inner.maps[0]["second"]()
#                  ^^^^^^ calls second
