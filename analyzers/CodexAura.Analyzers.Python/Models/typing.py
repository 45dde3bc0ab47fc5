class _Container(list): ...


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__bound__ = bound
        for c in constraints:
            self.__bound__ = c


class ParamSpec:
    def __init__(self, name, bound=None): ...


class TypeVarTuple:
    def __init__(self, name): ...


class Generic: ...
class Protocol: ...


class NamedTuple(tuple):
    def _replace(self, **kwargs): return self
    def _asdict(self) -> dict: ...


class TypedDict(dict): ...


class KeysView(list):
    # What is in it is read where it is gone through.
    def __init__(self, mapping): ...


ValuesView = KeysView
ItemsView = KeysView
List = list
Dict = dict
Set = set
FrozenSet = frozenset
Tuple = tuple
Sequence = list
MutableSequence = list
Collection = list
Container = list
Iterable = list
Iterator = generator
Generator = generator
AsyncIterator = generator
AsyncIterable = generator
AsyncGenerator = generator
Reversible = list
AbstractSet = set
MutableSet = set
Mapping = dict
MutableMapping = dict
DefaultDict = dict
OrderedDict = dict
ChainMap = dict
Deque = list
Text = str
IO = _File
TextIO = _File
BinaryIO = _File


class Awaitable:
    def __await__(self): return self._every_


Coroutine = Awaitable


class ContextManager:
    def __enter__(self): return self._every_
    def __exit__(self, *exc): ...


class AsyncContextManager:
    def __aenter__(self): return self._every_
    def __aexit__(self, *exc): ...


def cast(typ, val): return val
# For frameworks: one object of a class, if it is one class and there are no others; else the row.
def _single(cls, others=None, row=None): ...
# A class, or the class of the program that a text names, or for "self" the other one.
def _named(cls, owner): ...
# The only class of the program that is based on another, by whatever others.
def _leaf(cls): ...
# The name of a class in small letters, and what is put behind it.
def _lower_name(cls, end): ...
def overload(func): return func
def final(func): return func
def override(func): return func
def no_type_check(func): return func
def runtime_checkable(cls): return cls
def NewType(name, tp): return tp
def assert_type(val, typ): return val
def assert_never(val): ...
def reveal_type(val): return val


def dataclass_transform(**kwargs):
    def decorate(cls):
        return cls
    return decorate
