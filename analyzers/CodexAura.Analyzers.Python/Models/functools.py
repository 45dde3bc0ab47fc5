def wraps(wrapped, assigned=(), updated=()):
    def decorate(wrapper):
        wrapper.__wrapped__ = wrapped
        wrapper.__name__ = wrapped.__name__
        return wrapper
    return decorate


def update_wrapper(wrapper, wrapped, assigned=(), updated=()):
    wrapper.__wrapped__ = wrapped
    wrapper.__name__ = wrapped.__name__
    return wrapper


class partial:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        func = self.func
        return func(*self.args, *args, **self.keywords, **keywords)


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        return partial(self.func, instance, *self.args, **self.keywords)


class cached_property:
    def __init__(self, func):
        self.func = func

    def __get__(self, instance, owner=None):
        func = self.func
        return func(instance)


def cache(function):
    return function


def _same(function):
    return function


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return maxsize
    return _same


def total_ordering(cls):
    return cls


def reduce(function, iterable, initial=None):
    for x in iterable:
        result = function(x, x)
        function(result, x)
        function(initial, x)
        return result
    return initial


def cmp_to_key(function):
    function(None, None)
    return function


class singledispatch:
    def __init__(self, func):
        self.func = func

    # What is registered without a class, @f.register, comes as the first of these: the solver tells them apart.
    def register(self, cls, func=None):
        self.func = func
        if func:
            return func
        return self._register

    def _register(self, func):
        self.func = func
        return func

    def dispatch(self, cls):
        return self.func

    def __call__(self, *args, **kwargs):
        func = self.func
        return func(*args, **kwargs)


class singledispatchmethod:
    def __init__(self, func):
        self.func = func

    # What is registered without a class, @f.register, comes as the first of these: the solver tells them apart.
    def register(self, cls, func=None):
        self.func = func
        if func:
            return func
        return self._register

    def _register(self, func):
        self.func = func
        return func

    def __get__(self, instance, owner=None):
        return partial(self.func, instance)
