## A list of functions
def f(): ...
def g(): ...
for act in [f, g]:
    act()
#   ^^^^^ calls f, g

## A list's item by constant index
def f(): ...
def g(): ...
acts = [f, g]
acts[1]()
#^^^^^^^^ calls g

## A list's item by variable index
def f(): ...
def g(): ...
acts = [f, g]
def run(i):
    acts[i]()
#   ^^^^^^^^^ calls f, g

## A dict's entry by constant key
def f(): ...
def g(): ...
acts = {"a": f, "b": g}
acts["a"]()
#^^^^^^^^^^ calls f

## A dict's entry by variable key
def f(): ...
def g(): ...
acts = {"a": f, "b": g}
def run(key):
    acts[key]()
#   ^^^^^^^^^^^ calls f, g

## dict.get
def f(): ...
def g(): ...
def h(): ...
acts = {"a": f, "b": g}
def run(key):
    acts.get(key, h)()
#   ^^^^^^^^^^^^^^^^^^ calls f, g, h

## dict.values
def f(): ...
def g(): ...
for act in {"a": f, "b": g}.values():
    act()
#   ^^^^^ calls f, g

## Keys of a dict are called
def f(): ...
def g(): ...
for act in {f: g}:
    act()
#   ^^^^^ calls f

## dict.setdefault
def f(): ...
def run():
    d = {}
    d.setdefault("x", f)()
#                     ^ calls f
    d["x"]()
#   ^^^^^^^^ calls f

## dict.update
def f(): ...
d = {}
d.update({"a": f})
def run(k):
    d[k]()
#   ^^^^^^ calls f

## dict.update with keywords
def f(): ...
d = {}
d.update(a=f)
def run(k):
    d[k]()
#   ^^^^^^ calls f

## dict.pop
def f(): ...
d = {"a": f}
def run(k):
    d.pop(k)()
#   ^^^^^^^^^^ calls f

## dict by call
def f(): ...
d = dict(a=f)
def run(k):
    d[k]()
#   ^^^^^^ calls f

## A set of functions
def f(): ...
def g(): ...
for act in {f, g}:
    act()
#   ^^^^^ calls f, g

## set.add
def f(): ...
s = set()
s.add(f)
for act in s:
    act()
#   ^^^^^ calls f

## A tuple of functions
def f(): ...
def g(): ...
acts = (f, g)
acts[0]()
#^^^^^^^^ calls f
acts[1]()
#^^^^^^^^ calls g

## list.append
def f(): ...
acts = []
acts.append(f)
def run():
    for act in acts:
        act()
#       ^^^^^ calls f

## list.extend
def f(): ...
acts = []
acts.extend([f])
def run():
    for act in acts:
        act()
#       ^^^^^ calls f

## list.insert and pop
def f(): ...
acts = []
acts.insert(0, f)
def run():
    acts.pop()()
#   ^^^^^^^^^^^^ calls f

## Adding lists
def f(): ...
def g(): ...
for act in [f] + [g]:
    act()
#   ^^^^^ calls f, g

## A slice
def f(): ...
def g(): ...
def h(): ...
acts = [f, g, h]
for act in acts[1:]:
    act()
#   ^^^^^ calls g, h

## A copy
def f(): ...
for act in [f].copy():
    act()
#   ^^^^^ calls f
for act in list([f]):
    act()
#   ^^^^^ calls f
for act in tuple([f]):
    act()
#   ^^^^^ calls f
