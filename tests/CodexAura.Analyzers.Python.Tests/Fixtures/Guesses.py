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

## A function among numbers, texts and lists is a guess
def f(): ...
def call(name):
    value = {"a": f, "b": 1, "c": "text", "d": []}[name]
    value()
#   ^^^^^ calls(heuristic) f

## A function among numbers and texts is none
def f(): ...
def call(name):
    value = {"a": f, "b": 1, "c": "text"}[name]
    value()
#   ^^^^^ calls(inferred) f

## A function of one of several types, of which two have no such attribute, is a guess
def f(): ...
class Holder:
    def __init__(self):
        self.key = f
def call(name):
    value = {"a": Holder(), "b": [], "c": {}}[name]
#                 ^^^^^^ calls(exact) Holder, Holder.__init__
    value.key()
#         ^^^ calls(heuristic) f

## A function of one of two types is none
def f(): ...
class Holder:
    def __init__(self):
        self.key = f
def call(name):
    value = {"a": Holder(), "b": []}[name]
#                 ^^^^^^ calls(exact) Holder, Holder.__init__
    value.key()
#         ^^^ calls(inferred) f

## A method that a file has as well, of a value from outside, is a guess
import sys
import elsewhere
class Tee:
    def write(self, text): ...
def run(kind):
    out = {"a": Tee(), "b": open("x"), "c": elsewhere.out()}[kind]
#               ^^^ calls(exact) Tee
    out.write("")
#       ^^^^^ calls(heuristic) Tee.write

## A method of a value from outside, or one of the program's, is none
import elsewhere
class Tee:
    def write(self, text): ...
def run(kind):
    out = {"a": Tee(), "c": elsewhere.out()}[kind]
#               ^^^ calls(exact) Tee
    out.write("")
#       ^^^^^ calls(inferred) Tee.write

## The class of an object of a family of eight is a guess
class Node:
    def copy(self):
        return type(self)()
#              ^^^^ calls(heuristic) Node, A, B, C, D, E, F, G
class A(Node): ...
#       ^^^^ extends Node
class B(Node): ...
#       ^^^^ extends Node
class C(Node): ...
#       ^^^^ extends Node
class D(Node): ...
#       ^^^^ extends Node
class E(Node): ...
#       ^^^^ extends Node
class F(Node): ...
#       ^^^^ extends Node
class G(Node): ...
#       ^^^^ extends Node
for node in (Node(), A(), B(), C(), D(), E(), F(), G()):
#            ^^^^ calls(exact) Node
#                    ^ calls(exact) A
#                         ^ calls(exact) B
#                              ^ calls(exact) C
#                                   ^ calls(exact) D
#                                        ^ calls(exact) E
#                                             ^ calls(exact) F
#                                                  ^ calls(exact) G
    node.copy()
#        ^^^^ calls(inferred) Node.copy

## A table of a family is none, however many classes it has
class Node: ...
class A(Node): ...
#       ^^^^ extends Node
class B(Node): ...
#       ^^^^ extends Node
class C(Node): ...
#       ^^^^ extends Node
class D(Node): ...
#       ^^^^ extends Node
class E(Node): ...
#       ^^^^ extends Node
class F(Node): ...
#       ^^^^ extends Node
class G(Node): ...
#       ^^^^ extends Node
TABLE = {"n": Node, "a": A, "b": B, "c": C, "d": D, "e": E, "f": F, "g": G}
def make(name):
    return TABLE[name]()
#          ^^^^^ calls(inferred) Node, A, B, C, D, E, F, G

## One of sixteen closures that are handed over to one parameter is a guess
def call(function):
    function()
#   ^^^^^^^^ calls(heuristic) table.f0, table.f1, table.f2, table.f3, table.f4, table.f5, table.f6, table.f7, table.f8, table.f9, table.f10, table.f11, table.f12, table.f13, table.f14, table.f15
def table():
    def f0(): ...
    call(f0)
#   ^^^^ calls(exact) call
    def f1(): ...
    call(f1)
#   ^^^^ calls(exact) call
    def f2(): ...
    call(f2)
#   ^^^^ calls(exact) call
    def f3(): ...
    call(f3)
#   ^^^^ calls(exact) call
    def f4(): ...
    call(f4)
#   ^^^^ calls(exact) call
    def f5(): ...
    call(f5)
#   ^^^^ calls(exact) call
    def f6(): ...
    call(f6)
#   ^^^^ calls(exact) call
    def f7(): ...
    call(f7)
#   ^^^^ calls(exact) call
    def f8(): ...
    call(f8)
#   ^^^^ calls(exact) call
    def f9(): ...
    call(f9)
#   ^^^^ calls(exact) call
    def f10(): ...
    call(f10)
#   ^^^^ calls(exact) call
    def f11(): ...
    call(f11)
#   ^^^^ calls(exact) call
    def f12(): ...
    call(f12)
#   ^^^^ calls(exact) call
    def f13(): ...
    call(f13)
#   ^^^^ calls(exact) call
    def f14(): ...
    call(f14)
#   ^^^^ calls(exact) call
    def f15(): ...
    call(f15)
#   ^^^^ calls(exact) call

## One of three closures that are handed over is none
def call(function):
    function()
#   ^^^^^^^^ calls(inferred) table.f0, table.f1, table.f2
def table():
    def f0(): ...
    call(f0)
#   ^^^^ calls(exact) call
    def f1(): ...
    call(f1)
#   ^^^^ calls(exact) call
    def f2(): ...
    call(f2)
#   ^^^^ calls(exact) call

## A function of the tests that the code itself imports and calls is no guess
#- pkg/testing/app.py
def make(): ...
def decorate(function):
    def wrapper(): return function()
#                         ^^^^^^^^ calls made
    return wrapper
@decorate
#^^^^^^^^ calls decorate
def made(): ...
#- pkg/plugin.py
from pkg.testing.app import made
#    ^^^^^^^^^^^^^^^ imports pkg/testing/app.py
def run():
    from pkg.testing.app import make
#        ^^^^^^^^^^^^^^^ imports pkg/testing/app.py
    make()
#   ^^^^ calls(exact) make
    made()
#   ^^^^ calls decorate.wrapper

## What tests hand to a function of the library is a guess, whatever path leads to that function
#- pkg/code.py
import functools
def fold(function, values):
    return functools.reduce(function, values)
#          ^^^^^^^^^^^^^^^^ calls(heuristic) tests/test_code.py::function::add
#- tests/test_code.py
from pkg.code import fold
#    ^^^^^^^^ imports pkg/code.py
def add(a, b): ...
fold(add, [1, 2])
#^^^ calls fold

## A file tests.py is one of tests where it speaks of a framework for them, as Django makes one for each application
#- polls/code.py
import functools
def fold(function, values):
    return functools.reduce(function, values)
#          ^^^^^^^^^^^^^^^^ calls(heuristic) polls/tests.py::function::add
#          ^^^^^^^^^^^^^^^^ calls templates/tests.py::function::odd
#- polls/tests.py
import unittest
from polls.code import fold
#    ^^^^^^^^^^ imports polls/code.py
def add(a, b): ...
class FoldTests(unittest.TestCase):
    def test_fold(self):
        fold(add, [1, 2])
#       ^^^^ calls fold
#- templates/tests.py
from polls.code import fold
#    ^^^^^^^^^^ imports polls/code.py
def odd(a, b): ...
fold(odd, [1, 2])
#^^^ calls fold

## A global name that is the callee's own is meant, however many values a call hands around there
#- names.py
if flag:
    def show(value): ...
else:
    def show(value): ...
def show_all(*values):
    for value in values: show(value)
#                        ^^^^ calls show
#                        ^^^^ calls show#2

## What is asked for a name that few classes have is one of these
import outside
class Expression:
    def resolve_all(self): ...
class Sum(Expression):
#         ^^^^^^^^^^ extends Expression
    def resolve_all(self): ...
class Query:
    def resolve_all(self): ...
def use(value):
    if hasattr(value, "resolve_all"):
        value.resolve_all()
#             ^^^^^^^^^^^ calls Expression.resolve_all, Sum.resolve_all, Query.resolve_all
outside.start(use)

## A name that objects of the library have says nothing
import outside
class Box:
    def append(self, x): ...
def use(value):
    if hasattr(value, "append"):
        value.append(1)
outside.start(use)

## What is known of a value is believed before the name that it is asked for
import outside
class Expression:
    def resolve_all(self): ...
class Query:
    def resolve_all(self): ...
def use(value):
    if hasattr(value, "resolve_all"):
        value.resolve_all()
#             ^^^^^^^^^^^ calls Query.resolve_all
def call():
    use(Query())
#   ^^^ calls use
#       ^^^^^ calls Query
outside.start(call)

## What is known and has no such name does not pass hasattr
import outside
class Expression:
    def resolve_all(self): ...
class Plain: ...
def use(value):
    if hasattr(value, "resolve_all"):
        value.resolve_all()
def call():
    use(Plain())
#   ^^^ calls use
#       ^^^^^ calls Plain
    use(3)
#   ^^^ calls use
outside.start(call)

## A package named test that hardly any tests lie in is what a library offers to the tests of others
#- lib/__init__.py
#- lib/test/__init__.py
#- lib/test/cases.py
def skip_unless(flag):
    def decorate(function):
        def wrapper(*args):
            return function(*args)
#                  ^^^^^^^^ calls(heuristic) tests/test_all.py::function::Cases.test_one
        return wrapper
    return decorate
#- tests/test_all.py
import outside
from lib.test.cases import skip_unless
#    ^^^^^^^^^^^^^^ imports lib/test/cases.py
class Cases:
    @skip_unless("a")
    #^^^^^^^^^^^ calls lib/test/cases.py::function::skip_unless
    #^^^^^^^^^^^^^^^^ calls lib/test/cases.py::function::skip_unless.decorate
    def test_one(self): ...
outside.start(Cases)

## A package named test with tests in it is one of tests
#- lib/__init__.py
#- lib/test/__init__.py
#- lib/test/unit/test_it.py
#- lib/test/cases.py
def run(function):
    function()
#   ^^^^^^^^ calls tests/test_all.py::function::one
#- tests/test_all.py
import outside
from lib.test.cases import run
#    ^^^^^^^^^^^^^^ imports lib/test/cases.py
def one(): ...
run(one)
#^^ calls lib/test/cases.py::function::run
outside.start(run)

## A name that only one class has tells what an unknown object is
import outside
class Writer:
    def begin_tag(self, name): ...
    def end_tag(self): ...
def known(w: Writer):
    w.begin_tag("a")
#     ^^^^^^^^^ calls Writer.begin_tag
    w.end_tag()
#     ^^^^^^^ calls Writer.end_tag
def unknown(w):
    w.begin_tag("b")
#     ^^^^^^^^^ calls Writer.begin_tag
    outside.start(w)
    w.end_tag()
#     ^^^^^^^ calls Writer.end_tag
outside.start(known, unknown)

## Nobody calls it on an object of the class: a guess
import outside
class Writer:
    def begin_tag(self, name): ...
def unknown(w):
    w.begin_tag("b")
#     ^^^^^^^^^ calls(heuristic) Writer.begin_tag
outside.start(unknown)

## Something from outside is asked for the name too: a guess
import outside
class Writer:
    def begin_tag(self, name): ...
def known(w: Writer):
    w.begin_tag("a")
#     ^^^^^^^^^ calls Writer.begin_tag
def other():
    outside.writer().begin_tag("c")
def unknown(w):
    w.begin_tag("b")
#     ^^^^^^^^^ calls(heuristic) Writer.begin_tag
outside.start(known, unknown, other)

## Two classes have it: not even a guess
import outside
class Writer:
    def begin_tag(self, name): ...
class Reader:
    def begin_tag(self, name): ...
def known(w: Writer):
    w.begin_tag("a")
#     ^^^^^^^^^ calls Writer.begin_tag
def unknown(w):
    w.begin_tag("b")
outside.start(known, unknown)

## What only a test has is a guess
#- lib/core.py
import outside
def unknown(w):
    w.begin_tag("b")
#     ^^^^^^^^^ calls(heuristic) Writer.begin_tag
outside.start(unknown)
#- tests/test_core.py
class Writer:
    def begin_tag(self, name): ...
def test_known():
    w = Writer()
#       ^^^^^^ calls Writer
    w.begin_tag("a")
#     ^^^^^^^^^ calls Writer.begin_tag

## A single word alone is a guess, two that the class has are not
import outside
class Writer:
    def engrave(self, name): ...
    def polish(self): ...
def known(w: Writer):
    w.engrave("a")
#     ^^^^^^^ calls Writer.engrave
    w.polish()
#     ^^^^^^ calls Writer.polish
def one(w):
    w.engrave("b")
#     ^^^^^^^ calls(heuristic) Writer.engrave
def both(w):
    w.engrave("b")
#     ^^^^^^^ calls Writer.engrave
    w.polish()
#     ^^^^^^ calls Writer.polish
outside.start(known, one, both)

## What the class lacks speaks against it
import outside
class Writer:
    def begin_tag(self, name): ...
def known(w: Writer):
    w.begin_tag("a")
#     ^^^^^^^^^ calls Writer.begin_tag
def unknown(w):
    w.begin_tag("b")
#     ^^^^^^^^^ calls(heuristic) Writer.begin_tag
    return w.flavour
outside.start(known, unknown)

## What a test, the arguments or another class's attribute say against it
import outside
class Writer:
    def begin_tag(self, name): ...
    def end_tag(self): ...
    def new_line(self): ...
class Other:
    def __init__(self, callback):
        self.new_line = callback
def known(w: Writer):
    w.begin_tag("a")
#     ^^^^^^^^^ calls Writer.begin_tag
    w.end_tag()
#     ^^^^^^^ calls Writer.end_tag
    w.new_line()
#     ^^^^^^^^ calls Writer.new_line
def unlike(w):
    if not isinstance(w, Writer):
        w.begin_tag("b")
#         ^^^^^^^^^ calls(heuristic) Writer.begin_tag
def arguments(w):
    w.end_tag("b", strict=True)
#     ^^^^^^^ calls(heuristic) Writer.end_tag
def stored(w):
    w.new_line()
#     ^^^^^^^^ calls(heuristic) Writer.new_line
def entered(w):
    with w:
        w.begin_tag("b")
#         ^^^^^^^^^ calls(heuristic) Writer.begin_tag
outside.start(known, unlike, arguments, stored, entered, Other)

## A name that the standard library has too is a guess
import outside
class Store:
    def read_text(self): ...
def known(s: Store):
    s.read_text()
#     ^^^^^^^^^ calls Store.read_text
def unknown(path):
    return path.read_text()
#               ^^^^^^^^^ calls(heuristic) Store.read_text
outside.start(known, unknown)

## what a path of names leads to is exact only where one thing is there
#- tools.py
import outside
import functools
def plain(size): return outside.same
def other(size): return outside.same
if outside.fast:
    cached = plain
else:
    cached = functools.lru_cache
if outside.slow:
    kept = plain
else:
    kept = other
only = plain
#- main.py
import outside
import tools
#^ imports tools.py
def cached():
    tools.cached(1)
#         ^^^^^^ calls(inferred) plain
def kept():
    tools.kept(1)
#         ^^^^ calls(inferred) other, plain
def only():
    tools.only(1)
#         ^^^^ calls(exact) plain
outside.start(cached, kept, only)

## a class that the __new__ of another picks is not made by name
import outside
class Literal:
    def __new__(cls, text):
        if not text: return super().__new__(Empty)
        return super().__new__(cls)
    def __init__(self, text): self.text = text
class Empty(Literal):
#           ^^^^^^^ extends Literal
    def __init__(self, text=""): self.text = text
def main(text):
    return Literal(text)
#          ^^^^^^^ calls(exact) Literal, Literal.__init__, Literal.__new__
#          ^^^^^^^ calls(inferred) Empty.__init__
outside.start(main)

## A name that only one family of classes has tells what an object is
import outside
class Graph:
    def is_multigraph(self): return False
    def add_edges_from(self, edges): pass
class MultiGraph(Graph):
#          ^^^^^ extends Graph
    def is_multigraph(self): return True
class Other:
    def add(self): pass
def known():
    Graph().is_multigraph()
#   ^^^^^ calls Graph, Graph.is_multigraph
    Graph().add_edges_from([])
#   ^^^^^ calls Graph, Graph.add_edges_from
def use(graph):
    if graph.is_multigraph():
#            ^^^^^^^^^^^^^ calls Graph.is_multigraph, MultiGraph.is_multigraph
        graph.add_edges_from([])
#             ^^^^^^^^^^^^^^ calls Graph.add_edges_from
outside.start(use)

## but not one that two have
import outside
class Graph:
    def is_multigraph(self): return False
class View:
    def is_multigraph(self): return True
def known():
    Graph().is_multigraph()
#   ^^^^^ calls Graph, Graph.is_multigraph
    View().is_multigraph()
#   ^^^^ calls View, View.is_multigraph
def use(graph):
    graph.is_multigraph()
outside.start(use)

## Of what is put into a list here and there, one place holds one
import outside
class Csv: pass
class Json: pass
class Yaml: pass
class Html: pass
formats = []
for name in (Csv, Json, Yaml, Html):
    formats.append(name)
pair = [Csv, Json]
def first():
    return formats[0]()
#   ^ calls(heuristic) Csv, Html, Json, Yaml
def one():
    return pair[0]()
#   ^ calls Csv
outside.start(first, one)
