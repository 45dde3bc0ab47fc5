## getattr with a constant name
class C:
    def go(self): ...
getattr(C(), "go")()
#       ^ calls C, C.go

## getattr on a module
#- util.py
def f(): ...
#- main.py
import util
#      ^^^^ imports util.py
getattr(util, "f")()
#              ^ calls f

## getattr with a default
def f(): ...
class C: ...
getattr(C(), "go", f)()
#       ^ calls C, f

## getattr with a computed prefix
class C:
    def visit_a(self): ...
    def visit_b(self): ...
    def other(self): ...
    def run(self, kind):
        getattr(self, "visit_" + kind)()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls C.visit_a, C.visit_b

## getattr with an f-string prefix
class C:
    def visit_a(self): ...
    def visit_b(self): ...
    def other(self): ...
    def run(self, kind):
        return getattr(self, f"visit_{kind}")()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls C.visit_a, C.visit_b

## getattr with a name of which nothing is known
class C:
    def a(self): ...
    def b(self): ...
    def run(self, name):
        getattr(self, name)()

## getattr with a name from a variable
class C:
    def go(self): ...
    def stop(self): ...
name = "go"
getattr(C(), name)()
#       ^ calls C, C.go

## getattr over a list of names
class C:
    def a(self): ...
    def b(self): ...
    def c(self): ...
    def run(self):
        for name in ("a", "b"):
            getattr(self, name)()
#           ^^^^^^^^^^^^^^^^^^^^^ calls C.a, C.b

## setattr with a constant name
def f(): ...
class C: ...
c = C()
#   ^ calls C
setattr(c, "act", f)
c.act()
#^^^^^^ calls f

## hasattr calls nothing
class C:
    def go(self): ...
hasattr(C(), "go")
#       ^ calls C

## A visitor
class Visitor:
    def visit(self, node):
        method = "visit_" + node.__class__.__name__
        visitor = getattr(self, method, self.generic_visit)
        return visitor(node)
#       ^^^^^^^^^^^^^^^^^^^^ calls V.visit_Name, Visitor.generic_visit
    def generic_visit(self, node): ...
class V(Visitor):
#       ^^^^^^^ extends Visitor
    def visit_Name(self, node): ...
V().visit(1)
#^ calls V, Visitor.visit

## types.MethodType binds
import types
class C: ...
def act(self): ...
c = C()
#   ^ calls C
c.act = types.MethodType(act, c)
c.act()
# ^^^ calls act

## eval of a computed string stays unknown
def f(): ...
def g(): ...
def run(text):
    eval(text)()

## __dict__ update stays unknown
class C:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)
    def run(self):
        self.act()
def f(): ...
C(act=f).run()
#^ calls C, C.__init__, C.run

## vars and dir call nothing
class C:
    def go(self): ...
c = C()
#   ^ calls C
vars(c)
dir(c)

## A name that a subclass has is not for __getattr__
class Base:
    def __getattr__(self, name): ...
    def run(self):
        self.go()
#            ^^ calls Sub.go
class Sub(Base):
#         ^^^^ extends Base
    def go(self): ...
Base().run()
#^^^^^^^^^^ calls Base, Base.run
Sub().run()
#^^^^^^^^^ calls Sub, Base.run

## A function looked up in globals()
def f(): ...
def g(): ...
def run(name):
    globals()["f"]()
#   ^^^^^^^^^^^^^^ calls f
    globals()[name]()
#   ^^^^^^^^^^^^^^^^^ calls g
run("g")
#^^ calls run

## __getattribute__ runs at every access
class C:
    def __getattribute__(self, name): ...
    def go(self): ...
c = C()
#   ^ calls C
c.go()
#^^^^^ calls C.__getattribute__, C.go
c.x
#^^ calls C.__getattribute__

## A family passes through variables, returns and calls as one value
class Visitor:
    def find(self, node):
        return getattr(self, f"visit_{node}", None)
    def visit(self, node):
        found = self.find(node)
#                    ^^^^ calls Visitor.find
        if found is not None:
            return found(node)
#                  ^^^^^ calls(inferred) Printer.visit_a, Printer.visit_b
    def other(self): ...
class Printer(Visitor):
#             ^^^^^^^ extends Visitor
    def visit_a(self, node):
        return node
    def visit_b(self, node):
        return node
printer = Printer()
#         ^^^^^^^ calls Printer
printer.visit("a")
#       ^^^^^ calls Visitor.visit

## A family is as large as it is
class Visitor:
    def visit(self, node):
        getattr(self, "visit_" + node)(node)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls(inferred) Visitor.visit_0, Visitor.visit_1, Visitor.visit_2, Visitor.visit_3, Visitor.visit_4, Visitor.visit_5, Visitor.visit_6, Visitor.visit_7, Visitor.visit_8, Visitor.visit_9, Visitor.visit_10, Visitor.visit_11, Visitor.visit_12, Visitor.visit_13, Visitor.visit_14, Visitor.visit_15, Visitor.visit_16, Visitor.visit_17, Visitor.visit_18, Visitor.visit_19, Visitor.visit_20, Visitor.visit_21, Visitor.visit_22, Visitor.visit_23, Visitor.visit_24, Visitor.visit_25, Visitor.visit_26, Visitor.visit_27, Visitor.visit_28, Visitor.visit_29
    def visit_0(self, node): ...
    def visit_1(self, node): ...
    def visit_2(self, node): ...
    def visit_3(self, node): ...
    def visit_4(self, node): ...
    def visit_5(self, node): ...
    def visit_6(self, node): ...
    def visit_7(self, node): ...
    def visit_8(self, node): ...
    def visit_9(self, node): ...
    def visit_10(self, node): ...
    def visit_11(self, node): ...
    def visit_12(self, node): ...
    def visit_13(self, node): ...
    def visit_14(self, node): ...
    def visit_15(self, node): ...
    def visit_16(self, node): ...
    def visit_17(self, node): ...
    def visit_18(self, node): ...
    def visit_19(self, node): ...
    def visit_20(self, node): ...
    def visit_21(self, node): ...
    def visit_22(self, node): ...
    def visit_23(self, node): ...
    def visit_24(self, node): ...
    def visit_25(self, node): ...
    def visit_26(self, node): ...
    def visit_27(self, node): ...
    def visit_28(self, node): ...
    def visit_29(self, node): ...
def run(x):
    Visitor().visit(x)
#   ^^^^^^^ calls Visitor
#             ^^^^^ calls Visitor.visit

## Values under computed names are values
def f(): ...
class A:
    act_one = 1
    act_two = staticmethod(f)
    def act_three(self): ...
def run(name):
    found = getattr(A(), "act_" + name)
#                   ^ calls A
    found()
#   ^^^^^ calls(inferred) f, A.act_three

## The dictionary of an object is its attributes
def f(): ...
class A:
    def __init__(self, act):
        self.__dict__["act"] = act
    def run(self):
        self.act()
#            ^^^ calls f
        self.__dict__["act"]()
#       ^^^^^^^^^^^^^^^^^^^^^^ calls f
A(f).run()
#^ calls A, A.__init__
#    ^^^ calls A.run

## object.__setattr__ stores
def f(): ...
def g(): ...
class A:
    def __init__(self, act):
        object.__setattr__(self, "act", act)
        super().__setattr__("other", g)
    def run(self):
        self.act()
#            ^^^ calls f
        self.other()
#            ^^^^^ calls g
A(f).run()
#^ calls A, A.__init__
#    ^^^ calls A.run

## Storing an attribute runs __setattr__
def f(): ...
class A:
    def __init__(self):
        self.act = f
#            ^^^ calls A.__setattr__
    def __setattr__(self, name, value):
        super().__setattr__(name, value)
    def run(self):
        self.act()
#            ^^^ calls f
class B:
    def __init__(self):
        self.act = f
A().run()
# ^ calls A, A.__init__
#   ^^^ calls A.run
B()
#^ calls B, B.__init__

## Methods found by a computed name that are mostly called by name too are guesses
class Format:
    def __init__(self, **properties):
        for key, value in properties.items():
            getattr(self, "set_" + key)(value)
#           ^^^^^^^ calls(heuristic) Format.set_bold, Format.set_color, Format.set_font
    def set_bold(self, value): ...
    def set_color(self, value): ...
    def set_font(self, value): ...
one = Format(bold=True)
#     ^^^^^^ calls Format, Format.__init__
one.set_bold(1)
#^^^^^^^^^^^^^^ calls Format.set_bold
one.set_color(2)
#^^^^^^^^^^^^^^^ calls Format.set_color

## Handlers found by a computed name of which few are called by name are stated
class Visitor:
    def visit(self, node):
        getattr(self, "visit_" + node)()
#       ^^^^^^^ calls(inferred) Visitor.visit_a, Visitor.visit_b, Visitor.visit_c
#       ^^^^^^^ calls(heuristic) Visitor.visit_d
    def visit_a(self): ...
    def visit_b(self): ...
    def visit_c(self): ...
    def visit_d(self): ...
Visitor().visit_d()
#^^^^^^^^ calls Visitor
#^^^^^^^^^^^^^^^^^^ calls Visitor.visit_d

## A decorator that keeps a result under a name of its own
def saved(function):
    name = "_" + function.__name__
    def wrapper(self):
        if not hasattr(self, name):
            setattr(self, name, function(self))
#                               ^^^^^^^^ calls Module.lines, Module.scope
        return getattr(self, name)
    return wrapper
class Lines:
    def go(self): ...
class Scope:
    def go(self): ...
class Module:
    @saved
#    ^^^^^ calls saved
    def lines(self):
        return Lines()
#              ^^^^^ calls Lines
    @saved
#    ^^^^^ calls saved
    def scope(self):
        return Scope()
#              ^^^^^ calls Scope
def run():
    m = Module()
#       ^^^^^^ calls Module
    m.lines().go()
#     ^^^^^ calls saved.wrapper
#             ^^ calls Lines.go
    m.scope().go()
#     ^^^^^ calls saved.wrapper
#             ^^ calls Scope.go

## What one variable names is not what another names
class A:
    def go(self): ...
class B: ...
def keep(o, first, second):
    setattr(o, first, A())
#                     ^ calls A
    return getattr(o, second)
keep(B(), "a", input()).go()
#    ^ calls B
#^^^ calls keep

## A model stores what the program's __setattr__ does not see
class Bunch(dict):
    def __setattr__(self, name, value):
        self[name] = value
def make(pairs):
    return Bunch(pairs)
#          ^^^^^ calls Bunch
make([("a", 1)])
#^^^ calls make

## Arguments of a class with a __new__ of its own are none of its fields
class Wrap:
    run: object = None
    def __new__(cls, function):
        self = object.__new__(cls)
        self.function = function
        return self
def f(): ...
Wrap(f).run()
#^^^ calls Wrap, Wrap.__new__

## Attributes copied name by name keep their names
class Source:
    def read(self): ...
    def close(self): ...
class Copy:
    def __init__(self, source):
        for name in ("read", "close"):
            setattr(self, name, getattr(source, name))
    def stop(self):
        self.close()
#            ^^^^^ calls Source.close
def run():
    Copy(Source()).read()
#        ^^^^^^ calls Source
#   ^^^^ calls Copy, Copy.__init__
#                  ^^^^ calls Source.read

## Attributes copied under other names may be any of them
class Source:
    def read(self): ...
    def close(self): ...
class Copy:
    def __init__(self, source):
        for name, other in (("a", "read"), ("b", "close")):
            setattr(self, name, getattr(source, other))
    def stop(self):
        self.a()
#            ^ calls Source.read, Source.close
def run():
    Copy(Source())
#        ^^^^^^ calls Source
#   ^^^^ calls Copy, Copy.__init__

## A proxy whose __getattr__ asks another object has what that one has
class Target:
    def go(self): ...
    def stop(self): ...
class Proxy:
    def __init__(self, target):
        self.target = target
    def __getattr__(self, name):
        return getattr(self.target, name)
    def stop(self): ...
    def run(self):
        self.go()
#            ^^ calls Target.go
#       ^^^^^^^ calls Proxy.__getattr__
        self.stop()
#            ^^^^ calls Proxy.stop
def main():
    Proxy(Target()).go()
#         ^^^^^^ calls Target
#   ^^^^^ calls Proxy, Proxy.__init__
#                   ^^ calls Target.go
#   ^^^^^^^^^^^^^^^^^^^^ calls Proxy.__getattr__

## A __getattr__ that asks under another name has nothing of the other object
class Target:
    def go(self): ...
class Proxy:
    def __init__(self, target):
        self.target = target
    def __getattr__(self, name):
        return getattr(self.target, "x_" + name)
def main():
    Proxy(Target()).go()
#         ^^^^^^ calls Target
#   ^^^^^ calls Proxy, Proxy.__init__
#   ^^^^^^^^^^^^^^^^^^^^ calls Proxy.__getattr__

## What exec defined is not what was put in for it
def plain(): ...
def compile_into(code, name, given):
    names = {"target": given}
    exec(code, names)
    names["target"]()
#   ^^^^^^^^^^^^^^^^^ calls plain
    names[name]()
def main(code, name):
    compile_into(code, name, plain)
#   ^^^^^^^^^^^^ calls compile_into

## A function that a decorator compiles anew is still the one that is called
def compiled(code, fn):
    names = {"fn": fn}
    exec(code, names)
    return names[fn.__name__]
def decorate(fn):
    return compiled("def %s(): return fn()" % fn.__name__, fn)
#          ^^^^^^^^ calls compiled
class Query:
    @decorate
#    ^^^^^^^^ calls decorate
    def where(self): ...
    @decorate
#    ^^^^^^^^ calls decorate
    def order(self): ...
def run(query: Query):
    query.where()
#         ^^^^^ calls Query.where
    Query().order()
#   ^^^^^ calls Query
#           ^^^^^ calls Query.order

## A class stored under a computed name is no constructor of others
class Options:
    def __init__(self): ...
class Column:
    def __init__(self): ...
def restore(cls, name, kept):
    setattr(cls, name, kept[name])
def main(name):
    restore(Column, "__init__", {"__init__": Options})
#   ^^^^^^^ calls restore
    restore(Column, name, {name: Options})
#   ^^^^^^^ calls restore
    Column()
#   ^^^^^^ calls Column, Column.__init__

## A decorator of an object that only an annotation tells of
class App:
    def task(self, function):
        def wrapper():
            return function()
#                  ^^^^^^^^ calls build.work, Holder.run.more
        return wrapper
def build(app: App):
    @app.task
#    ^^^^^^^^ calls App.task
    def work(): ...
    work()
#   ^^^^ calls App.task.wrapper
class Holder:
    def __init__(self, app: App):
        self.app = app
    def run(self):
        @self.app.task
#        ^^^^^^^^^^^^^ calls App.task
        def more(): ...
        more()
#       ^^^^ calls App.task.wrapper

## A method taken out of a class is given an object of that class
import outside
class Walker:
    def walk(self, kind):
        found = getattr(type(self), "on_" + kind)
        self.step(found)
#            ^^^^ calls Walker.step, Reader.step, Writer.step
    def step(self, found):
        found(self)
#       ^^^^^ calls(inferred) Walker.on_other, Plain.on_name
    def on_other(self): ...
class Plain(Walker):
#           ^^^^^^ extends Walker
    def on_name(self): ...
class Reader(Walker):
#            ^^^^^^ extends Walker
    def step(self, found):
        return found(self)
#              ^^^^^ calls(inferred) Walker.on_other, Reader.on_name
    def on_name(self): ...
class Writer(Walker):
#            ^^^^^^ extends Walker
    def step(self, found):
        return found(self)
#              ^^^^^ calls(inferred) Walker.on_other, Writer.on_name
    def on_name(self): ...
for walker in Plain(), Reader(), Writer():
#             ^^^^^ calls Plain
#                      ^^^^^^ calls Reader
#                                ^^^^^^ calls Writer
    walker.walk(outside.kind())
#          ^^^^ calls Walker.walk

## A method that overrides of its caller pass on is given objects of their classes
import outside
class Base:
    def step(self, found):
        found(self)
#       ^^^^^ calls(inferred) Base.on_base, Sub.on_name
    def walk(self, kind):
        self.step(getattr(type(self), "on_" + kind))
#            ^^^^ calls Sub.step
    def on_base(self): ...
class Sub(Base):
#         ^^^^ extends Base
    def step(self, found):
        super().step(found)
#               ^^^^ calls Base.step
    def on_name(self): ...
Sub().walk(outside.kind())
#^^ calls Sub
#     ^^^^ calls Base.walk

## What is written into the dictionary of an object passes its class by
def f(): ...
class A:
    def __init__(self):
        self.__dict__["act"] = f
        self.__dict__["size"] = 1
        self.plain = 2
#            ^^^^^ calls A.__setattr__
    def __setattr__(self, name, value): ...
    @property
    def size(self): ...
    @size.setter
    def size(self, value): ...
    def run(self):
        self.act()
#            ^^^ calls f
A().run()
#^ calls A, A.__init__
#   ^^^ calls A.run


## where many classes have methods of the names that a computed name finds, each is a guess; those of one class or a few are not
import outside
class Printer:
    def emit(self, node):
        return getattr(self, 'print_' + node.kind)(node)
#       ^ calls(heuristic) Page.print_0, Page.print_1, Page.print_10, Page.print_11, Page.print_12, Page.print_13, Page.print_2, Page.print_3, Page.print_4, Page.print_5, Page.print_6, Page.print_7, Page.print_8, Page.print_9, Printer.print_0, Printer.print_1, Printer.print_10, Printer.print_11, Printer.print_12, Printer.print_13, Printer.print_2, Printer.print_3, Printer.print_4, Printer.print_5, Printer.print_6, Printer.print_7, Printer.print_8, Printer.print_9, Text.print_0, Text.print_1, Text.print_10, Text.print_11, Text.print_12, Text.print_13, Text.print_2, Text.print_3, Text.print_4, Text.print_5, Text.print_6, Text.print_7, Text.print_8, Text.print_9
    def print_0(self, node): pass
    def print_1(self, node): pass
    def print_2(self, node): pass
    def print_3(self, node): pass
    def print_4(self, node): pass
    def print_5(self, node): pass
    def print_6(self, node): pass
    def print_7(self, node): pass
    def print_8(self, node): pass
    def print_9(self, node): pass
    def print_10(self, node): pass
    def print_11(self, node): pass
    def print_12(self, node): pass
    def print_13(self, node): pass
class Text(Printer):
#          ^^^^^^^ extends Printer
    def print_0(self, node): pass
    def print_1(self, node): pass
    def print_2(self, node): pass
    def print_3(self, node): pass
    def print_4(self, node): pass
    def print_5(self, node): pass
    def print_6(self, node): pass
    def print_7(self, node): pass
    def print_8(self, node): pass
    def print_9(self, node): pass
    def print_10(self, node): pass
    def print_11(self, node): pass
    def print_12(self, node): pass
    def print_13(self, node): pass
class Page(Printer):
#          ^^^^^^^ extends Printer
    def print_0(self, node): pass
    def print_1(self, node): pass
    def print_2(self, node): pass
    def print_3(self, node): pass
    def print_4(self, node): pass
    def print_5(self, node): pass
    def print_6(self, node): pass
    def print_7(self, node): pass
    def print_8(self, node): pass
    def print_9(self, node): pass
    def print_10(self, node): pass
    def print_11(self, node): pass
    def print_12(self, node): pass
    def print_13(self, node): pass
class Single:
    def emit(self, node):
        return getattr(self, 'print_' + node.kind)(node)
#       ^ calls Single.print_0, Single.print_1, Single.print_10, Single.print_11, Single.print_12, Single.print_13, Single.print_14, Single.print_15, Single.print_16, Single.print_17, Single.print_18, Single.print_19, Single.print_2, Single.print_20, Single.print_21, Single.print_22, Single.print_23, Single.print_24, Single.print_25, Single.print_26, Single.print_27, Single.print_28, Single.print_29, Single.print_3, Single.print_30, Single.print_31, Single.print_32, Single.print_33, Single.print_34, Single.print_35, Single.print_36, Single.print_37, Single.print_38, Single.print_39, Single.print_4, Single.print_40, Single.print_41, Single.print_5, Single.print_6, Single.print_7, Single.print_8, Single.print_9, Special.print_0
    def print_0(self, node): pass
    def print_1(self, node): pass
    def print_2(self, node): pass
    def print_3(self, node): pass
    def print_4(self, node): pass
    def print_5(self, node): pass
    def print_6(self, node): pass
    def print_7(self, node): pass
    def print_8(self, node): pass
    def print_9(self, node): pass
    def print_10(self, node): pass
    def print_11(self, node): pass
    def print_12(self, node): pass
    def print_13(self, node): pass
    def print_14(self, node): pass
    def print_15(self, node): pass
    def print_16(self, node): pass
    def print_17(self, node): pass
    def print_18(self, node): pass
    def print_19(self, node): pass
    def print_20(self, node): pass
    def print_21(self, node): pass
    def print_22(self, node): pass
    def print_23(self, node): pass
    def print_24(self, node): pass
    def print_25(self, node): pass
    def print_26(self, node): pass
    def print_27(self, node): pass
    def print_28(self, node): pass
    def print_29(self, node): pass
    def print_30(self, node): pass
    def print_31(self, node): pass
    def print_32(self, node): pass
    def print_33(self, node): pass
    def print_34(self, node): pass
    def print_35(self, node): pass
    def print_36(self, node): pass
    def print_37(self, node): pass
    def print_38(self, node): pass
    def print_39(self, node): pass
    def print_40(self, node): pass
    def print_41(self, node): pass
class Special(Single):
#             ^^^^^^ extends Single
    def print_0(self, node): pass
class Small:
    def emit(self, node):
        return getattr(self, 'print_' + node.kind)(node)
#       ^ calls Small.print_a, Small.print_b
    def print_a(self, node): pass
    def print_b(self, node): pass
outside.start(Printer, Text, Page)
outside.start(Single, Special)
outside.start(Small)


## what a module defines goes back to its own place
#- target.py
def provided(x): pass
def implemented(x): pass
def use(x):
    provided(x)
#   ^ calls fake, provided
    implemented(x)
#   ^ calls fake, implemented
#- main.py
import outside
import target
#^ imports target.py
class Patched:
    def __init__(self, **changes):
        self.changes = changes
        self.saved = {key: getattr(target, key) for key in changes}
    def __enter__(self):
        for key, value in self.changes.items():
            setattr(target, key, value)
    def __exit__(self, *error):
        for key, value in self.saved.items():
            setattr(target, key, value)
def fake(x): pass
def go():
    with Patched(provided=fake):
#        ^^^^^^^ calls Patched, Patched.__enter__, Patched.__exit__, Patched.__init__
        target.use(1)
#              ^^^ calls use
    with Patched(implemented=fake):
#        ^^^^^^^ calls Patched, Patched.__enter__, Patched.__exit__, Patched.__init__
        target.use(1)
#              ^^^ calls use
outside.start(go)


## managers that are put aside and back stay in their own places
import outside
from contextlib import contextmanager
class Connection:
    def connect(self): pass
    @contextmanager
    def temporary(self):
        yield self
class Blocked:
    def __init__(self, wrapped):
        self.wrapped = wrapped
    def __call__(self): pass
NAMES = [('connect', 'connections'), ('temporary', 'connections')]
def block(connection: Connection):
    for name, kind in NAMES:
        method = getattr(connection, name)
        setattr(connection, name, Blocked(method))
#                                 ^^^^^^^ calls Blocked, Blocked.__init__
def unblock(connection: Connection):
    for name, kind in NAMES:
        method = getattr(connection, name)
        setattr(connection, name, method.wrapped)
def use(connection: Connection):
    connection.connect()
#   ^ calls Blocked.__call__, Connection.connect
    with connection.temporary():
#   ^ calls Blocked.__call__, Connection.temporary
        pass
outside.start(block, unblock, use)


## a table says which name a function gets, its own or another
import outside
class Number:
    def __add__(self, other): pass
    def __mul__(self, other): pass
for name, method in (('__radd__', Number.__add__), ('__add__', Number.__mul__)):
    setattr(Number, name, method)
class Record:
    def save(self): pass
def slow(self):
    self._orig_save()
#              ^^^^ calls Record.save, slow
for name, method in (('_orig_save', Record.save), ('save', slow)):
    setattr(Record, name, method)
def right():
    return 1 + Number()
#              ^^^^^^ calls Number, Number.__add__, Number.__mul__
def save():
    Record().save()
#   ^^^^^^ calls Record, Record.save, slow
outside.start(right, save)


## what a module has imported under its own name goes back there too
#- lib.py
def provided(x): pass
def implemented(x): pass
#- target.py
from lib import provided, implemented
#^ imports lib.py
def use(x):
    provided(x)
#   ^ calls fake, provided
    implemented(x)
#   ^ calls fake, implemented
#- main.py
import outside
import target
#^ imports target.py
class Patched:
    def __init__(self, module, **changes):
        self.module = module
        self.saved = {key: getattr(module, key) for key in changes}
        for key, value in changes.items():
            setattr(module, key, value)
    def __enter__(self):
        return self
    def __exit__(self, *error):
        for key, value in self.saved.items():
            setattr(self.module, key, value)
def fake(x): pass
def go():
    with Patched(target, provided=fake):
#        ^^^^^^^ calls Patched, Patched.__enter__, Patched.__exit__, Patched.__init__
        target.use(1)
#              ^^^ calls use
    with Patched(target, implemented=fake):
#        ^^^^^^^ calls Patched, Patched.__enter__, Patched.__exit__, Patched.__init__
        target.use(1)
#              ^^^ calls use
outside.start(go)
