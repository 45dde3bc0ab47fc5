class ref:
    def __init__(self, obj, callback=None):
        self._obj = obj

    def __call__(self): return self._obj


def proxy(obj, callback=None): return obj


class WeakMethod:
    def __init__(self, meth): self._meth = meth
    def __call__(self): return self._meth


class WeakValueDictionary(dict): ...
class WeakKeyDictionary(dict): ...
class WeakSet(set): ...


class finalize:
    # Runs when the object goes; or when called, then in that call.
    def __init__(self, obj, func, /, *args, **kwargs):
        self._func = func
        self._args = args
        self._kwargs = kwargs

    def __call__(self):
        func = self._func
        return func(*self._args, **self._kwargs)

    def detach(self): ...
    def peek(self): ...
    alive: bool
