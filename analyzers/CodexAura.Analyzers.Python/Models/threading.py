# What runs beside the caller: in another thread or process, with a stack of its own.
def _apart(function, *args, **kwargs): return function(*args, **kwargs)


# What is handed to a queue, send_mail.delay(to), runs in some other process.
def _queued(function, *args, **kwargs): function(*args, **kwargs)
def _scheduled(function): function()


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, daemon=None):
        self._target = target
        self._args = args
        self._kwargs = kwargs

    def start(self):
        self.run()

    def run(self):
        target = self._target
        target(*self._args, **self._kwargs)

    def join(self, timeout=None): ...
    def is_alive(self) -> bool: ...


class Timer(Thread):
    def __init__(self, interval, function, args=(), kwargs={}):
        self._target = function
        self._args = args
        self._kwargs = kwargs

    def cancel(self): ...


class local: ...


class Lock:
    def __enter__(self): return self
    def __exit__(self, *exc): ...
    def acquire(self, blocking=True, timeout=-1) -> bool: ...
    def release(self): ...
    def locked(self) -> bool: ...


class RLock(Lock): ...
class Semaphore(Lock): ...
class BoundedSemaphore(Lock): ...


class Condition(Lock):
    def wait(self, timeout=None): ...
    def notify(self, n=1): ...
    def notify_all(self): ...
