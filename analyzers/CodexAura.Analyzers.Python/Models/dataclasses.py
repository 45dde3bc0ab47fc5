def _same(cls):
    return cls


def dataclass(cls=None, /, **kwargs):
    if cls:
        return cls
    return _same


def field(*, default=None, default_factory=None, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=False):
    # The factory runs in the generated __init__, not here; what matters is what it makes.
    made: default_factory
    return default or made


def replace(obj, /, **changes): return obj
def asdict(obj, *, dict_factory=dict) -> dict: ...
def astuple(obj) -> tuple: ...
def fields(obj) -> tuple: ...
