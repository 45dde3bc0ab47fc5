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

## optparse: an option may be anything
import optparse
class Store:
    def load(self): ...
options, args = optparse.OptionParser().parse_args()
if isinstance(options.store, Store):
    options.store.load()
#                 ^^^^ calls Store.load
