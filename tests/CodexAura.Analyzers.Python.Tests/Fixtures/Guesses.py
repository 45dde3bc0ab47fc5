## A property of a class below, where the class above holds a value
class A:
    def __init__(self):
        self.size = 1
    def run(self):
        return self.size
#                   ^^^^ calls(heuristic) B.size
class B(A):
#       ^ extends A
    @property
    def size(self):
        return 2
A().run()
# ^ calls A, A.__init__
#   ^^^ calls A.run
B().run()
# ^ calls B, A.__init__
#   ^^^ calls A.run

## A property that overrides a property
class A:
    @property
    def size(self):
        return 1
    def run(self):
        return self.size
#                   ^^^^ calls(inferred) A.size, B.size
class B(A):
#       ^ extends A
    @property
    def size(self):
        return 2
A().run()
# ^ calls A
#   ^^^ calls A.run
B().run()
# ^ calls B
#   ^^^ calls A.run

## __getattribute__ of one of several classes
class A:
    def run(self):
        return self.stop()
#                   ^^^^ calls(heuristic) B.__getattribute__
#                   ^^^^ calls A.stop
    def stop(self): ...
class B(A):
#       ^ extends A
    def __getattribute__(self, name): ...
A().run()
# ^ calls A
#   ^^^ calls A.run
b = B()
#   ^ calls B
b.run()
# ^^^ calls A.run, B.__getattribute__

## __getattr__ is asked only where no class has the name
class A:
    def __getattr__(self, name):
        return self.other
    def other(self): ...
class B(A):
#       ^ extends A
    def go(self): ...
class C(A):
#       ^ extends A
    def go(self): ...
def run(x):
    x.go()
#     ^^ calls B.go, C.go
run(A())
#   ^ calls A
#^^ calls run
run(B())
#   ^ calls B
#^^ calls run
run(C())
#   ^ calls C
#^^ calls run

## A function that only tests pass in is a guess
#- lib/core.py
def each(function):
    function()
#   ^^^^^^^^ calls(heuristic) _tests/helper.py::function::check
#- _tests/helper.py
from lib.core import each
#    ^^^^^^^^ imports lib/core.py
def check(): ...
each(check)
#^^^ calls lib/core.py::function::each

## A folder whose name ends in _tests holds tests
#- lib/core.py
def each(function):
    function()
#   ^^^^^^^^ calls(heuristic) unit_tests/run.py::function::check
#- unit_tests/run.py
from lib.core import each
#    ^^^^^^^^ imports lib/core.py
def check(): ...
each(check)
#^^^ calls lib/core.py::function::each

## A folder that merely contains the word holds none
#- lib/core.py
def each(function):
    function()
#   ^^^^^^^^ calls(inferred) contests/run.py::function::check
#- contests/run.py
from lib.core import each
#    ^^^^^^^^ imports lib/core.py
def check(): ...
each(check)
#^^^ calls lib/core.py::function::each

## What is stored in self is never exact
def f(): ...
class A:
    def __init__(self):
        self.act = f
    def run(self):
        self.act()
#            ^^^ calls(inferred) f
    def go(self):
        self.run()
#            ^^^ calls(exact) A.run

## A method stored under another name of self is not exact
class A:
    def __init__(self):
        self.act = self.stop
    def run(self):
        self.act()
#            ^^^ calls(inferred) A.stop
    def stop(self): ...

## A closure reaches itself only where it wraps twice
def wrap(function):
    def inner():
        function()
#       ^^^^^^^^ calls(inferred) f
#       ^^^^^^^^ calls(heuristic) wrap.inner
    return inner
def f(): ...
wrap(wrap(f))()
#    ^^^^ calls wrap
#^^^^^^^^^^^^^^ calls wrap.inner

## A closure that names itself
def make():
    def inner(n):
        if n:
            inner(n - 1)
#           ^^^^^ calls(exact) make.inner
    return inner
make()(3)
#^^^^^ calls make.inner
#^^^ calls make

## A closure that a test stores under its own name is lent like any value
#- app/core.py
class Sender:
    def __init__(self, send):
        self.send = send
    def go(self):
        self.send()
#            ^^^^ calls(heuristic) tests/test_core.py::function::test_send.send
#- tests/test_core.py
from app.core import Sender
#    ^^^^^^^^ imports app/core.py
def test_send():
    def send(): ...
    Sender(send).go()
#   ^^^^^^ calls app/core.py::class::Sender, app/core.py::function::Sender.__init__
#                ^^ calls app/core.py::function::Sender.go

## A method of a value that may be one of several builtin objects is a guess
class Text:
    def replace(self, a, b): ...
    def render(self): ...
def change(x):
    x.replace("a", "b")
#     ^^^^^^^ calls(heuristic) Text.replace
change("text")
#^^^^^ calls change
change(3)
#^^^^^ calls change
change(Text())
#      ^^^^ calls Text
#^^^^^ calls change

## A method of a string or of an object of the program is none
class Text:
    def replace(self, a, b): ...
def change(x):
    x.replace("a", "b")
#     ^^^^^^^ calls(inferred) Text.replace
change("text")
#^^^^^ calls change
change(Text())
#      ^^^^ calls Text
#^^^^^ calls change

## Callees of several files are guesses where something from outside comes too
#- a.py
def f(): ...
#- b.py
def g(): ...
#- main.py
import outside
from a import f
#    ^ imports a.py
from b import g
#    ^ imports b.py
def call(function):
    function()
#   ^^^^^^^^ calls(heuristic) a.py::function::f, b.py::function::g
for each in [f, g, outside.h]:
    call(each)
#   ^^^^ calls call

## Callees of several files are stated where nothing else comes
#- a.py
def f(): ...
#- b.py
def g(): ...
#- main.py
from a import f
#    ^ imports a.py
from b import g
#    ^ imports b.py
def call(function):
    function()
#   ^^^^^^^^ calls(inferred) a.py::function::f, b.py::function::g
for each in [f, g]:
    call(each)
#   ^^^^ calls call

## A protocol's __call__ is what others have
from typing import Protocol
class Handler(Protocol):
    def __call__(self, x): ...
def handle(x): ...
def run(handler: Handler):
    handler(1)
#   ^^^^^^^ calls(inferred) handle
#   ^^^^^^^ calls(heuristic) Handler.__call__
run(handle)
#^^ calls run

## What overrides a method in tests is a guess for what is no test
#- core.py
class Handler:
    def handle(self): ...
def each(handler: Handler):
    handler.handle()
#           ^^^^^^ calls(inferred) core.py::function::Handler.handle
#           ^^^^^^ calls(heuristic) tests/fakes.py::function::Fake.handle
#- tests/fakes.py
from core import Handler
#    ^^^^ imports core.py
class Fake(Handler):
#          ^^^^^^^ extends core.py::class::Handler
    def handle(self): ...

## What scripts beside the program pass in is a guess
#- lib/core.py
def each(function):
    function()
#   ^^^^^^^^ calls(heuristic) tools/debug.py::function::check
#- tools/debug.py
from lib.core import each
#    ^^^^^^^^ imports lib/core.py
def check(): ...
each(check)
#^^^ calls lib/core.py::function::each

## A package of that name inside the program is none of them
#- lib/core.py
def each(function):
    function()
#   ^^^^^^^^ calls(inferred) lib/tools/check.py::function::check
#- lib/tools/check.py
from lib.core import each
#    ^^^^^^^^ imports lib/core.py
def check(): ...
each(check)
#^^^ calls lib/core.py::function::each

## A partial object among values of other types is a guess
from functools import partial
def f(): ...
def call(name):
    value = {"a": partial(f), "b": 1, "c": "text"}[name]
    value()
#   ^^^^^ calls(heuristic) f

## A partial object alone is none
from functools import partial
def f(): ...
def call(name):
    value = {"a": partial(f), "b": None}[name]
    value()
#   ^^^^^ calls(inferred) f

## A function among numbers and texts is none
def f(): ...
def call(name):
    value = {"a": f, "b": 1, "c": "text"}[name]
    value()
#   ^^^^^ calls(inferred) f
