## A comprehension's variable does not leak
def f(): ...
def g(): ...
def run():
    x = f
    [x for x in [g]]
    x()
#   ^^^ calls f

## A comprehension's element is called in place
def f(): ...
def run():
    return [h() for h in [f]]
#                         ^ calls f

## The first iterable of a comprehension in a class sees the class scope
class C:
    def make(): ...
    items = [make]
    made = [m() for m in items]
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls C.make

## The body of a comprehension in a class does not see the class scope
class C:
    def make(): ...
    made = [make() for _ in range(3)]

## Set and dict comprehensions and generators call their elements
def f(): ...
def g(): ...
def h(): ...
def run():
    a = {x() for x in (f,)}
#                      ^ calls f
    b = {1: x() for x in (g,)}
#                         ^ calls g
    c = list(x() for x in (h,))
#                          ^ calls h

## Nested comprehensions
def f(): ...
def run():
    return [[h() for h in row] for row in [[f]]]
#                                           ^ calls f

## Two for clauses of a comprehension
def f(): ...
def run():
    return [h() for row in [[f]] for h in row]
#                            ^ calls f

## The condition of a comprehension is a call of the function around it
def keep(x): ...
def run():
    return [x for x in range(3) if keep(x)]
#                                  ^^^^ calls keep

## A walrus binds in the function
def f(): ...
def run():
    if (h := f):
        h()
#       ^^^ calls f
    h()
#   ^^^ calls f

## A walrus in a comprehension binds in the function around it
def f(): ...
def run():
    [h := x for x in [f]]
    h()
#   ^^^ calls f

## A walrus in a while condition
def make(): ...
def run():
    while (chunk := make()):
#                   ^^^^ calls make
        pass

## del takes a local name away
def f(): ...
def run():
    h = f
    del h
    h()

## A name bound again after del
def f(): ...
def g(): ...
def run():
    h = f
    del h
    h = g
    h()
#   ^^^ calls g

## The name of an except clause
class Problem(Exception):
    def describe(self): ...
def run():
    try:
        pass
    except Problem as e:
        e.describe()
#         ^^^^^^^^ calls Problem.describe

## The name of an except clause with several classes
class A(Exception):
    def a(self): ...
class B(Exception):
    def b(self): ...
def run():
    try:
        pass
    except (A, B) as e:
        e.a()
#         ^ calls A.a
        e.b()
#         ^ calls B.b

## An except group's name is a group and none of its members
class Problem(Exception):
    def describe(self): ...
def run():
    try:
        pass
    except* Problem as group:
        group.describe()

## A parameter hides a global
def f(): ...
def run(f):
    f()

## A for variable hides a global and stays after the loop
def f(): ...
def g(): ...
def run():
    for f in [g]:
        pass
    f()
#   ^^^ calls g

## A with variable hides a global
def f(): ...
class M:
    def __enter__(self): return self
    def __exit__(self, *exc): ...
    def go(self): ...
def run():
    with M() as f:
#        ^ calls M, M.__enter__, M.__exit__
        f.go()
#         ^^ calls M.go

## An import in a function is local to it
#- util.py
def f(): ...
#- main.py
def one():
    from util import f
#        ^^^^ imports util.py
    f()
#   ^ calls f
def two():
    f()

## A lambda sees the names of the function around it
def f(): ...
def run():
    h = f
    act = lambda: h()
#   ^^^^^^^^^^^^^^^^^ calls f
    act()

## A lambda's parameter hides the name around it
def f(): ...
def g(): ...
def run():
    h = f
    act = lambda h: h()
#   ^^^^^^^^^^^^^^^^^^^ calls g
    act(g)

## A lambda's default is evaluated outside of it
def f(): ...
def run():
    h = f
    act = lambda h=h: h()
#   ^^^^^^^^^^^^^^^^^^^^^ calls f
    act()

## A match capture binds
def f(): ...
def run():
    match f:
        case h:
            h()
#           ^^^ calls f

## Names of different functions are different
def f(): ...
def g(): ...
def one():
    h = f
    h()
#   ^^^ calls f
def two():
    h = g
    h()
#   ^^^ calls g

## A name in a finally block
def f(): ...
def run():
    try:
        h = f
    finally:
        h()
#       ^^^ calls f

## A type alias statement binds a name
class C:
    def go(self): ...
type Alias = C
def run(x: Alias):
    x.go()
#     ^^ calls C.go

## The type parameter of a function is no outside name
class T:
    def go(self): ...
def run[T](x: T):
    x.go()

## __class__ names the class around a method
class C:
    @classmethod
    def make(cls): ...
    def run(self):
        __class__.make()
#                 ^^^^ calls C.make

## A class decorated in a function keeps its scope
def outer():
    class Local:
        def go(self): ...
    Local().go()
#   ^^^^^ calls outer.Local, outer.Local.go
