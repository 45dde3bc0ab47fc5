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
