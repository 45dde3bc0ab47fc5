from functools import partial


class _GeneratorManager:
    def __init__(self, gen):
        self.gen = gen

    def __enter__(self):
        for x in self.gen:
            return x

    def __exit__(self, *exc): ...

    def __aenter__(self):
        for x in self.gen:
            return x

    def __aexit__(self, *exc): ...

    def __call__(self, func):
        return func


class _ManagerFunction:
    def __init__(self, func):
        self.func = func
        self.__wrapped__ = func

    def __call__(self, *args, **kwargs):
        return _GeneratorManager(self.func(*args, **kwargs))

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return partial(self, instance)


def contextmanager(func):
    return _ManagerFunction(func)


def asynccontextmanager(func):
    return _ManagerFunction(func)


class ContextDecorator:
    def __call__(self, func):
        return func


class AbstractContextManager:
    def __enter__(self): return self
    def __exit__(self, *exc): ...


class AbstractAsyncContextManager:
    def __aenter__(self): return self
    def __aexit__(self, *exc): ...


class closing:
    def __init__(self, thing): self.thing = thing
    def __enter__(self): return self.thing
    def __exit__(self, *exc): self.thing.close()


class nullcontext:
    def __init__(self, enter_result=None): self.enter_result = enter_result
    def __enter__(self): return self.enter_result
    def __exit__(self, *exc): ...
    def __aenter__(self): return self.enter_result
    def __aexit__(self, *exc): ...


class suppress:
    def __init__(self, *exceptions): ...
    def __enter__(self): ...
    def __exit__(self, *exc): ...


class redirect_stdout:
    def __init__(self, new_target): self._new_target = new_target
    def __enter__(self): return self._new_target
    def __exit__(self, *exc): ...


class redirect_stderr(redirect_stdout): ...


class ExitStack:
    def __enter__(self): return self
    def __exit__(self, *exc): ...
    def __aenter__(self): return self
    def __aexit__(self, *exc): ...

    def enter_context(self, cm):
        cm.__exit__(None, None, None)
        return cm.__enter__()

    def enter_async_context(self, cm):
        cm.__aexit__(None, None, None)
        return cm.__aenter__()

    def push(self, exit):
        exit(None, None, None)
        exit.__exit__(None, None, None)
        return exit

    def callback(self, callback, /, *args, **kwds):
        callback(*args, **kwds)
        return callback

    def push_async_callback(self, callback, /, *args, **kwds):
        callback(*args, **kwds)
        return callback

    def pop_all(self): return self
    def close(self): ...
    def aclose(self): ...


class AsyncExitStack(ExitStack): ...
