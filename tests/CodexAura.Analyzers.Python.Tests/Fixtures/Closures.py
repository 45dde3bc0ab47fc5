## A closure is called
def f(): ...
def make():
    def inner():
        f()
#       ^ calls f
    return inner
make()()
#^^^ calls make, make.inner

## A closure calls what was passed to the function around it
def f(): ...
def make(act):
    def inner():
        act()
#       ^^^^^ calls f
    return inner
h = make(f)
#   ^^^^ calls make
h()
#^^ calls make.inner

## A closure over a local of the function around it
def f(): ...
def make():
    act = f
    def inner():
        act()
#       ^^^^^ calls f
    return inner

## A closure over two levels
def f(): ...
def one(act):
    def two():
        def three():
            act()
#           ^^^^^ calls f
        return three
    return two
one(f)()()
#^^ calls one, one.two, one.two.three

## A closure stored in an attribute
def f(): ...
class C:
    def __init__(self):
        def act():
            f()
#           ^ calls f
        self.act = act
    def run(self):
        self.act()
#            ^^^ calls C.__init__.act

## A lambda is called; what it does belongs to the definition around it
def f(): ...
def run():
    act = lambda: f()
#                 ^ calls f
    act()

## A lambda in a class body belongs to the file
def f(): ...
class C:
    act = lambda self: f()
#                      ^ calls f from main.py

## A lambda returned and called elsewhere
def f(): ...
def make():
    return lambda: f()
#                  ^ calls f from make
make()()
#^^^ calls make

## A lambda returns a function
def f(): ...
get = lambda: f
get()()
#^^^^^^ calls f

## A lambda with arguments
def f(): ...
apply = lambda func: func()
#^^^^^^^^^^^^^^^^^^^^^^^^^^ calls f
apply(f)

## A recursive function
def f(n):
    return f(n - 1)
#          ^ calls f

## Two functions that call each other
def even(n):
    return odd(n - 1)
#          ^^^ calls odd
def odd(n):
    return even(n - 1)
#          ^^^^ calls even

## A nested function calls itself
def outer():
    def inner(n):
        inner(n - 1)
#       ^^^^^ calls outer.inner
    inner(3)
#   ^^^^^ calls outer.inner

## Closures over a loop variable
def f(): ...
def g(): ...
def run():
    acts = []
    for h in (f, g):
        acts.append(lambda: h())
#       ^^^^^^^^^^^^^^^^^^^^^^^^ calls f, g
    for act in acts:
        act()

## A class made in a function
def make():
    class C:
        def go(self): ...
    return C
make()().go()
#^^^ calls make, make.C, make.C.go

## A closure calls a method of the self around it
class C:
    def go(self): ...
    def run(self):
        def inner():
            self.go()
#                ^^ calls C.go
        inner()
#       ^^^^^ calls C.run.inner

## A lambda calls a method of the self around it
class C:
    def go(self): ...
    def run(self):
        return lambda: self.go()
#                           ^^ calls C.go

## A nested function uses super of the method around it
class A:
    def go(self): ...
class B(A):
#       ^ extends A
    def go(self):
        def inner():
            super().go()
#                   ^^ calls A.go
        inner()
#       ^^^^^ calls B.go.inner

## A counter made with nonlocal
def make():
    n = 0
    def step():
        nonlocal n
        n += 1
        return n
    return step
step = make()
#      ^^^^ calls make
step()
#^^^ calls make.step

## Currying
def f(): ...
def add(a):
    def with_b(b):
        return a
    return with_b
add(f)(1)()
#^^ calls add, add.with_b, f

## Function composition
def f(x): ...
def g(x): ...
def compose(first, second):
    def composed(x):
        return second(first(x))
#       ^^^^^^^^^^^^^^^^^^^^^^^ calls f, g
    return composed
compose(f, g)(1)
#^^^^^^ calls compose, compose.composed

## A few closures at one place
def one():
    def inner(): ...
    return inner
def two():
    def inner(): ...
    return inner
def three():
    def inner(): ...
    return inner
def four():
    def inner(): ...
    return inner
def five():
    def inner(): ...
    return inner
for f in [one(), two(), three(), four(), five()]:
#         ^^^ calls one, two, three, four, five
    f()
#   ^^^ calls(inferred) one.inner, two.inner, three.inner, four.inner, five.inner

## Many closures at one place are guesses
def one():
    def inner(): ...
    return inner
def two():
    def inner(): ...
    return inner
def three():
    def inner(): ...
    return inner
def four():
    def inner(): ...
    return inner
def five():
    def inner(): ...
    return inner
def six():
    def inner(): ...
    return inner
for f in [one(), two(), three(), four(), five(), six()]:
#         ^^^ calls one, two, three, four, five, six
    f()
#   ^^^ calls(heuristic) one.inner, two.inner, three.inner, four.inner, five.inner, six.inner
