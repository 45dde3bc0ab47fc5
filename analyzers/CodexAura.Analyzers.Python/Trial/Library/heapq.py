# Which items are compared, and which of two is asked, is as in the language's own heaps; what comes to the top is that way too.
def _rise(heap, at):
    while at > 0:
        above = (at - 1) // 2
        if not heap[at] < heap[above]:
            return
        heap[at], heap[above] = heap[above], heap[at]
        at = above


def _sink(heap, top):
    # The way of the smaller ones to the bottom; from there the item looks for its place upwards.
    way = [top]
    while way[-1] * 2 + 1 < len(heap):
        left = way[-1] * 2 + 1
        is_left = left + 1 == len(heap) or heap[left] < heap[left + 1]
        way.append(left if is_left else left + 1)
    item = heap[top]
    while len(way) > 1 and item < heap[way[-1]]:
        way.pop()
    for above, below in zip(way, way[1:]):
        heap[above] = heap[below]
    heap[way[-1]] = item


def _replace(heap, item):
    top = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return top


def heappush(heap, item):
    heap.append(item)
    _rise(heap, len(heap) - 1)


def heappop(heap):
    item = heap.pop()
    return _replace(heap, item) if heap else item


heapreplace = _replace


def heappushpop(heap, item):
    return _replace(heap, item) if heap and heap[0] < item else item


def heapify(heap):
    at = len(heap) // 2
    while at > 0:
        at -= 1
        _sink(heap, at)


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:n]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:n]


def merge(*iterables, key=None, reverse=False):
    yield from sorted([item for iterable in iterables for item in iterable], key=key, reverse=reverse)
