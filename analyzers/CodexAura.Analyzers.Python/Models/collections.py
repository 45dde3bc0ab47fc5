import collections.abc as abc


class deque(list):
    def __init__(self, iterable=(), maxlen=None):
        for x in iterable:
            self._element_ = x

    def appendleft(self, x): self._element_ = x
    def popleft(self): return self._every_

    def extendleft(self, iterable):
        for x in iterable:
            self._element_ = x

    def rotate(self, n=1): ...


class OrderedDict(dict):
    def move_to_end(self, key, last=True): ...


class defaultdict(dict):
    def __init__(self, default_factory=None, *args, **kwargs):
        self.default_factory = default_factory
        self.update(*args, **kwargs)

    def __missing__(self, key):
        factory = self.default_factory
        value = factory()
        self._element_ = value
        return value

    # These look without making anything.
    def get(self, key, default=None): return self._every_ or default
    def pop(self, key, default=None): return self._every_ or default

    def setdefault(self, key, default=None):
        self._element_ = default
        return self._every_


class Counter(dict):
    def most_common(self, n=None):
        result = []
        result.append((self._keys_, 0))
        return result

    def elements(self):
        return self.keys()


class ChainMap(dict):
    def __init__(self, *maps):
        self.maps = list(maps)
        self.maps.append(self)
        for m in maps:
            self.update(m)

    def new_child(self, m=None, **kwargs):
        self.update(m)
        self.update(kwargs)
        return self

    @property
    def parents(self): return self


def _fill(container, other):
    container._element_ = other._every_
    container._keys_ = other._keys_


# What is put into what they wrap is in them, and the other way round; but no method of theirs runs for it.
class UserDict(dict):
    @property
    def data(self):
        held = {}
        _fill(held, self)
        _fill(self, held)
        return held

    @data.setter
    def data(self, value): _fill(self, value)


class UserList(list):
    @property
    def data(self):
        held = []
        _fill(held, self)
        _fill(self, held)
        return held

    @data.setter
    def data(self, value): _fill(self, value)


class UserString(str): ...


def namedtuple(typename, field_names, rename=False, defaults=None, module=None): ...
