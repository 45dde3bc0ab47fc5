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
