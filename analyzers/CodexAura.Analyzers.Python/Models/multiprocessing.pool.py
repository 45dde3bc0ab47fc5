# Workers run what they are given in processes of their own, which is the same code.
from threading import _apart


class AsyncResult:
    def __init__(self, value=None): self._value = value
    def get(self, timeout=None): return self._value
    def wait(self, timeout=None): ...
    def ready(self) -> bool: ...
    def successful(self) -> bool: ...


class Pool:
    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        _apart(initializer, *initargs)

    def __enter__(self): return self
    def __exit__(self, *exc): ...
    def apply(self, func, args=(), kwds={}): return _apart(func, *args, **kwds)
    def map(self, func, iterable, chunksize=None): return [_apart(func, argument) for argument in iterable]
    def imap(self, func, iterable, chunksize=1): return iter([_apart(func, argument) for argument in iterable])
    def imap_unordered(self, func, iterable, chunksize=1): return iter([_apart(func, argument) for argument in iterable])

    def starmap(self, func, iterable, chunksize=None):
        return [_apart(func, *arguments) for arguments in iterable]

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        value = _apart(func, *args, **kwds)
        _apart(callback, value)
        return AsyncResult(value)

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        values = [_apart(func, argument) for argument in iterable]
        _apart(callback, values)
        return AsyncResult(values)

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        values = [_apart(func, *arguments) for arguments in iterable]
        _apart(callback, values)
        return AsyncResult(values)

    def close(self): ...
    def terminate(self): ...
    def join(self): ...


class ThreadPool(Pool): ...
