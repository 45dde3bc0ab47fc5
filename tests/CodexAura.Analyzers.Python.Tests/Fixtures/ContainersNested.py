## Lists in lists
def f(): ...
def g(): ...
rows = [[f], [g]]
rows[1][0]()
#^^^^^^^^^^^ calls g

## Dicts in dicts
def f(): ...
def g(): ...
tree = {"a": {"x": f}, "b": {"x": g}}
tree["b"]["x"]()
#^^^^^^^^^^^^^^^ calls g

## Two lists are kept apart
def f(): ...
def g(): ...
one = []
two = []
one.append(f)
two.append(g)
def run():
    for act in one:
        act()
#       ^^^^^ calls f
    for act in two:
        act()
#       ^^^^^ calls g

## Two instances' lists of one class meet
def f(): ...
class C:
    def __init__(self):
        self.acts = []
    def add(self, act):
        self.acts.append(act)
    def run(self):
        for act in self.acts:
            act()
#           ^^^^^ calls f
c = C()
#   ^ calls C, C.__init__
c.add(f)
# ^^^ calls C.add

## A list comprehension of functions
def f(): ...
acts = [act for act in [f]]
acts[0]()
#^^^^^^^^ calls f

## A dict comprehension of functions
def f(): ...
acts = {n: act for n, act in [("f", f)]}
def run(n):
    acts[n]()
#   ^^^^^^^^^ calls f

## Instances in a list
class C:
    def go(self): ...
for c in [C(), C()]:
#         ^ calls C
    c.go()
#     ^^ calls C.go

## Classes in a list
class A:
    def go(self): ...
class B:
    def go(self): ...
for cls in [A, B]:
    cls().go()
#   ^^^^^^^^^^ calls A, A.go, B, B.go

## A list in a function's return value
def f(): ...
def acts():
    return [f]
acts()[0]()
#^^^ calls acts, f

## A tuple in a dict
def f(): ...
def g(): ...
table = {"x": (f, g)}
table["x"][1]()
#^^^^^^^^^^^^^^ calls g

## A dispatch table of methods
class C:
    def __init__(self):
        self.table = {"a": self.a, "b": self.b}
    def a(self): ...
    def b(self): ...
    def run(self, key):
        self.table[key]()
#       ^^^^^^^^^^^^^^^^^ calls C.a, C.b

## A dispatch table in the class body
class C:
    def a(self): ...
    def b(self): ...
    table = {"a": a, "b": b}
    def run(self, key):
        self.table[key](self)
#       ^^^^^^^^^^^^^^^^^^^^^ calls C.a, C.b

## Items of a dict of instances
class C:
    def go(self): ...
cs = {"x": C()}
#          ^ calls C
for name, c in cs.items():
    c.go()
#     ^^ calls C.go

## reversed and sorted keep the elements
def f(): ...
for act in reversed([f]):
    act()
#   ^^^^^ calls f
for act in sorted([f], key=str):
    act()
#   ^^^^^ calls f

## in a nested function's default
def f(): ...
acts = [f]
def run(acts=acts):
    acts[0]()
#   ^^^^^^^^^ calls f

## A matrix of functions by two indices
def f(): ...
def g(): ...
m = {("a", "b"): f, ("c", "d"): g}
def run(k):
    m[k]()
#   ^^^^^^ calls f, g

## A defaultdict of lists
from collections import defaultdict
def f(): ...
hooks = defaultdict(list)
hooks["x"].append(f)
def run(k):
    for hook in hooks[k]:
        hook()
#       ^^^^^^ calls f

## A deque
from collections import deque
def f(): ...
q = deque()
q.append(f)
q.popleft()()
#^^^^^^^^^^^^ calls f

## An OrderedDict
from collections import OrderedDict
def f(): ...
d = OrderedDict()
d["a"] = f
for k, act in d.items():
    act()
#   ^^^^^ calls f

## A bytes key and a string key are different
def f(): ...
def g(): ...
d = {"a": f, "b": g}
d["b"]()
#^^^^^^^ calls g

## del takes no other entry
def f(): ...
def g(): ...
d = {"a": f, "b": g}
del d["a"]
d["b"]()
#^^^^^^^ calls g
