class itemgetter:
    def __init__(self, *items): self.items = items
    def __call__(self, obj): return obj[self.items[0]]


class attrgetter:
    def __init__(self, *attrs): self.attrs = attrs
    def __call__(self, obj): return getattr(obj, self.attrs[0])


class methodcaller:
    def __init__(self, name, /, *args, **kwargs):
        self.name = name
        self.args = args

    def __call__(self, obj): return getattr(obj, self.name)(*self.args)


def add(a, b): return a + b
def sub(a, b): return a - b
def mul(a, b): return a * b
def truediv(a, b): return a / b
def floordiv(a, b): return a // b
def mod(a, b): return a % b
def eq(a, b): return a == b
def ne(a, b): return a != b
def lt(a, b): return a < b
def le(a, b): return a <= b
def gt(a, b): return a > b
def ge(a, b): return a >= b
def or_(a, b): return a | b
def and_(a, b): return a & b
def xor(a, b): return a ^ b
def getitem(a, b): return a[b]
def contains(a, b): return b in a
def neg(a): return -a
def not_(a) -> bool: ...
def index(a) -> int: ...
def call(obj, /, *args, **kwargs): return obj(*args, **kwargs)
