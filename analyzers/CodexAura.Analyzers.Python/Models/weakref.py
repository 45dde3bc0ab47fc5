class ref:
    def __init__(self, obj, callback=None):
        self._obj = obj
        callback(self)

    def __call__(self): return self._obj


def proxy(obj, callback=None): return obj


class WeakMethod:
    def __init__(self, meth): self._meth = meth
    def __call__(self): return self._meth


class WeakValueDictionary(dict): ...
class WeakKeyDictionary(dict): ...
class WeakSet(set): ...


def finalize(obj, func, /, *args, **kwargs):
    func(*args, **kwargs)
