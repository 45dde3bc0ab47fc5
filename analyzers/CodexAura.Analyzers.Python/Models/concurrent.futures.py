from threading import _apart


class Future:
    def __init__(self, value=None): self._value = value
    def result(self, timeout=None): return self._value

    def set_result(self, result):
        self._value = result
        callback = self._callback
        callback(self)

    def set_exception(self, exception):
        callback = self._callback
        callback(self)

    # Called when the result comes, in whatever thread brings it.
    def add_done_callback(self, fn): self._callback = fn
    def done(self) -> bool: ...
    def cancel(self) -> bool: ...
    def exception(self, timeout=None): ...


class Executor:
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        _apart(initializer, *initargs)

    def __enter__(self): return self
    def __exit__(self, *exc): ...
    def submit(self, fn, /, *args, **kwargs): return Future(_apart(fn, *args, **kwargs))

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        return iter([_apart(fn, *arguments) for arguments in zip(*iterables)])

    def shutdown(self, wait=True): ...


class ThreadPoolExecutor(Executor): ...
class ProcessPoolExecutor(Executor): ...


def as_completed(fs, timeout=None): return list(fs)
def wait(fs, timeout=None, return_when=""): return (set(fs), set(fs))
