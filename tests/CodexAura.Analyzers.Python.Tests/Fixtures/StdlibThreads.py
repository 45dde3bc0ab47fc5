## threading.Thread runs its target when started
import threading
def work(act):
    act()
#   ^^^^^ calls f
def f(): ...
t = threading.Thread(target=work, args=(f,))
t.start()
#^^^^^^^^ calls(heuristic) work

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
#   ^^^^ calls make
#   ^^^^ calls(heuristic) work

## A subclass of Thread
import threading
class Worker(threading.Thread):
    def run(self): ...
Worker().start()
#^^^^^ calls Worker
#^^^^^ calls(heuristic) Worker.run

## A Timer
import threading
def work(): ...
threading.Timer(3, work).start()
#                  ^^^^ calls(heuristic) work

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
#                        ^^^^ calls(heuristic) work
    future.result().go()
#                   ^^ calls C.go

## An executor's map
from concurrent.futures import ThreadPoolExecutor
def work(x): ...
with ThreadPoolExecutor() as pool:
    list(pool.map(work, [1]))
#                 ^^^^ calls(heuristic) work

## A future's callback does not run where it is registered
from concurrent.futures import ThreadPoolExecutor
def work(): ...
def done(future): ...
def run(pool: ThreadPoolExecutor):
    future = pool.submit(work)
#                        ^^^^ calls(heuristic) work
    future.add_done_callback(done)

## Pools of processes run what they are given
from multiprocessing import Pool, get_context
from multiprocessing.pool import ThreadPool
class A:
    def go(self): ...
class B:
    def go(self): ...
def work(a):
    a.go()
    # ^^ calls A.go
    return B()
    #      ^^^ calls B
def each():
    with Pool(2) as pool:
        pool.map(work, [A()])[0].go()
        #        ^^^^ calls(heuristic) work
        #               ^^^ calls A
        #                        ^^ calls B.go
def starred():
    with get_context("spawn").Pool() as pool:
        for b in pool.starmap(work, [(A(),)]): b.go()
        #                     ^^^^ calls(heuristic) work
        #                             ^^^ calls A
        #                                      ^^^^^^ calls B.go
def later():
    ThreadPool().apply_async(work, (A(),), callback=done).get().go()
    #                        ^^^^ calls(heuristic) work, done
    #                               ^^^ calls A
    #                                                           ^^ calls B.go
def done(b):
    b.go()
    # ^^ calls B.go

## A process runs beside the caller, like a thread
from multiprocessing import Process
def work(): ...
class Mine(Process):
    def run(self): work()
    #              ^^^^^^ calls work
def start():
    Process(target=work).start()
    #                    ^^^^^ calls(heuristic) work
    Mine().start()
    #^ calls Mine
    #      ^^^^^ calls(heuristic) Mine.run

## Variables of a context
from contextvars import ContextVar, copy_context
class A:
    def go(self): ...
class B:
    def go(self): ...
current = ContextVar("current", default=A())
#                                       ^^^ calls A
def use():
    current.set(B())
    #           ^^^ calls B
    current.get().go()
    #             ^^ calls A.go, B.go
    copy_context().run(work, B()).go()
    #                  ^^^^ calls work
    #                        ^^^ calls B
    #                             ^^ calls B.go
def work(b): return b

## What a thread is given through a partial runs beside the caller too
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
def work(x): ...
def prepare(): ...
def start():
    threading.Thread(target=partial(work, 1)).start()
    #                                         ^^^^^ calls(heuristic) work
def hand_in():
    with ThreadPoolExecutor(initializer=prepare) as pool:
    #    ^^^^^^^^^^^^^^^^^^ calls(heuristic) prepare
        pool.submit(partial(work, 1))
    #        ^^^^^^ calls(heuristic) work

## What comes back from a worker is what the worker returned
from concurrent.futures import ProcessPoolExecutor
import asyncio
import outside
class A:
    def go(self): ...
def work(x): return A()
#                   ^ calls A
async def use(loop: asyncio.AbstractEventLoop):
    (await loop.run_in_executor(None, work, 1)).go()
    #           ^^^^^^^^^^^^^^^ calls(heuristic) work
    #                                           ^^ calls A.go
    for a in ProcessPoolExecutor().map(work, [1]):
    #                              ^^^ calls(heuristic) work
        a.go()
    #     ^^ calls A.go
outside.start(use)
