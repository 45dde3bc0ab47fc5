import heapq


class Empty(Exception):
    pass


class Full(Exception):
    pass


class Queue:
    def __init__(self, maxsize=0):
        self._items = []

    def put(self, item, block=True, timeout=None):
        self._items.append(item)

    def get(self, block=True, timeout=None):
        if not self._items:
            if block and timeout is None:
                _stop("waiting for what nobody brings")
            raise Empty()
        return self._items.pop(0)

    def put_nowait(self, item):
        self.put(item)

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return not self._items

    def full(self):
        return False

    def qsize(self):
        return len(self._items)

    def task_done(self):
        pass

    def join(self):
        pass


SimpleQueue = Queue


class LifoQueue(Queue):
    def get(self, block=True, timeout=None):
        self._items.reverse()
        item = super().get(block, timeout)
        self._items.reverse()
        return item


class PriorityQueue(Queue):
    def put(self, item, block=True, timeout=None):
        heapq.heappush(self._items, item)

    def get(self, block=True, timeout=None):
        return heapq.heappop(self._items) if self._items else super().get(block, timeout)
