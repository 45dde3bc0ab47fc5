from abc import ABC


class Hashable(ABC):
    pass


class Callable(ABC):
    pass


class Awaitable(ABC):
    pass


class Coroutine(Awaitable):
    pass


class AsyncIterable(ABC):
    pass


class AsyncIterator(AsyncIterable):
    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    pass


class Iterable(ABC):
    pass


class Iterator(Iterable):
    def __iter__(self):
        return self


class Generator(Iterator):
    pass


class Sized(ABC):
    pass


class Container(ABC):
    pass


class Reversible(Iterable):
    pass


class Collection(Sized, Iterable, Container):
    pass


class Sequence(Reversible, Collection):
    def __iter__(self):
        place = 0
        while True:
            try:
                item = self[place]
            except IndexError:
                return
            yield item
            place += 1

    def __contains__(self, wanted):
        return any(item is wanted or item == wanted for item in self)

    def __reversed__(self):
        place = len(self)
        while place > 0:
            place -= 1
            item = self[place]
            yield item

    def index(self, wanted, start=0, stop=None):
        for i in range(start, len(self) if stop is None else stop):
            if self[i] == wanted:
                return i
        raise ValueError()

    def count(self, wanted):
        return sum([1 for item in self if item == wanted])


class MutableSequence(Sequence):
    def append(self, item):
        self.insert(len(self), item)

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        low, high = 0, len(self) - 1
        while low < high:
            first, last = self[low], self[high]
            self[low], self[high] = last, first
            low, high = low + 1, high - 1

    def extend(self, items):
        for item in items:
            self.append(item)

    def pop(self, index=-1):
        item = self[index]
        del self[index]
        return item

    def remove(self, item):
        del self[self.index(item)]

    def __iadd__(self, items):
        self.extend(items)
        return self


class Set(Collection):
    def __le__(self, other):
        return len(self) <= len(other) and all([item in other for item in self])

    def __eq__(self, other):
        return len(self) == len(other) and self <= other

    def isdisjoint(self, other):
        return not any([item in self for item in other])


class MutableSet(Set):
    def remove(self, item):
        if item not in self:
            raise KeyError(item)
        self.discard(item)

    def clear(self):
        for item in list(self):
            self.discard(item)

    def __ior__(self, items):
        for item in items:
            self.add(item)
        return self


class Mapping(Collection):
    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return [key for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def values(self):
        return [self[key] for key in self]

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items())


class MutableMapping(Mapping):
    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if not default:
                raise
            return default[0]
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError()

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **named):
        pairs = other.items() if hasattr(other, "items") else other
        for key, value in pairs:
            self[key] = value
        for key, value in named.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            value = self[key]
        except KeyError:
            value = self[key] = default
        return value


class KeysView(Set):
    pass


class ItemsView(Set):
    pass


class ValuesView(Collection):
    pass


_abstract = {
    Iterable: ["__iter__"], Sized: ["__len__"], Container: ["__contains__"], Callable: ["__call__"], Iterator: ["__next__", "__iter__"],
    Hashable: ["__hash__"], Awaitable: ["__await__"], AsyncIterable: ["__aiter__"], AsyncIterator: ["__anext__"],
    Reversible: ["__reversed__"], Collection: ["__len__", "__iter__", "__contains__"],
}
_builtin = {
    Sequence: (list, tuple, str, range), MutableSequence: (list,), Set: (set, frozenset), MutableSet: (set,), Mapping: (dict,),
    MutableMapping: (dict,), Iterable: (list, tuple, str, range, dict, set, frozenset), Iterator: (), Hashable: (int, str, float, tuple, frozenset),
    Sized: (list, tuple, str, range, dict, set, frozenset), Container: (list, tuple, str, range, dict, set, frozenset),
    Collection: (list, tuple, str, range, dict, set, frozenset), Reversible: (list, tuple, str, range, dict),
}


def _check(kind):
    def check(value):
        if kind is Callable:
            return callable(value)
        if isinstance(value, _builtin.get(kind, ())):
            return True
        name = type(value).__name__
        if name == "generator":
            return kind in (Iterable, Iterator, Generator)
        if name == "coroutine":
            return kind in (Awaitable, Coroutine)
        if _derives(value, kind):
            return True
        return kind in _abstract and all([_has(value, special) for special in _abstract[kind]])
    return check


for _kind in (Hashable, Callable, Awaitable, Coroutine, AsyncIterable, AsyncIterator, AsyncGenerator, Iterable, Iterator, Generator, Sized,
              Container, Reversible, Collection, Sequence, MutableSequence, Set, MutableSet, Mapping, MutableMapping):
    _checks(_kind, _check(_kind))
