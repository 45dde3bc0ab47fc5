# Heaps are lists. Written in C, none of this calls methods that a class below list overrides.
def heappush(heap, item):
    heap._element_ = item
    item.__lt__(item)


def heappop(heap):
    item = heap._every_
    item.__lt__(item)
    return item


def heapify(x):
    for item in x:
        item.__lt__(item)


def heappushpop(heap, item):
    heappush(heap, item)
    return heappop(heap)


def heapreplace(heap, item):
    heappush(heap, item)
    return heappop(heap)


def nlargest(n, iterable, key=None): return sorted(iterable, key)
def nsmallest(n, iterable, key=None): return sorted(iterable, key)


def merge(*iterables, key=None, reverse=False):
    for it in iterables:
        for item in it:
            key(item)
            item.__lt__(item)
            yield item
