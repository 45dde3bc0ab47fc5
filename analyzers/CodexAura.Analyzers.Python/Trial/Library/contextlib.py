import types


class AbstractContextManager:
    def __enter__(self):
        return self


class AbstractAsyncContextManager:
    async def __aenter__(self):
        return self


class ContextDecorator:
    def _again(self):
        return self

    def __call__(self, function):
        def guarded(*args, **kwargs):
            with self._again():
                return function(*args, **kwargs)
        return _wraps(guarded, function)


class _Manager(ContextDecorator):
    def __init__(self, function, args, kwargs):
        self._made = function, args, kwargs
        self._generator = function(*args, **kwargs)

    def _again(self):
        function, args, kwargs = self._made
        return _Manager(function, args, kwargs)

    def __enter__(self):
        return next(self._generator)

    def __exit__(self, kind, value, trace):
        if kind is None:
            next(self._generator, None)
            return False
        try:
            self._generator.throw(value)
        except StopIteration:
            return True
        except BaseException as error:
            if error is not value:
                raise
            return False

    async def __aenter__(self):
        return self.__enter__()

    async def __aexit__(self, kind, value, trace):
        return self.__exit__(kind, value, trace)


class _Maker:
    def __init__(self, function):
        self.__wrapped__ = function
        self.__name__ = getattr(function, "__name__", None)

    def __call__(self, *args, **kwargs):
        return _Manager(self.__wrapped__, args, kwargs)

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)


contextmanager = asynccontextmanager = _Maker


class suppress:
    def __init__(self, *kinds):
        self._kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        return kind is not None and isinstance(value, self._kinds)


class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *details):
        self.thing.close()


class nullcontext:
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *details):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *details):
        pass


class redirect_stdout(nullcontext):
    pass


redirect_stderr = redirect_stdout


class ExitStack:
    def __init__(self):
        self._exits = []

    def __enter__(self):
        return self

    def enter_context(self, manager):
        kind = type(manager)
        leave, enter = kind.__exit__, kind.__enter__
        entered = enter(manager)
        self._exits.append(lambda *details: leave(manager, *details))
        return entered

    def push(self, exit):
        leave = getattr(type(exit), "__exit__", None)
        self._exits.append(exit if leave is None else lambda *details: leave(exit, *details))
        return exit

    def callback(self, callback, *args, **kwargs):
        def leave(*details):
            callback(*args, **kwargs)
        self._exits.append(leave)
        return callback

    def pop_all(self):
        moved = ExitStack()
        moved._exits, self._exits = self._exits, []
        return moved

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, kind, value, trace):
        swallowed = False
        raised = None
        while self._exits:
            leave = self._exits.pop()
            try:
                if leave(kind, value, trace):
                    kind = value = trace = raised = None
                    swallowed = True
            except BaseException as error:
                kind, value, trace, raised = type(error), error, None, error
        if raised is not None:
            raise raised
        return swallowed


class AsyncExitStack(ExitStack):
    async def __aenter__(self):
        return self

    async def enter_async_context(self, manager):
        kind = type(manager)
        leave, enter = kind.__aexit__, kind.__aenter__
        entered = await enter(manager)
        self._exits.append(lambda *details: _wait(leave(manager, *details)))
        return entered

    def push_async_callback(self, callback, *args, **kwargs):
        self._exits.append(lambda *details: _wait(callback(*args, **kwargs)))

    async def aclose(self):
        self.__exit__(None, None, None)

    async def __aexit__(self, kind, value, trace):
        return self.__exit__(kind, value, trace)
