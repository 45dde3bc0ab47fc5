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
        func = self.func
        return _GeneratorManager(func(*args, **kwargs))

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return _ManagerMethod(self.func, instance)


class _ManagerMethod:
    def __init__(self, func, instance):
        self.func = func
        self.instance = instance
        self.__wrapped__ = func

    def __call__(self, *args, **kwargs):
        func = self.func
        return _GeneratorManager(func(self.instance, *args, **kwargs))


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
    # What is registered runs where the stack is left.
    def __enter__(self): return self
    def __exit__(self, *exc): self._unwind(*exc)
    def close(self): self._unwind(None, None, None)

    def _unwind(self, *exc):
        callback = self._callback
        callback(*self._args, **self._kwds)
        exit = self._exit
        exit(*exc)
        manager = self._manager
        manager.__exit__(*exc)

    def enter_context(self, cm):
        self._manager = cm
        return cm.__enter__()

    def push(self, exit):
        self._exit = exit
        self._manager = exit
        return exit

    def callback(self, callback, /, *args, **kwds):
        self._callback = callback
        self._args = args
        self._kwds = kwds
        return callback

    def pop_all(self): return self


class AsyncExitStack(ExitStack):
    def __aenter__(self): return self
    def __aexit__(self, *exc): self._unwind_async(*exc)
    def aclose(self): self._unwind_async(None, None, None)

    def _unwind_async(self, *exc):
        self._unwind(*exc)
        manager = self._async_manager
        manager.__aexit__(*exc)

    def enter_async_context(self, cm):
        self._async_manager = cm
        return cm.__aenter__()

    def push_async_exit(self, exit):
        self._exit = exit
        self._async_manager = exit
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        return self.callback(callback, *args, **kwds)
