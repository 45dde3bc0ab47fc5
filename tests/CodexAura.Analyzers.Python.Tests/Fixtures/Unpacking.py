## A tuple
def f(): ...
def g(): ...
a, b = f, g
a()
#^^ calls f
b()
#^^ calls g

## A list on the right
def f(): ...
def g(): ...
[a, b] = [f, g]
a()
#^^ calls f
b()
#^^ calls g

## Nested patterns
def f(): ...
def g(): ...
def h(): ...
a, (b, c) = f, (g, h)
a()
#^^ calls f
b()
#^^ calls g
c()
#^^ calls h

## A star in the middle
def f(): ...
def g(): ...
def h(): ...
first, *middle, last = f, g, g, h
first()
#^^^^^^ calls f
middle[0]()
#^^^^^^^^^^ calls g
last()
#^^^^^ calls h

## A star at the end
def f(): ...
def g(): ...
head, *tail = [f, g]
head()
#^^^^^ calls f
for t in tail:
    t()
#   ^^^ calls g

## A returned tuple
def f(): ...
def g(): ...
def pair():
    return f, g
a, b = pair()
#      ^^^^ calls pair
a()
#^^ calls f
b()
#^^ calls g

## Pairs in a for loop
def f(): ...
def g(): ...
for name, act in [("f", f), ("g", g)]:
    act()
#   ^^^^^ calls f, g

## enumerate
def f(): ...
for i, act in enumerate([f]):
    act()
#   ^^^^^ calls f

## zip
def f(): ...
def g(): ...
for a, b in zip([f], [g]):
    a()
#   ^^^ calls f
    b()
#   ^^^ calls g

## Items of a dict
def f(): ...
for key, act in {"a": f}.items():
    act()
#   ^^^^^ calls f

## Attributes as targets
def f(): ...
def g(): ...
class C:
    def set(self):
        self.a, self.b = f, g
    def run(self):
        self.a()
#       ^^^^^^^^ calls f
        self.b()
#       ^^^^^^^^ calls g

## Items as targets
def f(): ...
def g(): ...
def run():
    d = {}
    d["a"], d["b"] = f, g
    d["a"]()
#   ^^^^^^^^ calls f
    d["b"]()
#   ^^^^^^^^ calls g

## A generator's values
def f(): ...
def g(): ...
def produce():
    yield f
    yield g
a, b = produce()
#      ^^^^^^^ calls produce
a()
#^^ calls f, g

## An object of the program is unpacked by its __iter__
def f(): ...
class Pair:
    def __iter__(self):
        yield f
        yield f
a, b = Pair()
#      ^^^^ calls Pair, Pair.__iter__
a()
#^^ calls f

## Unpacking in a comprehension
def f(): ...
[act() for _, act in [(1, f)]]
#                         ^ calls f

## Unpacking in with
class M:
    def __enter__(self): return (self, 1)
    def __exit__(self, *exc): ...
    def go(self): ...
with M() as (m, n):
#    ^ calls M, M.__enter__, M.__exit__
    m.go()
#     ^^ calls M.go

## A spread list in a display
def f(): ...
def g(): ...
acts = [f, *[g]]
for act in acts:
    act()
#   ^^^^^ calls f, g

## A spread dict in a display
def f(): ...
def g(): ...
acts = {"a": f, **{"b": g}}
acts["b"]()
#^^^^^^^^^^ calls g

## What is spread after a filled *args goes on in it
def f(*args):
    args[1]()
#   ^^^^^^^^^ calls g
    args[0]()
#   ^^^^^^^^^ calls h
def g(): ...
def h(): ...
first = (h,)
more = (g,)
f(*first, *more)
#^^^^^^^^^^^^^^^ calls f

## What is spread before named parameters fills those first
def f(a, *args):
    a()
#   ^^^ calls h
    args[0]()
#   ^^^^^^^^^ calls g
def g(): ...
def h(): ...
first = (h,)
more = (g,)
f(*first, *more)
#^^^^^^^^^^^^^^^ calls f
