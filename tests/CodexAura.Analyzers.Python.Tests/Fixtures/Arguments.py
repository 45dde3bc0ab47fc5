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

## **kwargs is a dictionary also where nobody passes any
def f(): ...
def run(**options):
    options.setdefault("act", f)
    options["act"]()
#   ^^^^^^^^^^^^^^^^ calls f
run()
#^^ calls run

## *args is a tuple also where nobody passes any
def f(): ...
def run(*args):
    for act in args + (f,):
        act()
#       ^^^ calls f
run()
#^^ calls run

## A lambda among the defaults keeps its parameters to itself
class Base:
    def walk(self, name=None, select=lambda item: True):
        select(name)
    def find(self, name=None, *, select=lambda item, /: True):
        ...
class Child(Base): ...
#           ^^^^ extends Base
def run(thing: Base):
    thing.walk("a")
#   ^^^^^^^^^^ calls Base.walk
    thing.find("a")
#   ^^^^^^^^^^ calls Base.find
run(Base())
#^^ calls run
#   ^^^^ calls Base
run(Child())
#^^ calls run
#   ^^^^^ calls Child

## An argument does not meet the parameter of a lambda among the defaults
def f(): ...
def g(): ...
def run(first=lambda a, b: None, second=lambda c: None, third=g):
    second()
#   ^^^^^^ calls f
    third()
#   ^^^^^ calls g
run(1, f)
#^^ calls run
