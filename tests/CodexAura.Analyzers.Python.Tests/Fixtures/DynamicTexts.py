## A class named by a text: rsplit, import_module, getattr
#- pkg/__init__.py
#- pkg/shapes.py
class Circle:
    def __init__(self): ...
    def draw(self): ...
class Square:
    def draw(self): ...
#- main.py
from importlib import import_module
def load(path):
    module, name = path.rsplit(".", 1)
    return getattr(import_module(module), name)
def run():
    load("pkg.shapes.Circle")().draw()
#   ^^^^ calls load
#                          ^ calls Circle, Circle.__init__
#                               ^ calls Circle.draw

## Registered by text, made later
#- pkg/__init__.py
#- pkg/shapes.py
class Circle:
    def draw(self): ...
#- pkg/lines.py
class Line:
    def draw(self): ...
class Dash:
    def draw(self): ...
#- main.py
import importlib
class Registry:
    def __init__(self):
        self.paths = {}
    def add(self, key, path):
        self.paths[key] = path
    def get(self, key):
        module_name, _, class_name = self.paths[key].rpartition(".")
        module = importlib.import_module(module_name)
        return getattr(module, class_name)
registry = Registry()
#          ^ calls Registry, Registry.__init__
registry.add("circle", "pkg.shapes.Circle")
#        ^ calls Registry.add
registry.add("line", "pkg.lines.Line")
#        ^ calls Registry.add
def run(key):
    registry.get(key)().draw()
#            ^ calls Registry.get
#                   ^ calls(inferred) Circle, Line
#                       ^ calls(inferred) Circle.draw, Line.draw

## A colon before the object, either separator
#- pkg/__init__.py
#- pkg/work.py
def job(): ...
#- main.py
import importlib
def by_name(text):
    sep = ":" if ":" in text else "."
    module, _, name = text.rpartition(sep)
    return getattr(importlib.import_module(module), name)
def run():
    by_name("pkg.work:job")()
#   ^^^^^^^ calls by_name
#                         ^ calls job
    by_name("pkg.work.job")()
#   ^^^^^^^ calls by_name
#                         ^ calls job

## split and partition with a limit
#- work.py
def job(): ...
#- main.py
import importlib
def run():
    module, name = "work:job".split(":", maxsplit=1)
    getattr(importlib.import_module(module), name)()
#                                                 ^ calls job
    parts = "work:job".partition(":")
    getattr(importlib.import_module(parts[0]), parts[2])()
#                                                       ^ calls job

## Methods named in one text
class Table:
    def first(self): ...
    def second(self): ...
    def third(self): ...
def run(table: Table):
    for name in "first second".split():
        getattr(table, name)()
#                           ^ calls(inferred) Table.first, Table.second

## The last part
class Table:
    def first(self): ...
    def second(self): ...
def run(table: Table):
    getattr(table, "tables.first".split(".")[-1])()
#                                                ^ calls(inferred) Table.first

## Of __import__ the outermost package, or the module where names are asked for
#- pkg/__init__.py
def outer(): ...
#- pkg/work.py
def job(): ...
#- main.py
def run():
    __import__("pkg.work").outer()
#                          ^ calls outer
    __import__("pkg.work").work.job()
#                               ^ calls job
    __import__("pkg.work", fromlist=["job"]).job()
#                                            ^ calls job
    __import__("pkg.work", {}, {}, ["job"]).job()
#                                           ^ calls job

## import_module with a leading dot is seen from the package that is told
#- pkg/__init__.py
#- pkg/work.py
def job(): ...
#- pkg/inner/__init__.py
#- pkg/inner/main.py
import importlib
def run():
    importlib.import_module(".other", __package__).task()
#                                                  ^ calls task
    importlib.import_module(".other", package="pkg.inner").task()
#                                                          ^ calls task
    importlib.import_module("..work", __name__.rpartition(".")[0]).job()
#                                                                  ^ calls job
#- pkg/inner/other.py
def task(): ...

## A module out of sys.modules
#- pkg/__init__.py
#- pkg/work.py
def job(): ...
#- main.py
import sys
def run():
    __import__("pkg.work")
    sys.modules["pkg.work"].job()
#                           ^ calls job
    sys.stdout.write("")

## A module's own name
#- pkg/__init__.py
import sys
def start(): ...
def run():
    getattr(sys.modules[__name__], "start")()
#                                          ^ calls start
#- pkg/work.py
import sys
def job(): ...
def run():
    here = sys.modules[__name__]
    here.job()
#        ^ calls job
    sys.modules[__package__].start()
#                            ^ calls start
    sys.modules[__name__.split(".")[0] + ".work"].job()
#                                                 ^ calls job

## A function that imports by name gives each caller its own, wherever the caller has the name from
#- pkg/__init__.py
#- pkg/work.py
class First:
    def run(self): ...
class Second:
    def run(self): ...
#- settings.py
FIRST = "pkg.work.First"
OTHERS = ["pkg.work.Second"]
#- main.py
from importlib import import_module
import settings
#      ^ imports settings.py
def load(path):
    module_path, name = path.rsplit(".", 1)
    module = import_module(module_path)
    try:
        return getattr(module, name)
    except AttributeError as error:
        raise ImportError(path) from error
def first():
    return load(settings.FIRST)()
#          ^ calls load
#                              ^ calls First
def others():
    for path in settings.OTHERS:
        load(path)().run()
#       ^ calls load
#                 ^ calls Second
#                   ^ calls Second.run
def run():
    first().run()
#   ^ calls first
#           ^ calls First.run

## Prose is no list of names
class Table:
    def m1(self): ...
def run(table: Table):
    for name in "m1 m2 m3 m4 m5 m6 m7 m8 m9 m10 m11 m12 m13 m14 m15 m16 m17 m18 m19 m20 m21 m22 m23 m24 m25".split():
        getattr(table, name)()

## A computed limit leaves open what the parts are
class Table:
    def first(self): ...
def run(table: Table, limit):
    getattr(table, "tables.first".split(".", limit)[1])()

## split on something that is no known text
class Table:
    def first(self): ...
    def second(self): ...
def run(table: Table, text):
    getattr(table, text.split(".")[0])()
    for name in "first second".split(text):
        getattr(table, name)()

## split of an object of the program's own
class Names:
    def split(self, sep=None): return ["first"]
class Table:
    def first(self): ...
    def second(self): ...
def run(table: Table):
    getattr(table, Names().split(".")[0])()
#                  ^^^^^ calls Names
#                          ^^^^^ calls Names.split
#                                        ^ calls(inferred) Table.first

## Texts that are changed on the way
class Table:
    def do_first(self): ...
    def Second(self): ...
    def third(self): ...
def run(table: Table):
    getattr(table, "do-first".replace("-", "_"))()
#                                               ^ calls(inferred) Table.do_first
    getattr(table, "second".capitalize())()
#                                        ^ calls(inferred) Table.Second
    getattr(table, " third ".strip())()
#                                    ^ calls(inferred) Table.third
    getattr(table, " third ".lstrip())()
    getattr(table, " third".lstrip())()
#                                    ^ calls(inferred) Table.third
    getattr(table, " third ".rstrip())()
    getattr(table, "third ".rstrip())()
#                                    ^ calls(inferred) Table.third

## Texts that are changed by what nobody knows
class Table:
    def first(self): ...
def run(table: Table, what):
    getattr(table, "first".strip(what))()
    getattr(table, "first".replace(what, ""))()
    getattr(table, "first".replace("i", "i", what))()

## A text that grows in a loop comes to an end
class Table:
    def aa(self): ...
def run(table: Table, more):
    name = "a"
    while more:
        name = name.replace("a", "aa")
    getattr(table, name)()
#                       ^ calls(inferred) Table.aa

## A small function that takes a name apart gives each caller its own parts
#- pkg/__init__.py
#- pkg/work.py
class First:
    def run(self): ...
class Second:
    def run(self): ...
#- main.py
from importlib import import_module
def parts_of(path):
    module, _, name = path.partition(":")
    return module, name or "main"
def first():
    module, name = parts_of("pkg.work:First")
#                  ^ calls parts_of
    return getattr(import_module(module), name)()
#                                               ^ calls First
def second(path):
    module, name = parts_of(path)
#                  ^ calls parts_of
    return getattr(import_module(module), name)()
#                                               ^ calls Second
def run():
    first().run()
#   ^ calls first
#           ^ calls First.run
    second("pkg.work:Second").run()
#   ^ calls second
#                             ^ calls Second.run

## Attributes under names that are put together
class Box: ...
def f(): ...
def g(): ...
for name, value in (("first", f), ("second", g)):
    setattr(Box, f"get_{name}", staticmethod(value))
def run():
    Box.get_first()
#       ^ calls(inferred) f, g
    Box.get_third()

## A function that puts a name together is analysed anew where it is told the rest
class Box: ...
def put(box, name, value):
    setattr(box, f"get_{name}", value)
    setattr(box, "set_" + name, value)
    setattr(box, "%s_value" % name, value)
def f(): ...
def g(): ...
box = Box()
#     ^ calls Box
put(box, "first", f)
#   ^ calls put
put(box, "second", g)
#   ^ calls put
def run():
    box.get_first()
#       ^ calls f
    box.set_second()
#       ^ calls g
    box.first_value()
#       ^ calls f

## A module and a class in it, put together
#- pkg/__init__.py
#- pkg/json_format.py
class JsonFormat:
    def write(self): ...
#- pkg/text_format.py
class TextFormat:
    def write(self): ...
#- main.py
import importlib
def make(kind):
    module = importlib.import_module(f"pkg.{kind}_format")
    return getattr(module, kind.capitalize() + "Format")()
#                                                        ^ calls(inferred) JsonFormat, TextFormat
def run():
    for kind in ["json", "text"]:
        make(kind).write()
#       ^ calls make
#                  ^ calls(inferred) JsonFormat.write, TextFormat.write

## Two variables, numbers, a tuple
#- main.py
import work
#      ^ imports work.py
def run():
    for verb in ("load", "save"):
        for number in (1, 2):
            getattr(work, "%s_v%d" % (verb, number))()
#                                                   ^ calls(inferred) load_v1, save_v2
#- work.py
def load_v1(): ...
def save_v2(): ...
def load_v3(): ...

## What is written in another way than it is, is not known
#- main.py
import work
#      ^ imports work.py
def run():
    for verb in ("load", "save"):
        getattr(work, f"{verb!r}_it")()
        getattr(work, f"{verb:>8}_it")()
        getattr(work, "%8s_it" % verb)()
        getattr(work, f"{verb} it")()
#- work.py
def load_it(): ...
def save_it(): ...

## The parts that are known before one that is not are the start of a name
class Table:
    def _read_first(self): ...
    def _read_second(self): ...
    def _write_first(self): ...
    def handler(self, domain, rule):
        return getattr(self, "_{0}_{1}".format(domain, rule))
    def read(self, rule):
        self.handler("read", rule)()
#            ^ calls Table.handler
#                                 ^ calls(inferred) Table._read_first, Table._read_second
    def write(self, rule):
        self.handler("write", rule)()
#            ^ calls Table.handler
#                                  ^ calls(inferred) Table._write_first

## format puts arguments in by place and by name
#- main.py
import work
#      ^ imports work.py
def run():
    for verb in ("load", "save"):
        getattr(work, "{}_{kind}".format(verb, kind="it"))()
#                                                         ^ calls(inferred) load_it, save_it
        getattr(work, "{1}_{0}".format("all", verb))()
#                                                   ^ calls(inferred) load_all
        getattr(work, "{:>4}_it".format(verb))()
        getattr(work, "{} it".format(verb))()
#- work.py
def load_it(): ...
def save_it(): ...
def load_all(): ...

## A known part beside one from outside
import os
class Table:
    def on_load_done(self): ...
    def on_load_failed(self): ...
    def on_save_done(self): ...
def run(table: Table):
    for prefix in ("on_load",):
        getattr(table, f"{prefix}_{os.environ['STATE']}")()
#                                                        ^ calls(inferred) Table.on_load_done, Table.on_load_failed

## An empty list of what is wanted, or None, is none
#- pkg/__init__.py
def outer(): ...
#- pkg/work.py
def outer(): ...
def job(): ...
#- main.py
def run(names):
    __import__("pkg.work", globals(), locals(), []).outer()
#                                                   ^ calls(inferred) pkg/__init__.py::outer
    __import__("pkg.work", globals(), locals(), (), 0).outer()
#                                                      ^ calls(inferred) pkg/__init__.py::outer
    __import__("pkg.work", None, None, None).outer()
#                                            ^ calls(inferred) pkg/__init__.py::outer
    __import__("pkg.work", None, None, [""]).outer()
#                                            ^ calls(inferred) pkg/work.py::outer
    __import__("pkg.work", None, None, names).job()
#                                             ^ calls job

## __import__ may be told how many packages up a name starts
#- work.py
def job(): ...
#- pkg/__init__.py
#- pkg/work.py
def job(): ...
#- pkg/inner/__init__.py
#- pkg/inner/work.py
def job(): ...
#- pkg/inner/main.py
def run():
    __import__("work", globals(), locals(), ["job"], 1).job()
#                                                       ^ calls(inferred) pkg/inner/work.py::job
    __import__("work", globals(), locals(), ["job"], 2).job()
#                                                       ^ calls(inferred) pkg/work.py::job
    __import__("inner.work", globals(), locals(), level=2).work.job()
#                                                               ^ calls(inferred) pkg/inner/work.py::job
    __import__("work", globals(), locals(), ["job"], 0).job()
#                                                       ^ calls(inferred) work.py::job
    __import__("work", globals(), locals(), ["job"], -1).job()
#                                                        ^ calls(inferred) work.py::job

## White space from the right, None for white space, and other limits
class Table:
    def a(self): ...
    def b(self): ...
    def c(self): ...
    def b_c(self): ...
def run(table: Table, parts):
    getattr(table, "a b c".rsplit(maxsplit=1)[1])()
#                                                ^ calls(inferred) Table.c
    getattr(table, "b c d".rsplit(maxsplit=1)[0].replace(" ", "_"))()
#                                                                  ^ calls(inferred) Table.b_c
    getattr(table, "a b".rsplit()[0])()
#                                    ^ calls(inferred) Table.a
    getattr(table, "a b c".split(None, 1)[0])()
#                                            ^ calls(inferred) Table.a
    getattr(table, "a".split(".", 0)[0])()
#                                       ^ calls(inferred) Table.a
    getattr(table, "a.b".split(".", -1)[1])()
#                                          ^ calls(inferred) Table.b
    getattr(table, "a.b".split(*parts, "b")[0])()
    getattr(table, "a".partition(None)[0])()

## No module has no name
#- __init__.py
def job(): ...
#- main.py
import importlib
def run():
    module, _, name = "job".rpartition(".")
    getattr(importlib.import_module(module), name)()

## Modules of a package that nobody says the name of
#- __init__.py
import importlib
def run():
    importlib.import_module(".work", __package__).job()
#                                                 ^ calls job
#- work.py
def job(): ...

## What is replaced may reach over the known start of a text
class Table:
    def get__one(self): ...
    def put_one(self): ...
def run(table: Table, what):
    getattr(table, f"get__{what}".replace("__one", "_one"))()
    getattr(table, f"put-{what}".replace("-", "_"))()
#                                                  ^ calls(inferred) Table.put_one

## A wrapper that is told a name still stands for what it wraps
import functools
def checked(func):
    @functools.wraps(func)
    def wrapper(box, name):
        func(box, getattr(box, name))
#       ^ calls(inferred) use
    return wrapper
class Box:
    def fill(self): ...
    def lid(self): ...
@checked
#^^^^^^^ calls checked
def use(box, part):
    part()
#        ^ calls(inferred) Box.fill, Box.lid
def run():
    use(Box(), "fill")
#   ^ calls checked.wrapper, use
#       ^ calls Box
    use(Box(), "lid")
#   ^ calls checked.wrapper, use
#       ^ calls Box

## A function's own name says where it is stored
class Table: ...
def into(cls):
    def bind(func):
        name = func.__name__.partition("_")[0]
        setattr(cls, name, func)
        return func
    return bind
@into(Table)
#^^^^ calls into, into.bind
def read_all(self): ...
@into(Table)
#^^^^ calls into, into.bind
def write_all(self): ...
def run():
    table = Table()
#           ^ calls Table
    table.read()
#         ^ calls read_all
    table.write()
#         ^ calls write_all

## Registered under its own name
KNOWN = {}
def register(f):
    KNOWN[f.__name__] = f
    return f
@register
#^^^^^^^^ calls register
def first(): ...
@register
#^^^^^^^^ calls register
def second(): ...
def run(name):
    KNOWN["first"]()
#   ^ calls first
    KNOWN["second"]()
#   ^ calls second
    KNOWN[name]()
#   ^ calls(inferred) first, second

## A wrapper is stored under the name that it was given, not the one that it is written with
import functools
import outside
KNOWN = {}
def register(f):
    KNOWN[f.__name__] = f
    return f
def traced(f):
    @functools.wraps(f)
    def inner(*args):
        return f(*args)
#       ^^^^^^^^^^^^^^^ calls first
    return inner
def named_alike(f):
    def wrapper(*args):
        return f(*args)
#       ^^^^^^^^^^^^^^^ calls second
    wrapper.__name__ = f.__name__
    return wrapper
@register
#^^^^^^^^ calls register
@traced
#^^^^^^ calls traced
def first(): ...
@register
#^^^^^^^^ calls register
@named_alike
#^^^^^^^^^^^ calls named_alike
def second(): ...
@register
#^^^^^^^^ calls register
def third(): ...
class Box:
    def first(self): ...
    def inner(self): ...
def call(box, f):
    getattr(box, f.__name__)()
#   ^ calls Box.first
outside.start(register)
def run():
    KNOWN["first"]()
#   ^^^^^^^^^^^^^^^^ calls traced.inner
#   ^ calls first
    KNOWN["second"]()
#   ^^^^^^^^^^^^^^^^^ calls named_alike.wrapper
    KNOWN["third"]()
#   ^ calls third
    call(Box(), first)
#   ^^^^ calls call
#        ^^^ calls Box

## A function inside another that is no wrapper bears the name that it is written with
import outside
def method(cls):
    def bind(f):
        setattr(cls, f.__name__, f)
        return f
    return bind
class Symbol: ...
def prefix(cls):
    @method(cls)
#    ^^^^^^^^^^^ calls method.bind
#    ^^^^^^ calls method
    def nud(self): ...
    @method(cls)
#    ^^^^^^^^^^^ calls method.bind
#    ^^^^^^ calls method
    def led(self): ...
outside.start(prefix)
prefix(Symbol)
#^^^^^ calls prefix
def run():
    symbol = Symbol()
#            ^^^^^^ calls Symbol
    symbol.nud()
#          ^^^ calls prefix.nud
    symbol.led()
#          ^^^ calls prefix.led

## A name of which the start and the end are known
import outside
class Compiler:
    def visit_now_func(self): ...
    def visit_add_binary(self): ...
    def visit_not_unary(self): ...
    def visit_add_binary_func(self): ...
    def by_format(self, name):
        getattr(self, "visit_%s_func" % name)()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Compiler.visit_now_func, Compiler.visit_add_binary_func
    def by_text(self, name):
        getattr(self, f"visit_{name}_func")()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Compiler.visit_now_func, Compiler.visit_add_binary_func
    def by_method(self, name):
        getattr(self, "visit_{}_func".format(name.lower()))()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Compiler.visit_now_func, Compiler.visit_add_binary_func
    def by_sum(self, name):
        getattr(self, "visit_" + name + "_func")()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Compiler.visit_now_func, Compiler.visit_add_binary_func
    def dispatch(self, name, qualifier):
        return getattr(self, "visit_%s_%s" % (name, qualifier), None)
    def binary(self, name):
        self.dispatch(name, "binary")()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Compiler.visit_add_binary
#            ^^^^^^^^ calls Compiler.dispatch
    def upper(self, name):
        getattr(self, ("VISIT_%s_FUNC" % name).lower())()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Compiler.visit_now_func, Compiler.visit_add_binary_func
outside.start(Compiler())
#             ^^^^^^^^ calls Compiler

## A name of which only the end is known
import outside
class Machine:
    def idle_state(self): ...
    def busy_state(self): ...
    def state(self): ...
    def idle_id(self): ...
    def step(self, name):
        getattr(self, name + "_state")()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Machine.idle_state, Machine.busy_state
    def number(self, name):
        getattr(self, name + "_id")()
    def keep(self, name, value):
        setattr(self, name + "_state", value)
outside.start(Machine())
#             ^^^^^^^ calls Machine

## Starts and ends that overlap are no name
import outside
class Machine:
    def on_end(self): ...
    def on_x_end(self): ...
    def on_en(self): ...
    def step(self, name):
        getattr(self, f"on_e{name}_end")()
        getattr(self, f"on_{name}_end")()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Machine.on_x_end
outside.start(Machine())
#             ^^^^^^^ calls Machine

## Many texts in one place keep their start and their end
import outside
class Many:
    def get_a_of(self): ...
    def get_z_of(self): ...
    def get_z_at(self): ...
    def read(self, key):
        return getattr(self, f"get_{key}_of")()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Many.get_a_of, Many.get_z_of
def use(many: Many):
    for key in ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"):
        many.read(key)
#            ^^^^ calls Many.read
outside.start(use)

## What is added to a text with a known start keeps it
import outside
class Loader:
    def visit_a_x(self): ...
    def visit_b_suffix(self): ...
    def load_suffix(self): ...
    def load_x(self): ...
def by_sum(loader: Loader, name):
    getattr(loader, "visit_" + name + "_x")()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Loader.visit_a_x
def by_sum_of_many(loader: Loader, name):
    getattr(loader, "visit_" + name + "_suffix")()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Loader.visit_b_suffix
def by_variable(loader: Loader, name):
    known = f"visit_{name}"
    getattr(loader, known + "_x")()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Loader.visit_a_x
outside.start(by_sum, by_sum_of_many, by_variable)

## More texts than a few, and a part that nobody knows behind more known ones
import outside
class Client:
    def get_a(self): ...
    def get_b(self): ...
    def get_c(self): ...
    def put_a(self): ...
    def put_b(self): ...
    def put_c(self): ...
    def del_a(self): ...
    def del_b(self): ...
    def del_c(self): ...
    def other(self): ...
def each(client: Client):
    for verb in ("get", "put", "del"):
        for noun in ("a", "b", "c"):
            getattr(client, f"{verb}_{noun}")()
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Client.get_a, Client.get_b, Client.get_c, Client.put_a, Client.put_b, Client.put_c, Client.del_a, Client.del_b, Client.del_c
def some(client: Client, noun):
    for verb in ("get", "put", "post", "head", "patch"):
        getattr(client, f"{verb}_{noun}")()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Client.get_a, Client.get_b, Client.get_c, Client.put_a, Client.put_b, Client.put_c
outside.start(each, some)

## A text that is too long for a name is a text
import outside
class Box:
    def open_it(self): ...
LONG = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
def take(value):
    if isinstance(value, Box):
        value.open_it()
def give(first, second):
    take(f"{first}{second}")
#   ^^^^ calls take
def start():
    give(LONG, LONG)
#   ^^^^ calls give
outside.start(start)

## What a call writes down is all that its run puts together
import outside
class Compiler:
    def visit_add_binary(self): ...
    def visit_is_unary_operator(self): ...
    def visit_is_unary_modifier(self): ...
    def visit_char_func(self): ...
    def _dispatch(self, op, first, second):
        name = "visit_%s_%s%s" % (op.__name__, first, "_" + second if second else "")
        return getattr(self, name, None)
    def unary(self, op):
        self._dispatch(op, "unary", "operator")()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Compiler.visit_is_unary_operator
#            ^^^^^^^^^ calls Compiler._dispatch
    def binary(self, op):
        self._dispatch(op, "binary", None)()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Compiler.visit_add_binary
#            ^^^^^^^^^ calls Compiler._dispatch
outside.start(Compiler)

## What a call takes from a variable may be more than is known
import outside
class Compiler:
    def visit_add(self): ...
    def visit_sub(self): ...
    def _dispatch(self, name):
        return getattr(self, "visit_" + name)
    def written(self):
        self._dispatch("add")()
#       ^^^^^^^^^^^^^^^^^^^^^^^ calls Compiler.visit_add
#            ^^^^^^^^^ calls Compiler._dispatch
    def given(self, name="add"):
        self._dispatch(name)()
#       ^^^^^^^^^^^^^^^^^^^^^^ calls Compiler.visit_add, Compiler.visit_sub
#            ^^^^^^^^^ calls Compiler._dispatch
outside.start(Compiler)

## A method that is not private may be called with other texts
import outside
class View:
    def on_start(self): ...
    def on_stop(self): ...
    def handle(self, event):
        getattr(self, "on_" + event)()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls View.on_start, View.on_stop
def main():
    view = View()
#          ^^^^ calls View
    outside.subscribe(view.handle)
    view.handle("start")
#        ^^^^^^ calls View.handle
outside.start(main)

## True and False in a text that is put together are any
import outside
class View:
    def on_done_True(self): ...
    def on_done_False(self): ...
    def _fire(self, event, ok):
        getattr(self, f"on_{event}_{ok}")()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls View.on_done_True, View.on_done_False
def main():
    View()._fire("done", True)
#   ^^^^ calls View
#          ^^^^^ calls View._fire
outside.start(main)

## A class by the parts of a path: all but the last, and the last
#- pkg/__init__.py
#- pkg/lib.py
class A:
    def go(self): ...
class B:
    def go(self): ...
class C:
    def go(self): ...
class D:
    def go(self): ...
class E:
    def go(self): ...
#- main.py
import importlib
import outside
def by_pop(uri):
    parts = uri.split(".")
    name = parts.pop()
    return getattr(importlib.import_module(".".join(parts)), name)
def by_pop_at(uri):
    parts = uri.split(".")
    name = parts.pop(-1)
    return getattr(importlib.import_module(".".join(parts)), name)
def by_slice(uri):
    parts = uri.split(".")
    return getattr(importlib.import_module(".".join(parts[:-1])), parts[-1])
def by_steps(uri):
    parts = uri.split(".")
    found = __import__(".".join(parts[:-1]))
    for part in parts[1:]:
        found = getattr(found, part)
    return found
def by_middle(uri):
    parts = uri.split(".")
    return getattr(importlib.import_module(".".join(parts[1:3])), parts[3])
def one():
    by_pop("pkg.lib.A")().go()
#                   ^ calls A, A.go, by_pop
def two():
    by_pop_at("pkg.lib.B")().go()
#                      ^ calls B, B.go, by_pop_at
def three():
    by_slice("pkg.lib.C")().go()
#                     ^ calls C, C.go, by_slice
def four():
    by_steps("pkg.lib.D")().go()
#                     ^ calls D, D.go, by_steps
def five():
    by_middle("of.pkg.lib.E")().go()
#                         ^ calls E, E.go, by_middle
def six():
    by_slice(outside.path())().go()
#   ^^^^^^^^ calls by_slice
outside.start(one, two, three, four, five, six)

## A module whose name has a part put before it
#- pkg/__init__.py
#- pkg/lib.py
def go(): ...
#- main.py
import importlib
import outside
def load(uri):
    parts = uri.split("/")
    parts.pop(0)
    return importlib.import_module(".".join(parts))
def one():
    load("plugins/pkg/lib").go()
#                           ^^ calls go, load
outside.start(one)

## A slice that steps is any part of it
#- pkg/__init__.py
#- pkg/lib.py
def go(): ...
#- main.py
import importlib
import outside
def load(uri):
    parts = uri.split(".")
    return importlib.import_module(".".join(parts[0:3:2]))
def one():
    load("pkg.x.lib").go()
#   ^^^^ calls load
outside.start(one)

## Whatever else is done to the parts makes them any list
#- pkg/__init__.py
#- pkg/lib/__init__.py
def go(): ...
#- pkg/lib/sub.py
def go(): ...
#- main.py
import importlib
import outside
def appended():
    parts = "pkg.lib".split(".")
    parts.append("sub")
    importlib.import_module(".".join(parts)).go()
def stored():
    parts = "pkg.lib".split(".")
    parts[-1] = "other"
    importlib.import_module(".".join(parts)).go()
def added():
    parts = "pkg.lib".split(".")
    parts += ["sub"]
    importlib.import_module(".".join(parts)).go()
def turned():
    parts = "pkg.lib".split(".")
    parts.reverse()
    importlib.import_module(".".join(parts)).go()
def sliced():
    head = "pkg.lib.x".split(".")[:-1]
    head.insert(0, "sub")
    importlib.import_module(".".join(head)).go()
def twice():
    parts = "pkg.lib.x".split(".")
    parts.pop()
    parts.pop()
    importlib.import_module(".".join(parts)).go()
def kept():
    parts = "pkg.lib".split(".")
    importlib.import_module(".".join(parts)).go()
#   ^ calls pkg/lib/__init__.py::function::go
outside.start(appended, stored, added, turned, sliced, twice, kept)

## One place that slices the parts of two texts, of which one is changed
#- pkg/__init__.py
#- pkg/lib/__init__.py
def go(): ...
#- pkg/lib/sub.py
def go(): ...
#- main.py
import importlib
import outside
def head(parts):
    return ".".join(parts[:2])
def one():
    parts = "pkg.lib.x".split(".")
    parts.insert(0, "top")
    importlib.import_module(head(parts)).go()
#                           ^^^^ calls head
def two():
    importlib.import_module(head("pkg.lib.y".split("."))).go()
#                           ^^^^ calls head
outside.start(one, two)

## A slice of a slice, and one that a loop takes of itself
#- pkg/__init__.py
#- pkg/lib/__init__.py
def go(): ...
#- main.py
import importlib
import outside
def twice():
    parts = "a.pkg.lib.x".split(".")[1:][:2]
    importlib.import_module(".".join(parts)).go()
#                                            ^^ calls go
def over():
    parts = "a.b.pkg.lib".split(".")
    while outside.more(parts):
        parts = parts[1:]
    importlib.import_module(".".join(parts)).go()
outside.start(twice, over)
