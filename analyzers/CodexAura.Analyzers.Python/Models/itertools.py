def _elements(iterables):
    result = []
    for it in iterables:
        for x in it:
            result.append(x)
    return result


class chain(list):
    def __init__(self, *iterables):
        for it in iterables:
            for x in it:
                self._element_ = x

    @classmethod
    def from_iterable(cls, iterables):
        return _elements(iterables)


def cycle(iterable): return list(iterable)
def islice(iterable, *args): return list(iterable)
def tee(iterable, n=2): return [list(iterable)]
def repeat(obj, times=0): return [obj]


def takewhile(predicate, iterable):
    for x in iterable:
        predicate(x)
    return list(iterable)


def dropwhile(predicate, iterable):
    for x in iterable:
        predicate(x)
    return list(iterable)


def filterfalse(predicate, iterable):
    for x in iterable:
        predicate(x)
    return list(iterable)


def starmap(function, iterable):
    return [function(*args) for args in iterable]


def accumulate(iterable, func=None, initial=None):
    result = []
    for x in iterable:
        result.append(x)
        result.append(func(x, x))
    return result


def groupby(iterable, key=None):
    result = []
    for x in iterable:
        result.append((key(x), [x]))
    return result


def product(*iterables, repeat=1): return [_elements(iterables)]
def permutations(iterable, r=None): return [list(iterable)]
def combinations(iterable, r=None): return [list(iterable)]
def combinations_with_replacement(iterable, r=None): return [list(iterable)]
def zip_longest(*iterables, fillvalue=None): return zip(*iterables)
def pairwise(iterable): return [list(iterable)]
def batched(iterable, n): return [list(iterable)]
def count(start=0, step=1) -> list[int]: ...
def compress(data, selectors): return list(data)
