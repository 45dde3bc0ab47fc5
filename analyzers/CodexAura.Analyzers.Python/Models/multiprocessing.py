from multiprocessing.pool import Pool
from queue import Queue, SimpleQueue
from threading import BoundedSemaphore, Condition, Lock, RLock, Semaphore, Thread

JoinableQueue = Queue


class Process(Thread):
    def terminate(self): ...
    def kill(self): ...
    def close(self): ...


class _Context:
    Pool = Pool
    Process = Process
    Queue = Queue
    JoinableQueue = Queue
    SimpleQueue = SimpleQueue
    Lock = Lock
    RLock = RLock
    Semaphore = Semaphore
    BoundedSemaphore = BoundedSemaphore
    Condition = Condition


def get_context(method=None): return _Context()
