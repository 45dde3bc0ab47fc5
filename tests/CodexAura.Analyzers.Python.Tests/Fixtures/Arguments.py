## A callback is called where it is called
def f(): ...
def apply(func):
    func()
#   ^^^^^^ calls f
apply(f)
#^^^^ calls apply

## A callback that is passed on is not called at the place of passing
def f(): ...
def outer(func):
    inner(func)
#   ^^^^^ calls inner
def inner(func):
    func()
#   ^^^^^^ calls f
outer(f)
#^^^^ calls outer

## A callback that nobody calls gives no edge
def f(): ...
def ignore(func): ...
ignore(f)
#^^^^^ calls ignore

## A keyword argument
def f(): ...
def apply(x, func=None):
    func()
#   ^^^^^^ calls f
apply(1, func=f)
#^^^^ calls apply

## A keyword-only argument
def f(): ...
def apply(*, func):
    func()
#   ^^^^^^ calls f
apply(func=f)
#^^^^ calls apply

## A positional-only argument is not met by keyword
def f(): ...
def g(): ...
def apply(func, /, **rest):
    func()
#   ^^^^^^ calls f
apply(f, func=g)
#^^^^ calls apply

## Positions are kept apart
def f(): ...
def g(): ...
def apply(a, b):
    a()
#   ^^^ calls f
    b()
#   ^^^ calls g
apply(f, g)
#^^^^ calls apply

## Keywords in another order
def f(): ...
def g(): ...
def apply(a, b):
    a()
#   ^^^ calls f
    b()
#   ^^^ calls g
apply(b=g, a=f)
#^^^^ calls apply

## A default argument
def f(): ...
def apply(func=f):
    func()
#   ^^^^^^ calls f
apply()
#^^^^ calls apply

## A default that is replaced in every call may still be used by others
def f(): ...
def g(): ...
def apply(func=f):
    func()
#   ^^^^^^ calls f, g
apply(g)
#^^^^ calls apply
apply()
#^^^^ calls apply

## Defaults are evaluated where the function is defined
def make(): ...
def apply(x=make()):
#           ^^^^ calls make from main.py
    ...

## Extra positional arguments go to *args
def f(): ...
def apply(*funcs):
    for func in funcs:
        func()
#       ^^^^^^ calls f
apply(f)
#^^^^ calls apply

## *args by index
def f(): ...
def g(): ...
def apply(*funcs):
    funcs[1]()
#   ^^^^^^^^^^ calls g
apply(f, g)
#^^^^ calls apply

## *args passed on
def f(): ...
def outer(*args):
    inner(*args)
#   ^^^^^ calls inner
def inner(a, func):
    func()
#   ^^^^^^ calls f
outer(1, f)
#^^^^ calls outer

## Extra keyword arguments go to **kwargs
def f(): ...
def apply(**options):
    options["func"]()
#   ^^^^^^^^^^^^^^^^^ calls f
apply(func=f)
#^^^^ calls apply

## **kwargs passed on
def f(): ...
def outer(**kwargs):
    inner(**kwargs)
#   ^^^^^ calls inner
def inner(func=None):
    func()
#   ^^^^^^ calls f
outer(func=f)
#^^^^ calls outer

## *args and **kwargs passed on through a wrapper
def f(): ...
def inner(a, func):
    func()
#   ^^^^^^ calls f
def wrapper(*args, **kwargs):
    return inner(*args, **kwargs)
#          ^^^^^ calls inner
wrapper(1, func=f)
#^^^^^^ calls wrapper

## A list is spread over parameters
def f(): ...
def g(): ...
def apply(a, b):
    a()
#   ^^^ calls f
    b()
#   ^^^ calls g
pair = [f, g]
apply(*pair)
#^^^^ calls apply

## A dict is spread over parameters
def f(): ...
def g(): ...
def apply(a, b):
    a()
#   ^^^ calls f
    b()
#   ^^^ calls g
both = {"b": g, "a": f}
apply(**both)
#^^^^ calls apply

## Spread after positional arguments
def f(): ...
def g(): ...
def apply(a, b, c):
    b()
#   ^^^ calls f
    c()
#   ^^^ calls g
apply(1, *[f, g])
#^^^^ calls apply

## Keywords that match go to parameters, the rest to **kwargs
def f(): ...
def g(): ...
def apply(a, **rest):
    a()
#   ^^^ calls f
    rest["b"]()
#   ^^^^^^^^^^^ calls g
apply(a=f, b=g)
#^^^^ calls apply

## The parameter after *args is keyword-only
def f(): ...
def g(): ...
def apply(*args, last=None):
    last()
#   ^^^^^^ calls g
apply(f, f, last=g)
#^^^^ calls apply

## A bound method as callback
class C:
    def go(self):
        self.inner()
#            ^^^^^ calls C.inner
    def inner(self): ...
def apply(func):
    func()
#   ^^^^^^ calls C.go
apply(C().go)
#^^^^ calls apply, C

## A class as callback
class C:
    def __init__(self): ...
def apply(factory):
    return factory()
#   ^^^^^^^^^^^^^^^^ calls C, C.__init__
apply(C)
#^^^^ calls apply

## A class as callback, its instance comes back
class C:
    def go(self): ...
def make(factory):
    return factory()
#   ^^^^^^^^^^^^^^^^ calls C
make(C).go()
#^^^ calls make, C.go

## A lambda as callback
def f(): ...
def apply(func):
    func()
apply(lambda: f())
#^^^^ calls apply, f

## A lambda as callback receives the arguments
def f(): ...
def apply(func):
    func(f)
apply(lambda g: g())
#^^^^ calls apply, f

## A parameter that is returned goes back to its own caller
def f(): ...
def g(): ...
def same(x):
    return x
same(f)()
#^^^ calls same, f
same(g)()
#^^^ calls same, g

## An instance as an argument
class C:
    def go(self): ...
def run(x):
    x.go()
#     ^^ calls C.go
run(C())
#^^ calls run, C

## Arguments of several callers meet in the parameter
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x):
    x.go()
#     ^^ calls A.go, B.go
run(A())
#^^ calls run, A
run(B())
#^^ calls run, B

## An argument of a method
def f(): ...
class C:
    def run(self, func):
        func()
#       ^^^^^^ calls f
C().run(f)
#^ calls C, C.run

## An argument of a method called through the class
def f(): ...
class C:
    def run(self, func):
        func()
#       ^^^^^^ calls f
C.run(C(), f)
#^ calls C, C.run

## An argument of a constructor
def f(): ...
class C:
    def __init__(self, func):
        func()
#       ^^^^^^ calls f
C(f)
#^ calls C, C.__init__

## A mutable default keeps what is put in
def f(): ...
def register(func, registry=[]):
    registry.append(func)
    for h in registry:
        h()
#       ^^^ calls f
register(f)
#^^^^^^^ calls register

## A nested function as callback
def apply(func):
    func()
#   ^^^^^^ calls run.inner
def run():
    def inner(): ...
    apply(inner)
#   ^^^^^ calls apply

## A tuple of callbacks as one argument
def f(): ...
def apply(funcs):
    for func in funcs:
        func()
#       ^^^^^^ calls f
apply((f,))
#^^^^ calls apply

## A registry filled by calls
def f(): ...
handlers = {}
def register(name, func):
    handlers[name] = func
register("f", f)
#^^^^^^^ calls register
def dispatch(name):
    handlers[name]()
#   ^^^^^^^^^^^^^^^^ calls f

## Observers in a list
def f(event): ...
class Subject:
    def __init__(self):
        self.observers = []
    def attach(self, observer):
        self.observers.append(observer)
    def notify(self):
        for observer in self.observers:
            observer(1)
#           ^^^^^^^^^^^ calls f
s = Subject()
#   ^^^^^^^ calls Subject, Subject.__init__
s.attach(f)
# ^^^^^^ calls Subject.attach
s.notify()
# ^^^^^^ calls Subject.notify
