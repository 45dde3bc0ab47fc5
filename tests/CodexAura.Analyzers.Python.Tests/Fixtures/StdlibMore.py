## re.sub with a function
import re
def repl(m): ...
re.sub("x", repl, "y")
#           ^^^^ calls repl

## A compiled pattern's sub
import re
def repl(m): ...
pattern = re.compile("x")
pattern.sub(repl, "y")
#           ^^^^ calls repl

## copy
import copy
class C:
    def __copy__(self): ...
    def go(self): ...
copy.copy(C()).go()
#         ^ calls C, C.__copy__, C.go

## weakref
import weakref
class C:
    def go(self): ...
c = C()
#   ^ calls C
weakref.ref(c)().go()
#                ^^ calls C.go

## A weak reference's callback does not run where it is registered
import weakref
class C: ...
def gone(ref): ...
weakref.ref(C(), gone)
#           ^ calls C
weakref.finalize(C(), gone)
#                ^ calls C

## unittest: assertRaises calls
import unittest
def f(): ...
class T(unittest.TestCase):
    def test_f(self):
        self.assertRaises(ValueError, f)
#                                     ^ calls f
        with self.assertRaises(ValueError):
            f()
#           ^ calls f

## unittest: assertEqual compares
import unittest
class C:
    def __eq__(self, other): ...
class T(unittest.TestCase):
    def test_c(self):
        self.assertEqual(C(), 1)
#                        ^ calls C, C.__eq__

## unittest: addCleanup does not call
import unittest
def f(): ...
class T(unittest.TestCase):
    def setUp(self):
        self.addCleanup(f)

## unittest: what setUp makes
import unittest
class C:
    def go(self): ...
class T(unittest.TestCase):
    def setUp(self):
        self.c = C()
#                ^ calls C
    def test_c(self):
        self.c.go()
#              ^^ calls C.go

## pytest.raises
import pytest
def f(): ...
def test_f():
    with pytest.raises(ValueError):
        f()
#       ^ calls f

## asyncio callbacks run while the loop runs
import asyncio
def later(): ...
loop = asyncio.new_event_loop()
loop.call_soon(later)
loop.run_forever()
#^^^^^^^^^^^^^^^^^ calls later

## An asyncio task's callback does not run where it is registered
import asyncio
async def work(): ...
def done(task): ...
async def run():
    task = asyncio.create_task(work())
#                              ^^^^ calls work
    task.add_done_callback(done)

## A queue carries objects
import queue
class C:
    def go(self): ...
q = queue.Queue()
q.put(C())
#     ^ calls C
def run():
    q.get().go()
#           ^^ calls C.go

## str.join iterates
class C:
    def __iter__(self):
        return iter([])
"".join(C())
#       ^ calls C, C.__iter__

## str.format
class C:
    def __format__(self, spec): ...
"{}".format(C())
#           ^ calls C, C.__format__

## open gives no object of the program
class C:
    def read(self): ...
    def __enter__(self): ...
with open("x") as f:
    f.read()

## enumerate of objects
class C:
    def go(self): ...
for i, c in enumerate([C()]):
#                      ^ calls C
    c.go()
#     ^^ calls C.go

## dict.fromkeys
class C:
    def go(self): ...
for c in dict.fromkeys([C()]):
#                       ^ calls C
    c.go()
#     ^^ calls C.go

## signal.signal does not call
import signal
def handler(signum, frame): ...
signal.signal(signal.SIGINT, handler)

## heapq
import heapq
class C:
    def __lt__(self, other): ...
    def go(self): ...
heap = []
heapq.heappush(heap, C())
#                    ^ calls C, C.__lt__
heapq.heappop(heap).go()
#                   ^^ calls C.go, C.__lt__

## bisect with a key
import bisect
def key(x): ...
bisect.bisect_left([1], 2, key=key)
#                          ^^^ calls key

## logging.Handler subclasses
import logging
class H(logging.Handler):
    def emit(self, record): ...
logging.getLogger().addHandler(H())
#                              ^ calls H

## json with a default function
import json
def default(o): ...
json.dumps({}, default=default)
#              ^^^^^^^ calls default

## contextlib.ContextDecorator keeps the function
from contextlib import ContextDecorator
class M(ContextDecorator):
    def __enter__(self): ...
    def __exit__(self, *exc): ...
@M()
#^ calls M
def f(): ...
f()
#^ calls f

## argparse: set_defaults carries a function
import argparse
def f(args): ...
parser = argparse.ArgumentParser()
parser.set_defaults(func=f)
args = parser.parse_args()
args.func(args)
#^^^^^^^^^^^^^^ calls f

## heapq never calls what a class below list overrides
import heapq
class Heap(list):
    def append(self, x): ...
    def pop(self, i=-1): ...
class Item:
    def __lt__(self, other): ...
heap = Heap()
#      ^^^^ calls Heap
heapq.heappush(heap, Item())
#                    ^^^^ calls Item
#     ^^^^^^^^ calls Item.__lt__
heapq.heappop(heap)
#     ^^^^^^^ calls Item.__lt__

## optparse: what is stored with the options, and callbacks of options
import optparse
class Report:
    def start(self): ...
class Run:
    def __init__(self, options):
        self.options = options
    def go(self):
        self.options.report.start()
#                           ^^^^^ calls Report.start
def on_version(option, opt, value, parser, text): ...
def on_quiet(option, opt, value, parser): ...
def finish(options): ...
def make():
    parser = optparse.OptionParser()
    parser.add_option("--version", action="callback", callback=on_version, callback_args=("1",))
    group = optparse.OptionGroup(parser, "Output")
    group.add_option("--quiet", action="callback", callback=on_quiet)
    parser.add_option_group(group)
    parser.set_defaults(last=finish)
    options, args = parser.parse_args()
#                   ^^^^^^^^^^^^^^^^^^^ calls on_version, on_quiet
    options.report = Report()
#                    ^^^^^^ calls Report
    options.last(options)
#   ^^^^^^^^^^^^^^^^^^^^^ calls finish
    return Run(options)
#          ^^^ calls Run, Run.__init__
make().go()
#^^^ calls make
#      ^^ calls Run.go

## optparse: each callback has arguments of its own
from optparse import OptionParser
def first(option, opt, value, parser, what):
    what()
#   ^^^^ calls one
def second(option, opt, value, parser, what):
    what()
#   ^^^^ calls two
def third(option, opt, value, parser, what=None):
    what()
#   ^^^^ calls three
def one(): ...
def two(): ...
def three(): ...
parser = OptionParser()
parser.add_option("-a", action="callback", callback=first, callback_args=(one,))
parser.add_option("-b", action="callback", callback=second, callback_args=(two,))
parser.add_option("-c", action="callback", callback=third, callback_kwargs={"what": three})
parser.add_option("-d")
parser.parse_args()
#      ^^^^^^^^^^ calls first, second, third

## optparse: options that are made before they are added, and groups that the parser makes
from optparse import Option, OptionGroup, OptionParser, make_option
def first(option, opt, value, parser): ...
def second(option, opt, value, parser): ...
def third(option, opt, value, parser): ...
def fourth(option, opt, value, parser): ...
def fifth(option, opt, value, parser): ...
def never(option, opt, value, parser): ...
class Quick(Option): ...
class Run:
    options = [make_option("-a", action="callback", callback=first)]
    def __init__(self):
        self.parser = OptionParser(option_list=self.options)
    def go(self):
        self.parser.add_option(Option("-b", action="callback", callback=second))
        self.parser.add_option(Quick("-c", action="callback", callback=third))
#                              ^^^^^ calls Quick
        self.parser.add_options([make_option("-d", action="callback", callback=fourth)])
        self.parser.add_option_group("More", "of them").add_option("-e", action="callback", callback=fifth)
        OptionGroup(self.parser, "Forgotten").add_option("-f", action="callback", callback=never)
        return self.parser.parse_args()
#                          ^^^^^^^^^^ calls first, second, third, fourth, fifth
Run().go()
#^^^ calls Run, Run.__init__
#     ^^ calls Run.go

## optparse: what a callback stores with the values of the parser is there afterwards
from optparse import OptionParser
class Store:
    def load(self): ...
class Shelf:
    def load(self): ...
def on_store(option, opt, value, parser):
    parser.values.store = Store()
#                         ^^^^^ calls Store
def main():
    parser = OptionParser()
    parser.add_option("--store", action="callback", callback=on_store)
    options, args = parser.parse_args()
#                          ^^^^^^^^^^ calls on_store
    options.store.load()
#                 ^^^^ calls Store.load
main()
#^^^ calls main

## optparse: callbacks of several files are stated
#- more.py
def first(option, opt, value, parser): ...
#- main.py
import more
#      ^^^^ imports more.py
from optparse import OptionParser
def second(option, opt, value, parser): ...
parser = OptionParser()
parser.add_option("-a", action="callback", callback=more.first)
parser.add_option("-b", action="callback", callback=second)
parser.parse_args()
#      ^^^^^^^^^^ calls more.py::first, second

## optparse: of two kinds that meet in one table, options that hold one hold both
import inspect
from optparse import OptionParser
checks = {"line": {}, "tree": {}}
def register(check):
    # Which kind it is only Python finds out: by the name of the first parameter.
    checks[list(inspect.signature(check).parameters)[0]][check] = True
def on_line(line): ...
class OnTree:
    def __init__(self, tree): ...
    def run(self): ...
register(on_line)
#^^^^^^^ calls register
register(OnTree)
#^^^^^^^ calls register
class Style:
    def __init__(self, options):
        self.options = options
        options.line_checks = list(checks["line"])
        options.tree_checks = list(checks["tree"])
    def lines(self):
        for check in self.options.line_checks:
            # That it calls OnTree is not so.
            check("")
#           ^^^^^ calls on_line, OnTree, OnTree.__init__
    def trees(self):
        for check in self.options.tree_checks:
            # Nor is it that this calls on_line.
            check("").run()
#           ^^^^^ calls on_line, OnTree, OnTree.__init__
#                     ^^^ calls OnTree.run
def main():
    options, args = OptionParser().parse_args()
    style = Style(options)
#           ^^^^^ calls Style, Style.__init__
    style.lines()
#         ^^^^^ calls Style.lines
    style.trees()
#         ^^^^^ calls Style.trees
main()
#^^^ calls main

## optparse: an option may be anything
import optparse
class Store:
    def load(self): ...
options, args = optparse.OptionParser().parse_args()
if isinstance(options.store, Store):
    options.store.load()
#                 ^^^^ calls Store.load

## argparse: an action is made where its argument is added, and runs where arguments are parsed
import argparse
import outside
class Level(argparse.Action):
    def __init__(self, option_strings, dest, levels=(), **rest): ...
    def __call__(self, parser, namespace, values, option_string=None):
        self.apply(values)
#            ^^^^^ calls Level.apply
    def apply(self, values): ...
class Parser(argparse.ArgumentParser):
    def parse_known_args(self, args=None, namespace=None):
        return super().parse_known_args(args, namespace)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Level.__call__, number
def number(text): ...
def run():
    parser = Parser()
#            ^^^^^^ calls Parser
    outside.look(parser)
    parser.add_argument("--level", action=Level, levels=(1, 2))
#                                         ^^^^^ calls Level, Level.__init__
    parser.add_argument("-n", type=number)
    return parser.parse_args()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Parser.parse_known_args
def other():
    plain = argparse.ArgumentParser()
    plain.add_argument("-v", action="store_true").required = True
    return plain.parse_args()
