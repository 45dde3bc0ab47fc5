class Future:
    def __init__(self, result=None, error=None):
        self._result, self._error = result, error

    def result(self, timeout=None):
        if self._error is not None:
            raise self._error
        return self._result

    def exception(self, timeout=None):
        return self._error

    def done(self):
        return True

    def cancel(self):
        return False

    def add_done_callback(self, function):
        function(self)


class Executor:
    def __init__(self, *args, **kwargs):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass

    def submit(self, function, /, *args, **kwargs):
        try:
            return Future(function(*args, **kwargs))
        except Exception as error:
            return Future(None, error)

    def map(self, function, *iterables, timeout=None, chunksize=1):
        return iter([function(*row) for row in zip(*iterables)])

    def shutdown(self, wait=True):
        pass


ThreadPoolExecutor = ProcessPoolExecutor = Executor


def as_completed(futures, timeout=None):
    yield from list(futures)


def wait(futures, timeout=None):
    return set(futures), set()
