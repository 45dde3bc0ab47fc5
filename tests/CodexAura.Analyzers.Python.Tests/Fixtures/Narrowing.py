## isinstance of an unknown value
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x):
    if isinstance(x, A):
        x.go()
#         ^^ calls A.go

## An early raise
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x: A | B):
    if not isinstance(x, A):
        raise TypeError
    x.go()
#     ^^ calls A.go

## and
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x: A | B):
    return isinstance(x, A) and x.go()
#                                 ^^ calls A.go

## A conditional expression
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x: A | B):
    return x.go() if isinstance(x, A) else None
#            ^^ calls A.go

## assert
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x: A | B):
    assert isinstance(x, A)
    x.go()
#     ^^ calls A.go

## A comprehension's condition
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(xs: list[A | B]):
    return [x.go() for x in xs if isinstance(x, A)]
#             ^^ calls A.go

## After the if both are possible again
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x: A | B):
    if isinstance(x, A):
        pass
    x.go()
#     ^^ calls A.go, B.go

## A subclass passes isinstance of its base
class A:
    def go(self): ...
class B(A):
#       ^ extends A
    def go(self): ...
class C:
    def go(self): ...
def run(x):
    if isinstance(x, A):
        x.go()
#         ^^ calls B.go
run(B())
#^^ calls run, B
run(C())
#^^ calls run, C

## isinstance in a while condition
class A:
    def up(self):
        return B()
#              ^ calls B
class B:
    def stop(self): ...
def run(x: A | B):
    while isinstance(x, A):
        x = x.up()
#             ^^ calls A.up
    x.stop()
#     ^^^^ calls B.stop

## is None
class A:
    def go(self): ...
def run(x: A | None):
    if x is None:
        return
    x.go()
#     ^^ calls A.go

## is not None
class A:
    def go(self): ...
def run(x: A | None):
    if x is not None:
        x.go()
#         ^^ calls A.go

## Where it is None nothing is called
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x: A | None):
    if x is None:
        x.go()

## A default where it is None
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x: A | None):
    if x is None:
        x = B()
#           ^ calls B
        x.go()
#         ^^ calls B.go
    x.go()
#     ^^ calls A.go, B.go

## A walrus in isinstance
class A:
    def go(self): ...
class B:
    def go(self): ...
def get() -> A | B: ...
def run():
    if isinstance(x := get(), A):
#                      ^^^ calls get
        x.go()
#         ^^ calls A.go

## type(x) is
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x: A | B):
    if type(x) is A:
        x.go()
#         ^^ calls A.go

## callable
class A:
    def go(self): ...
def f(): ...
def run(x):
    if callable(x):
        x()
#       ^^^ calls f
run(f)
#^^ calls run

## Narrowing ends with a new binding
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x):
    if isinstance(x, A):
        x = B()
#           ^ calls B
        x.go()
#         ^^ calls B.go

## isinstance of one variable says nothing of another
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(x: A | B, y: A | B):
    if isinstance(x, A):
        y.go()
#         ^^ calls A.go, B.go

## isinstance against a builtin
class A:
    def go(self): ...
def run(x: A | str):
    if isinstance(x, str):
        return x.upper()
    return x.go()
#            ^^ calls A.go

## hasattr says nothing wrong
class A:
    def go(self): ...
class B: ...
def run(x: A | B):
    if hasattr(x, "go"):
        x.go()
#         ^^ calls A.go

## Truth leaves the instances
class A:
    def go(self): ...
def run(x: A | None):
    if x:
        x.go()
#         ^^ calls A.go
    if not x:
        return
    x.go()
#     ^^ calls A.go

## The class of an attribute
class A:
    def go(self): ...
class B:
    def go(self): ...
class C:
    def __init__(self, x):
        self.x = x
    def run(self):
        if isinstance(self.x, A):
            self.x.go()
#                  ^^ calls A.go
        else:
            self.x.go()
#                  ^^ calls B.go
        self.x.go()
#              ^^ calls A.go, B.go
    def stop(self):
        if not isinstance(self.x, B):
            return
        helper()
#       ^^^^^^^^ calls helper
        self.x.go()
#              ^^ calls B.go
def helper(): ...
C(A()).run()
#^^^^^^^^^^^ calls C, C.__init__, C.run, A
C(B()).stop()
#^^^^^^^^^^^^ calls C, C.__init__, C.stop, B

## An attribute stored anew is no longer what was tested
class A:
    def go(self): ...
class B:
    def go(self): ...
def run(c):
    if isinstance(c.x, A):
        c.x = B()
#             ^^^ calls B
        c.x.go()
#           ^^ calls B.go
class C:
    def __init__(self): self.x = A()
#                                ^^^ calls A
run(C())
#^^^^^^^ calls run, C, C.__init__

## A name bound anew is another object
class A:
    def go(self): ...
class B:
    def go(self): ...
class C:
    def __init__(self, x): self.x = x
def run(c, other):
    if isinstance(c.x, A):
        c = other
        c.x.go()
#           ^^ calls A.go, B.go
run(C(A()), C(B()))
#^^^^^^^^^^^^^^^^^^ calls run, C, C.__init__, A, B

## Exactly of a class, or of one of several
class A:
    def go(self): ...
class B(A):
#       ^ extends A
    def go(self): ...
class C:
    def go(self): ...
def run(x):
    if type(x) in (A, C):
        x.go()
#         ^^ calls A.go, C.go
    if type(x) is B:
        return
    if x.__class__ == C:
        return
    x.go()
#     ^^ calls A.go
def all(x):
    if type(x) is not A:
        x.go()
#         ^^ calls B.go, C.go
for x in (A(), C()):
#         ^^^ calls A, C
    run(x)
#   ^^^^^^ calls run
for x in (A(), B(), C()):
#         ^^^ calls A, B, C
    all(x)
#   ^^^^^^ calls all

## hasattr leaves what has the attribute
class A:
    def read(self): ...
    def go(self): ...
class B:
    def go(self): ...
def run(x):
    if hasattr(x, "read"):
        x.go()
#         ^^ calls A.go
    else:
        x.go()
#         ^^ calls B.go
run(A())
#^^ calls run
#   ^ calls A
run(B())
#^^ calls run
#   ^ calls B

## hasattr and what is stored in instances
class A:
    def go(self): ...
    def open(self):
        self.file = 1
class B:
    def go(self): ...
def run(x):
    if hasattr(x, "file"):
        x.go()
#         ^^ calls A.go
    if not hasattr(x, "file"):
        x.go()
#         ^^ calls A.go, B.go
a = A()
#   ^ calls A
a.open()
# ^^^^ calls A.open
run(a)
#^^ calls run
run(B())
#^^ calls run
#   ^ calls B

## hasattr of what may have anything
import os
class A:
    def __getattr__(self, name): ...
    def go(self): ...
class B(os.PathLike):
    def go(self): ...
def run(x):
    if hasattr(x, "read"):
        x.go()
#         ^^ calls A.go, B.go
run(A())
#^^ calls run
#   ^ calls A
run(B())
#^^ calls run
#   ^ calls B

## An AttributeError says that the attribute is not there
class Marked:
    @classmethod
    def mark(cls, by): ...
def wrap(x):
    x()
#   ^ calls f
def decorate(x):
    try:
        mark = x.mark
    except AttributeError:
        return wrap(x)
#              ^^^^ calls wrap
    else:
        return mark(1)
#              ^^^^ calls Marked.mark
def f(): ...
decorate(f)
#^^^^^^^^ calls decorate
decorate(Marked)
#^^^^^^^^ calls decorate

## Another exception says nothing of attributes
class Marked:
    def mark(self): ...
    def go(self): ...
def run(x):
    try:
        mark = x.mark
    except (AttributeError, KeyError):
        x.go()
#         ^^ calls Marked.go
run(Marked())
#^^ calls run
#   ^^^^^^ calls Marked

## None alone is as good as nothing known
class Parameter:
    def parse(self): ...
class Other:
    def parse(self): ...
class Task:
    def parameters(cls):
        found = []
        for name in dir(cls):
            value = getattr(cls, name)
            if not isinstance(value, Parameter):
                continue
            found.append((name, value))
        return found
    def run(self):
        for name, value in self.parameters():
#                               ^^^^^^^^^^ calls Task.parameters
            value.parse()
#                 ^^^^^ calls Parameter.parse

## isinstance(x, type) and a metaclass: classes pass, their objects do not
class Meta(type): ...
class C(metaclass=Meta):
    def __init__(self): ...
    def __call__(self): ...
def a(x):
    if isinstance(x, type):
        x()
#       ^ calls C, C.__init__
    else:
        x()
#       ^ calls C.__call__, f
def b(x):
    if isinstance(x, (str, Meta)):
        x()
#       ^ calls C, C.__init__
def f(): ...
for test in (a, b):
    test(C)
#   ^ calls a, b
    test(C())
#   ^ calls a, b
#        ^ calls C, C.__init__
    test(f)
#   ^ calls a, b

## isinstance(x, Callable) and FunctionType
from collections.abc import Callable
from types import FunctionType
class Task:
    def __call__(self): ...
class Plain:
    def __init__(self): ...
    def go(self): ...
def f(): ...
def a(x):
    if isinstance(x, Callable):
        x()
#       ^ calls f, Task.__call__, Plain, Plain.__init__
    else:
        x.go()
#         ^ calls Plain.go
def b(x):
    if isinstance(x, FunctionType):
        return x()
#              ^ calls f
    x()
#   ^ calls Task.__call__, Plain, Plain.__init__
for test in (a, b):
    test(f)
#   ^ calls a, b
    test(Task())
#   ^ calls a, b
#        ^ calls Task
    test(Plain)
#   ^ calls a, b
    test(Plain())
#   ^ calls a, b
#        ^ calls Plain, Plain.__init__

## isinstance(x, object) tells nothing
def f(): ...
def a(x):
    if isinstance(x, object):
        x()
#       ^ calls f
a(f)
#^ calls a

## What is declared as callable may be a function
from types import FunctionType
from typing import Callable
class Table:
    def draw(self): ...
def run(factory: Callable[..., Table]):
    if isinstance(factory, FunctionType):
        factory().draw()
#                 ^ calls Table.draw

## Bound methods are of MethodType, everything is an object
from types import FunctionType, MethodType
class Table:
    def draw(self): ...
    def clear(self): ...
class Job:
    def __call__(self): ...
def function(): ...
def either(code):
    if isinstance(code, (FunctionType, MethodType)):
        code()
#       ^ calls(inferred) function, Table.draw
def method(code):
    if isinstance(code, MethodType):
        code()
#       ^ calls(inferred) Table.draw
    else:
        code.clear()
#            ^ calls(inferred) Table.clear
def other(code):
    if not isinstance(code, MethodType):
        code()
#       ^ calls(inferred) function, Table, Job.__call__
def everything(code):
    if isinstance(code, object):
        code()
#       ^ calls(inferred) function, Table, Table.draw, Job.__call__
for what in (either, method, other, everything):
    what(Table().draw)
#   ^ calls(inferred) either, method, other, everything
#        ^ calls Table
    what(function)
#   ^ calls(inferred) either, method, other, everything
    what(Table)
#   ^ calls(inferred) either, method, other, everything
    what(Table())
#   ^ calls(inferred) either, method, other, everything
#        ^ calls Table
    what(Job())
#   ^ calls(inferred) either, method, other, everything
#        ^ calls Job

## What is put into one list of unknown origin is not in another
import outside
class Item:
    def run(self): ...
class Other:
    def run(self): ...
def fill(values):
    if isinstance(values, list):
        values.append(Item())
#                     ^^^^ calls Item
        values[0].run()
#                 ^^^ calls Item.run
def read(values):
    if isinstance(values, list):
        values.append(Other())
#                     ^^^^^ calls Other
        for value in values:
            value.run()
#                 ^^^ calls Other.run
fill(outside.some())
#^^^ calls fill
read(outside.some())
#^^^ calls read

## What is put into a declared list of lists is not in another
import outside
class Item:
    def run(self): ...
class Other:
    def run(self): ...
def fill(rows: dict[str, list]):
    rows['a'].append(Item())
#                    ^^^^ calls Item
    rows['b'][0].run()
#                ^^^ calls Item.run
def read(rows: dict[str, list]):
    rows['a'].append(Other())
#                    ^^^^^ calls Other
    rows['b'][0].run()
#                ^^^ calls Other.run
fill(outside.some())
#^^^ calls fill
read(outside.some())
#^^^ calls read

## issubclass leaves the classes below
import outside
class Base:
    def run(self): ...
class Below(Base):
#           ^^^^ extends Base
    def run(self): ...
class Other:
    def run(self): ...
def make(kind):
    if issubclass(kind, Base):
        kind().run()
#       ^^^^^^^^^^^^ calls Below
#              ^^^ calls Below.run
    else:
        kind().run()
#       ^^^^^^^^^^^^ calls Other
#              ^^^ calls Other.run
make(Below)
#^^^ calls make
make(Other)
#^^^ calls make
outside.start(make)

## issubclass with several classes
import outside
class A:
    def run(self): ...
class B:
    def run(self): ...
class C:
    def run(self): ...
def make(kind):
    if issubclass(kind, (A, B)):
        kind().run()
#       ^^^^^^^^^^^^ calls A, B
#              ^^^ calls A.run, B.run
make(A)
#^^^ calls make
make(B)
#^^^ calls make
make(C)
#^^^ calls make
outside.start(make)

## What is not known is taken at the word of issubclass
import outside
class Base:
    def run(self): ...
class Below(Base):
#           ^^^^ extends Base
    def run(self): ...
class Other:
    def run(self): ...
def load(module):
    return [c for c in outside.classes(module) if isinstance(c, type) and issubclass(c, Base)]
for found in load(outside.module()):
#            ^^^^ calls load
    found().run()
#   ^^^^^^^^^^^^^ calls Base
#           ^^^ calls Base.run, Below.run
outside.start(load)

## A class that answers issubclass itself lets others through
import outside
from abc import ABC
class Duck(ABC):
    @classmethod
    def __subclasshook__(cls, other): return hasattr(other, 'quack')
class Meta(type):
    def __subclasscheck__(cls, other): return True
class Any(metaclass=Meta): ...
class Foo:
    def quack(self): ...
def hook(kind):
    if issubclass(kind, Duck):
        kind().quack()
#       ^^^^^^^^^^^^^^ calls Foo
#              ^^^^^ calls Foo.quack
def check(kind):
    if issubclass(kind, Any):
        kind().quack()
#       ^^^^^^^^^^^^^^ calls Foo
#              ^^^^^ calls Foo.quack
hook(Foo)
#^^^ calls hook
check(Foo)
#^^^^ calls check
outside.start(hook)

## What is below the class of one call may fail the test of another
import outside
class A:
    def run(self): ...
class B:
    def run(self): ...
def make(kind, base):
    if not issubclass(kind, base):
        kind().run()
#       ^^^^^^^^^^^^ calls A, B
#              ^^^ calls A.run, B.run
make(A, A)
#^^^ calls make
make(A, B)
#^^^ calls make
make(B, A)
#^^^ calls make
outside.start(make)

## A test for the class that each caller names rules out no object of another's
import outside
class Left:
    def go(self): ...
class Right:
    def go(self): ...
def visit(node, kind):
    if isinstance(node, kind):
        return
    node.go()
#        ^^ calls Left.go, Right.go
visit(Left(), Right)
#^^^^ calls visit
#     ^^^^ calls Left
visit(Right(), Left)
#^^^^ calls visit
#     ^^^^^ calls Right
def both(node, kinds):
    if not isinstance(node, kinds):
        node.go()
both(Left(), (Left, Right))
#^^^ calls both
#    ^^^^ calls Left
outside.start(visit, both)

## Tuples of types that hold each other
import outside
class A:
    def go(self): ...
class B: ...
class C: ...
def visit(x, kinds):
    if isinstance(x, kinds):
        return x
    if not isinstance(x, kinds):
        return None
    visit(x, (kinds, B))
#   ^^^^^ calls visit
    visit(x, (kinds, A))
#   ^^^^^ calls visit
    visit(x, (kinds, B))
#   ^^^^^ calls visit
    visit(x, (kinds, A))
#   ^^^^^ calls visit
    visit(x, (kinds, B))
#   ^^^^^ calls visit
    visit(x, (kinds, A))
#   ^^^^^ calls visit
    visit(x, (kinds, B))
#   ^^^^^ calls visit
    visit(x, (kinds, A))
#   ^^^^^ calls visit
    visit(x, (kinds, B))
#   ^^^^^ calls visit
    visit(x, (kinds, A))
#   ^^^^^ calls visit
    visit(x, (kinds, B))
#   ^^^^^ calls visit
    visit(x, (kinds, A))
#   ^^^^^ calls visit
    visit(x, (kinds, B))
#   ^^^^^ calls visit
    visit(x, (kinds, A))
#   ^^^^^ calls visit
    visit(x, (kinds, B))
#   ^^^^^ calls visit
    visit(x, (kinds, A))
#   ^^^^^ calls visit
    visit(x, (kinds, B))
#   ^^^^^ calls visit
    visit(x, (kinds, A))
#   ^^^^^ calls visit
    visit(x, (kinds, B))
#   ^^^^^ calls visit
    visit(x, (kinds, A))
#   ^^^^^ calls visit
    visit(x, (kinds, B))
#   ^^^^^ calls visit
    visit(x, (kinds, A))
#   ^^^^^ calls visit
    visit(x, (kinds, B))
#   ^^^^^ calls visit
    visit(x, (kinds, A))
#   ^^^^^ calls visit
    return x
def start():
    visit(A(), (A,)).go()
#   ^^^^^ calls visit
#         ^ calls A
#                    ^^ calls A.go
    visit(C(), (A,))
#   ^^^^^ calls visit
#         ^ calls C
outside.start(start)
