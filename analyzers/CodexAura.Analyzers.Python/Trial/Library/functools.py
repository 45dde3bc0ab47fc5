import types


class _Cache:
    def __init__(self, function):
        self.__wrapped__ = function
        self.__name__ = getattr(function, "__name__", None)
        self._known = {}

    def __call__(self, *args, **kwargs):
        key = args, tuple(kwargs.items())
        if not _isknown(key):
            return self.__wrapped__(*args, **kwargs)
        if key in self._known:
            # Which of the calls is the first is chance: each counts as one that runs the function.
            _called(self.__wrapped__)
        else:
            self._known[key] = self.__wrapped__(*args, **kwargs)
        return self._known[key]

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)

    def cache_clear(self):
        self._known = {}

    def cache_info(self):
        return _unknown


def lru_cache(maxsize=128, typed=False):
    return _Cache(maxsize) if callable(maxsize) else _Cache


cache = _Cache


class cmp_to_key:
    def __init__(self, compare):
        self._compare = compare

    def __call__(self, thing):
        return _Key(self._compare, thing)


class _Key:
    def __init__(self, compare, thing):
        self._compare, self._thing = compare, thing

    def __lt__(self, other):
        return self._compare(self._thing, other._thing) < 0

    def __gt__(self, other):
        return self._compare(self._thing, other._thing) > 0

    def __eq__(self, other):
        return self._compare(self._thing, other._thing) == 0


def total_ordering(cls):
    def less(a, b):
        result = type(a).__lt__(a, b)
        return result

    def less_or_equal(a, b):
        result = type(a).__le__(a, b)
        return result

    def greater(a, b):
        result = type(a).__gt__(a, b)
        return result

    def greater_or_equal(a, b):
        result = type(a).__ge__(a, b)
        return result

    if _defines(cls, "__lt__"):
        derived = {"__gt__": lambda a, b: not less(a, b) and a != b, "__le__": lambda a, b: less(a, b) or a == b, "__ge__": lambda a, b: not less(a, b)}
    elif _defines(cls, "__le__"):
        derived = {"__ge__": lambda a, b: not less_or_equal(a, b) or a == b, "__lt__": lambda a, b: less_or_equal(a, b) and a != b, "__gt__": lambda a, b: not less_or_equal(a, b)}
    elif _defines(cls, "__gt__"):
        derived = {"__lt__": lambda a, b: not (greater(a, b) or a == b), "__ge__": lambda a, b: greater(a, b) or a == b, "__le__": lambda a, b: not greater(a, b)}
    else:
        derived = {"__le__": lambda a, b: not greater_or_equal(a, b) or a == b, "__gt__": lambda a, b: greater_or_equal(a, b) and a != b, "__lt__": lambda a, b: not greater_or_equal(a, b)}
    for name, function in derived.items():
        if not _defines(cls, name):
            setattr(cls, name, function)
    return cls


class _Dispatcher:
    def __init__(self, function):
        self.__wrapped__ = function
        self.__name__ = getattr(function, "__name__", None)
        self.registry = {object: function}

    def dispatch(self, cls):
        for known in cls.__mro__:
            if known in self.registry:
                return self.registry[known]
        for known, function in self.registry.items():
            if known is not object and issubclass(cls, known):
                return function
        return self.registry[object]

    def __call__(self, *args, **kwargs):
        return self.dispatch(type(args[0]))(*args, **kwargs)

    def register(self, cls, function=None):
        if function is not None:
            return self._add(cls, function)
        if isinstance(cls, (type, tuple)):
            return lambda function: self._add(cls, function)
        annotations = cls.__annotations__
        return self._add(list(annotations.values())[0], cls)

    def _add(self, cls, function):
        for one in cls if isinstance(cls, tuple) else (cls,):
            self.registry[one] = function
        return function


singledispatch = _Dispatcher


class singledispatchmethod:
    def __init__(self, function):
        self.dispatcher = _Dispatcher(function)

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, instance, owner=None):
        def method(*args, **kwargs):
            found = self.dispatcher.dispatch(type(args[0]))
            return found.__get__(instance, owner)(*args, **kwargs)
        return method
