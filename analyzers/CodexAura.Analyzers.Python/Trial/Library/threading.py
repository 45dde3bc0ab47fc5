# What a thread runs has no caller in the program; it runs to its end when it is started.
class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        self._target, self._args, self._kwargs = target, args, kwargs or {}
        self.name = name or "Thread"
        self.daemon = daemon

    def start(self):
        _apart(self.run)

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        pass

    def is_alive(self):
        return False


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__(target=function, args=args or (), kwargs=kwargs)

    def cancel(self):
        pass


class Lock:
    def __init__(self, *values):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass

    def acquire(self, blocking=True, timeout=-1):
        return True

    def release(self):
        pass

    def locked(self):
        return False

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass


RLock = Semaphore = BoundedSemaphore = Condition = Lock


class Event:
    def __init__(self):
        self._set = False

    def set(self):
        self._set = True

    def clear(self):
        self._set = False

    def is_set(self):
        return self._set

    def wait(self, timeout=None):
        return self._set


class local:
    pass


def current_thread():
    return _unknown


main_thread = get_ident = active_count = current_thread
