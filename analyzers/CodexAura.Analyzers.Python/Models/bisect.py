def bisect_left(a, x, lo=0, hi=None, *, key=None) -> int:
    for item in a:
        key(item)
        item.__lt__(x)


def bisect_right(a, x, lo=0, hi=None, *, key=None) -> int:
    for item in a:
        key(item)
        x.__lt__(item)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    bisect_left(a, x, key=key)
    key(x)
    a.append(x)


def insort_right(a, x, lo=0, hi=None, *, key=None):
    bisect_right(a, x, key=key)
    key(x)
    a.append(x)


bisect = bisect_right
insort = insort_right
