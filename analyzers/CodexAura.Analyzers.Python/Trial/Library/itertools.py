def chain(*iterables):
    for iterable in iterables:
        yield from iterable


def _from_iterable(iterables):
    for iterable in iterables:
        yield from iterable


chain.from_iterable = _from_iterable


def count(start=0, step=1):
    while True:
        yield start
        start += step


def repeat(item, times=None):
    while times is None or times > 0:
        yield item
        if times is not None:
            times -= 1


def cycle(iterable):
    items = list(iterable)
    while items:
        for item in items:
            yield item


def starmap(function, iterable):
    for arguments in iterable:
        yield function(*arguments)


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            break
        yield item


def dropwhile(predicate, iterable):
    dropping = True
    for item in iterable:
        if dropping and predicate(item):
            continue
        dropping = False
        yield item


def filterfalse(predicate, iterable):
    for item in iterable:
        if not (predicate(item) if predicate else item):
            yield item


def compress(data, selectors):
    for item, wanted in zip(data, selectors):
        if wanted:
            yield item


def islice(iterable, start, *rest):
    stop, step = start, 1
    if rest:
        stop = rest[0]
        step = rest[1] if len(rest) > 1 else 1
        start = start or 0
    else:
        start = 0
    if stop is not None and stop <= start:
        return
    for i, item in enumerate(iterable):
        if i >= start and (i - start) % step == 0:
            yield item
        if stop is not None and i + 1 >= stop:
            break


def groupby(iterable, key=None):
    return _groups(iter(iterable), key)


def _groups(rest, key):
    ahead = []

    def read():
        ahead.clear()
        try:
            item = next(rest)
        except StopIteration:
            return
        ahead.append((key(item) if key else item, item))

    def members(of):
        is_of_it = True
        while is_of_it:
            yield ahead[0][1]
            read()
            is_of_it = ahead and of == ahead[0][0]

    read()
    while ahead:
        of = ahead[0][0]
        group = members(of)
        yield of, group
        # What nobody took of a group is passed over, and the group has ended.
        for _ in group:
            pass


def accumulate(iterable, func=None, *, initial=None):
    total = initial
    if initial is not None:
        yield total
    for item in iterable:
        if total is None:
            total = item
        else:
            total = func(total, item) if func else total + item
        yield total


def _rows(pools):
    if not pools:
        yield ()
        return
    for row in _rows(pools[:-1]):
        for item in pools[-1]:
            yield row + (item,)


def product(*iterables, repeat=1):
    pools = [tuple(iterable) for iterable in iterables] * repeat
    yield from _rows(pools)


def _places(count, length, ordered, repeated):
    if length == 0:
        yield ()
        return
    for row in _places(count, length - 1, ordered, repeated):
        for place in range(count):
            if not repeated and place in row:
                continue
            if not ordered and row and place < row[-1]:
                continue
            yield row + (place,)


def permutations(iterable, r=None):
    pool = tuple(iterable)
    for places in _places(len(pool), len(pool) if r is None else r, True, False):
        yield tuple(pool[i] for i in places)


def combinations(iterable, r):
    pool = tuple(iterable)
    for places in _places(len(pool), r, False, False):
        yield tuple(pool[i] for i in places)


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    for places in _places(len(pool), r, False, True):
        yield tuple(pool[i] for i in places)


def pairwise(iterable):
    has_last = False
    last = None
    for item in iterable:
        if has_last:
            yield last, item
        has_last = True
        last = item


def batched(iterable, n):
    batch = []
    for item in iterable:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


def zip_longest(*iterables, fillvalue=None):
    rows = [list(iterable) for iterable in iterables]
    for i in range(max([len(row) for row in rows], default=0)):
        yield tuple(row[i] if i < len(row) else fillvalue for row in rows)


def tee(iterable, n=2):
    items = list(iterable)
    return tuple(iter(items) for _ in range(n))
