# A task runs from its start to its end when somebody waits for it, or when whoever runs waits for something else.
from contextlib import nullcontext
from threading import Event as _ThreadEvent


TimeoutError = TimeoutError
ALL_COMPLETED = "ALL_COMPLETED"
FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
_waiting = []


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


def _run_waiting():
    while _waiting:
        _waiting.pop(0)._run()


class Future:
    def __init__(self):
        self._state = "new"
        self._result = self._error = None
        self._callbacks = []

    def _run(self):
        if self._state == "new":
            _run_waiting()
        if self._state == "new":
            _stop("waiting for what nobody brings")

    def _end(self, result, error):
        self._state = "done"
        self._result, self._error = result, error
        for callback in self._callbacks:
            callback(self)

    def __await__(self):
        self._run()
        return self.result()
        yield

    def result(self):
        if self._error is not None:
            raise self._error
        return self._result

    def exception(self):
        return self._error

    def set_result(self, result):
        self._end(result, None)

    def set_exception(self, error):
        self._end(None, error)

    def done(self):
        return self._state == "done"

    def cancelled(self):
        return isinstance(self._error, CancelledError)

    def cancel(self, msg=None):
        if self._state == "done":
            return False
        if self._state == "running":
            _stop("a running task is cancelled")
        if self in _waiting:
            _waiting.remove(self)
        self._end(None, CancelledError())
        return True

    def add_done_callback(self, callback):
        if self._state == "done":
            callback(self)
        else:
            self._callbacks.append(callback)


class Task(Future):
    def __init__(self, coroutine, name=None):
        super().__init__()
        self._coroutine = coroutine
        self._name = name
        _waiting.append(self)

    def get_name(self):
        return self._name

    def _run(self):
        if self._state == "running":
            _stop("a task waits for itself")
        if self._state == "done":
            return
        self._state = "running"
        if self in _waiting:
            _waiting.remove(self)
        try:
            result = _wait(self._coroutine)
        except BaseException as error:
            self._end(None, error)
        else:
            self._end(result, None)


def create_task(coroutine, *, name=None, context=None):
    return Task(coroutine, name)


def ensure_future(awaitable, *, loop=None):
    return awaitable if isinstance(awaitable, Future) else Task(awaitable)


async def _all(tasks, return_exceptions):
    results = []
    for task in tasks:
        try:
            results.append(await task)
        except Exception as error:
            if not return_exceptions:
                raise
            results.append(error)
    return results


def gather(*awaitables, return_exceptions=False):
    return Task(_all([ensure_future(a) for a in awaitables], return_exceptions))


async def sleep(delay, result=None):
    _run_waiting()
    return result


async def wait_for(awaitable, timeout=None):
    return await ensure_future(awaitable)


async def wait(tasks, *, timeout=None, return_when=ALL_COMPLETED):
    tasks = [ensure_future(t) for t in tasks]
    for task in tasks:
        task._run()
    return set(tasks), set()


def as_completed(awaitables, *, timeout=None):
    return [ensure_future(a) for a in awaitables]


def shield(awaitable):
    return ensure_future(awaitable)


async def to_thread(function, /, *args, **kwargs):
    return function(*args, **kwargs)


def timeout(delay):
    return nullcontext()


class TaskGroup:
    def __init__(self):
        self._tasks = []

    async def __aenter__(self):
        return self

    def create_task(self, coroutine, *, name=None):
        self._tasks.append(Task(coroutine, name))
        return self._tasks[-1]

    async def __aexit__(self, kind, value, trace):
        for task in self._tasks:
            await task


class Lock:
    def __init__(self, value=1):
        pass

    async def __aenter__(self):
        _run_waiting()
        return self

    async def __aexit__(self, *details):
        pass

    async def acquire(self):
        return True

    def release(self):
        pass

    def locked(self):
        return False


Semaphore = BoundedSemaphore = Lock


class Event(_ThreadEvent):
    async def wait(self):
        _run_waiting()
        if not self._set:
            _stop("waiting for what nobody brings")
        return True


class Queue:
    def __init__(self, maxsize=0):
        self._items = []

    async def put(self, item):
        self._items.append(item)

    def put_nowait(self, item):
        self._items.append(item)

    async def get(self):
        if not self._items:
            _run_waiting()
        if not self._items:
            _stop("waiting for what nobody brings")
        return self._items.pop(0)

    def get_nowait(self):
        if not self._items:
            raise QueueEmpty()
        return self._items.pop(0)

    def empty(self):
        return not self._items

    def qsize(self):
        return len(self._items)

    def task_done(self):
        pass

    async def join(self):
        _run_waiting()


class AbstractEventLoop:
    def run_until_complete(self, awaitable):
        return _wait(awaitable)

    def create_task(self, coroutine, *, name=None):
        return Task(coroutine, name)

    def create_future(self):
        return Future()

    def call_soon(self, callback, *args):
        return Task(to_thread(callback, *args))

    def call_later(self, delay, callback, *args):
        return Task(to_thread(callback, *args))

    def run_in_executor(self, executor, function, *args):
        return Task(to_thread(function, *args))

    def time(self):
        return _unknown

    def close(self):
        pass


_loop = AbstractEventLoop()


def get_event_loop():
    return _loop


get_running_loop = new_event_loop = get_event_loop


def set_event_loop(loop):
    pass


def run(main, *, debug=None):
    return _wait(main)


def iscoroutine(value):
    return type(value).__name__ == "coroutine"


iscoroutinefunction = _isasync
