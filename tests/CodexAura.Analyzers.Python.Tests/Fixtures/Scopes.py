## A local name hides a global one
def f(): ...
def g(): ...
def run():
    f = g
    f()
#   ^^^ calls g

## A name bound later in a function is local throughout
def f(): ...
def g(): ...
def run():
    f()
    f = g

## An inner function sees the names of the outer one
def outer():
    def helper(): ...
    def inner():
        helper()
#       ^^^^^^ calls outer.helper
    inner()
#   ^^^^^ calls outer.inner

## An inner function sees the outer binding that comes later
def f(): ...
def outer():
    def inner():
        late()
#       ^^^^^^ calls f
    late = f
    return inner

## A global is found from nested functions
def f(): ...
def outer():
    def inner():
        def innermost():
            f()
#           ^ calls f
        innermost()
#       ^^^^^^^^^ calls outer.inner.innermost
    inner()
#   ^^^^^ calls outer.inner

## A global defined below is found
def run():
    later()
#   ^^^^^ calls later
def later(): ...

## A program's function hides a builtin
def len(x): ...
def run():
    len([])
#   ^^^ calls len

## A local definition hides a global of the same name
def f(): ...
def run():
    def f(): ...
    f()
#   ^ calls run.f

## A class body's names are not seen by its methods
class C:
    def helper(): ...
    def run(self):
        helper()

## A class body's names are seen in the class body
class C:
    def make(): ...
    x = make()
#       ^^^^ calls C.make

## A method falls through the class scope to the module
def helper(): ...
class C:
    def helper(self): ...
    def run(self):
        helper()
#       ^^^^^^ calls main.py::helper

## A class body sees the module before it binds the name itself
def f(): ...
class C:
    x = f()
#       ^ calls main.py::f
    def f(self): ...

## A nested class does not see the names of the class around it
class Outer:
    def f(): ...
    class Inner:
        x = f()

## A class in a function sees the function's names
def outer():
    def f(): ...
    class C:
        x = f()
#           ^ calls outer.f
        def run(self):
            f()
#           ^ calls outer.f
    return C

## global binds in the module
def f(): ...
def g(): ...
current = f
def change():
    global current
    current = g
def run():
    current()
#   ^^^^^^^^^ calls f, g

## global introduces a name that the module never binds
def f(): ...
def setup():
    global hook
    hook = f
def run():
    hook()
#   ^^^^^^ calls f

## A local without global leaves the module's name alone
def f(): ...
def g(): ...
current = f
def change():
    current = g
def run():
    current()
#   ^^^^^^^^^ calls f

## nonlocal binds in the function around it
def f(): ...
def g(): ...
def outer():
    current = f
    def change():
        nonlocal current
        current = g
    change()
#   ^^^^^^ calls outer.change
    current()
#   ^^^^^^^^^ calls f, g

## A local without nonlocal leaves the outer name alone
def f(): ...
def g(): ...
def outer():
    current = f
    def change():
        current = g
    change()
#   ^^^^^^ calls outer.change
    current()
#   ^^^^^^^^^ calls f

## nonlocal skips a class scope
def f(): ...
def g(): ...
def outer():
    current = f
    class C:
        current = None
        def change(self):
            nonlocal current
            current = g
    def use():
        current()
#       ^^^^^^^^^ calls f, g
    return C, use
