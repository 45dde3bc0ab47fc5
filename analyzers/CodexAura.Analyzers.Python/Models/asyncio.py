class _Task:
    def __init__(self, value=None): self._value = value
    def __await__(self): return self._value
    def result(self): return self._value
    def add_done_callback(self, fn): fn(self)
    def cancel(self): ...
    def done(self) -> bool: ...
    def exception(self): ...


async def _wait(awaitable):
    return await awaitable


def run(main, debug=None): return _unwrap(main)


async def _result(aw): return await aw


def _unwrap(aw):
    return aw.__await__()


def create_task(coro, name=None): return _Task(coro)
def ensure_future(coro, loop=None): return _Task(coro)
async def wait_for(aw, timeout): return await aw
async def shield(aw): return await aw


async def gather(*aws, return_exceptions=False):
    result = []
    for aw in aws:
        result.append(await aw)
    return result


async def sleep(delay, result=None): return result
async def to_thread(func, /, *args, **kwargs): return func(*args, **kwargs)


class _Loop:
    def run_until_complete(self, future): return future.__await__()
    def create_task(self, coro): return _Task(coro)
    def call_soon(self, callback, *args): callback(*args)
    def call_soon_threadsafe(self, callback, *args): callback(*args)
    def call_later(self, delay, callback, *args): callback(*args)
    def call_at(self, when, callback, *args): callback(*args)
    def run_in_executor(self, executor, func, *args): return _Task(func(*args))
    def add_reader(self, fd, callback, *args): callback(*args)
    def add_writer(self, fd, callback, *args): callback(*args)
    def add_signal_handler(self, sig, callback, *args): callback(*args)
    def close(self): ...
    def stop(self): ...
    def is_running(self) -> bool: ...
    def run_forever(self): ...


def get_event_loop() -> _Loop: ...
def get_running_loop() -> _Loop: ...
def new_event_loop() -> _Loop: ...
def set_event_loop(loop): ...
