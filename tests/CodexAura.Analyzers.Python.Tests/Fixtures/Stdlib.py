## sorted with a key
def key(x): ...
sorted([1], key=key)
#           ^^^ calls key

## list.sort with a key
def key(x): ...
xs = [1]
xs.sort(key=key)
#       ^^^ calls key

## A key gets the elements
class C:
    def size(self): ...
def run(cs: list[C]):
    return sorted(cs, key=lambda c: c.size())
#                                     ^^^^ calls C.size

## An unbound method as key
class C:
    def size(self): ...
def run():
    return sorted([C()], key=C.size)
#                  ^ calls C, C.size

## min and max
class C:
    def go(self): ...
def key(c): ...
def run():
    max([C()], key=key).go()
#        ^ calls C, C.go, key
    min(C(), C(), key=key).go()
#       ^ calls C, C.go, key

## map
def f(x):
    return g
def g(): ...
for act in map(f, [1]):
#              ^ calls f
    act()
#   ^^^^^ calls g

## map over two lists
def f(a, b):
    a()
#   ^^^ calls g
    b()
#   ^^^ calls h
def g(): ...
def h(): ...
list(map(f, [g], [h]))
#        ^ calls f

## map with a class
class C:
    def __init__(self, x): ...
    def go(self): ...
for c in map(C, [1]):
#            ^ calls C, C.__init__
    c.go()
#     ^^ calls C.go

## filter
def keep(x): ...
class C:
    def go(self): ...
for c in filter(keep, [C()]):
#               ^^^^ calls keep, C
    c.go()
#     ^^ calls C.go

## filter with None
class C:
    def go(self): ...
for c in filter(None, [C()]):
#                      ^ calls C
    c.go()
#     ^^ calls C.go

## functools.reduce
from functools import reduce
def add(a, b):
    return a
reduce(add, [1, 2])
#      ^^^ calls add

## any and all
def check(x): ...
any(check(x) for x in [1])
#   ^^^^^ calls check
all(map(check, [1]))
#       ^^^^^ calls check

## threading.Thread runs its target when started
import threading
def work(act):
    act()
#   ^^^^^ calls f
def f(): ...
t = threading.Thread(target=work, args=(f,))
t.start()
#^^^^^^^^ calls work

## A Thread that is never started
import threading
def work(): ...
t = threading.Thread(target=work)

## A Thread's target is no call of the constructor
from threading import Thread
def work(): ...
def make():
    return Thread(target=work)
def run():
    make().start()
#   ^^^^ calls make, work

## A subclass of Thread
import threading
class Worker(threading.Thread):
    def run(self): ...
Worker().start()
#^^^^^ calls Worker, Worker.run

## A Timer
import threading
def work(): ...
threading.Timer(3, work).start()
#                  ^^^^ calls work

## A lock
import threading
lock = threading.Lock()
def f(): ...
with lock:
    f()
#   ^ calls f

## An executor's submit
from concurrent.futures import ThreadPoolExecutor
class C:
    def go(self): ...
def work(x):
    return C()
#          ^ calls C
with ThreadPoolExecutor() as pool:
    future = pool.submit(work, 1)
#                        ^^^^ calls work
    future.result().go()
#                   ^^ calls C.go

## An executor's map
from concurrent.futures import ThreadPoolExecutor
def work(x): ...
with ThreadPoolExecutor() as pool:
    list(pool.map(work, [1]))
#                 ^^^^ calls work

## A future's callback does not run where it is registered
from concurrent.futures import ThreadPoolExecutor
def work(): ...
def done(future): ...
def run(pool: ThreadPoolExecutor):
    future = pool.submit(work)
#                        ^^^^ calls work
    future.add_done_callback(done)

## atexit.register calls nothing
import atexit
def bye(): ...
atexit.register(bye)

## atexit.register as decorator keeps the function
import atexit
@atexit.register
def bye(): ...
bye()
#^^ calls bye

## ExitStack runs callbacks when it is left
from contextlib import ExitStack
def bye(act):
    act()
#   ^^^^^ calls f
def f(): ...
def run():
    with ExitStack() as stack:
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ calls bye
        stack.callback(bye, f)

## ExitStack enters contexts
from contextlib import ExitStack
class M:
    def __enter__(self): return self
    def __exit__(self, *exc): ...
    def go(self): ...
def run():
    with ExitStack() as stack:
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ calls M.__exit__
        m = stack.enter_context(M())
#                               ^ calls M, M.__enter__
        m.go()
#         ^^ calls M.go

## ExitStack.close
from contextlib import ExitStack
def bye(): ...
class C:
    def __init__(self):
        self.stack = ExitStack()
        self.stack.callback(bye)
    def close(self):
        self.stack.close()
#       ^^^^^^^^^^^^^^^^^^ calls bye

## closing
from contextlib import closing
class C:
    def go(self): ...
    def close(self): ...
with closing(C()) as c:
#            ^ calls C, C.close
    c.go()
#     ^^ calls C.go

## suppress
from contextlib import suppress
def f(): ...
with suppress(KeyError):
    f()
#   ^ calls f

## nullcontext
from contextlib import nullcontext
class C:
    def go(self): ...
with nullcontext(C()) as c:
#                ^ calls C
    c.go()
#     ^^ calls C.go

## defaultdict with a factory
from collections import defaultdict
class C:
    def go(self): ...
d = defaultdict(C)
def run(k):
    d[k].go()
#   ^^^^^^^^^ calls C, C.go

## defaultdict with a function
from collections import defaultdict
def make(): ...
d = defaultdict(make)
def run(k):
    d[k]
#   ^^^^ calls make

## defaultdict by get makes nothing
from collections import defaultdict
def make(): ...
d = defaultdict(make)
def run(k):
    d.get(k)

## itertools.chain
import itertools
def f(): ...
def g(): ...
for act in itertools.chain([f], [g]):
    act()
#   ^^^^^ calls f, g

## itertools.islice, cycle, takewhile
from itertools import cycle, islice, takewhile
def f(): ...
def check(x): ...
for act in islice([f], 1):
    act()
#   ^^^^^ calls f
for act in cycle([f]):
    act()
#   ^^^^^ calls f
for act in takewhile(check, [f]):
#                    ^^^^^ calls check
    act()
#   ^^^^^ calls f

## itertools.groupby
from itertools import groupby
class C:
    def go(self): ...
def key(c): ...
def run(cs: list[C]):
    for k, group in groupby(cs, key):
#                               ^^^ calls key
        for c in group:
            c.go()
#             ^^ calls C.go

## itertools.starmap
from itertools import starmap
def f(a, b):
    a()
#   ^^^ calls g
def g(): ...
list(starmap(f, [(g, 1)]))
#            ^ calls f

## itertools.product
from itertools import product
def f(): ...
for a, b in product([f], [f]):
    a()
#   ^^^ calls f

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
