## in
class C:
    def __contains__(self, x): ...
c = C()
#   ^ calls C
1 in c
#^^^^^ calls C.__contains__
1 not in c
#^^^^^^^^^ calls C.__contains__

## in falls back to __iter__
class C:
    def __iter__(self):
        return iter([])
c = C()
#   ^ calls C
1 in c
#^^^^^ calls C.__iter__

## in asks the container, not the element
class C:
    def __contains__(self, x): ...
c = C()
#   ^ calls C
c in range(3)

## len
class C:
    def __len__(self): ...
len(C())
#   ^ calls C, C.__len__

## The call of an object
class C:
    def __call__(self, act):
        act()
#       ^^^^^ calls f
def f(): ...
c = C()
#   ^ calls C
c(f)
#^^^ calls C.__call__

## The call of what a class returns
class C:
    def __call__(self):
        return self
C()()()
#^ calls C, C.__call__

## str, repr and format
class C:
    def __str__(self): ...
    def __repr__(self): ...
    def __format__(self, spec): ...
c = C()
#   ^ calls C
str(c)
#^^^^^ calls C.__str__
repr(c)
#^^^^^^ calls C.__repr__
format(c)
#^^^^^^^^ calls C.__format__

## An f-string formats
class C:
    def __format__(self, spec): ...
c = C()
#   ^ calls C
f"{c}"
#^^^^^ calls C.__format__

## An f-string falls back to __str__
class C:
    def __str__(self): ...
c = C()
#   ^ calls C
f"{c}"
#^^^^^ calls C.__str__

## print
class C:
    def __str__(self): ...
print(C())
#     ^ calls C, C.__str__

## bool
class C:
    def __bool__(self): ...
bool(C())
#    ^ calls C, C.__bool__

## int and float
class C:
    def __int__(self): ...
    def __float__(self): ...
c = C()
#   ^ calls C
int(c)
#^^^^^ calls C.__int__
float(c)
#^^^^^^^ calls C.__float__

## hash
class C:
    def __hash__(self): ...
hash(C())
#    ^ calls C, C.__hash__

## iter and next
class C:
    def __iter__(self):
        return self
    def __next__(self): ...
it = iter(C())
#         ^ calls C, C.__iter__
next(it)
#^^^^^^^ calls C.__next__

## reversed
class C:
    def __reversed__(self): ...
reversed(C())
#        ^ calls C, C.__reversed__

## An operator of a base
class A:
    def __add__(self, other): ...
class B(A): ...
#       ^ extends A
B() + 1
#^ calls B, A.__add__

## An operator on plain numbers calls nothing
class C:
    def __add__(self, other): ...
1 + 2
"a" + "b"
[1] + [2]

## An operator named as attribute
class C:
    def __add__(self, other): ...
C().__add__(1)
#^ calls C, C.__add__

## The operator module
import operator
class C:
    def __add__(self, other): ...
    def __getitem__(self, key): ...
c = C()
#   ^ calls C
operator.add(c, 1)
#^^^^^^^^^^^^^^^^^ calls C.__add__
operator.getitem(c, 1)
#^^^^^^^^^^^^^^^^^^^^^ calls C.__getitem__

## attrgetter, itemgetter, methodcaller
import operator
def f(): ...
class C:
    def __init__(self):
        self.act = f
    def go(self): ...
c = C()
#   ^ calls C, C.__init__
operator.attrgetter("act")(c)()
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls f
operator.itemgetter(0)([f])()
#                       ^ calls f
operator.methodcaller("go")(c)
#                      ^^ calls C.go

## A result type by operator
class Path:
    def __truediv__(self, other):
        return Path()
#              ^^^^ calls Path
    def read(self): ...
(Path() / "a" / "b").read()
#^^^^ calls Path, Path.__truediv__, Path.read

## sum adds
class C:
    def __radd__(self, other): return self
    def __add__(self, other): return self
sum([C()])
#    ^ calls C, C.__radd__, C.__add__

## sort compares
class C:
    def __lt__(self, other): ...
cs = [C(), C()]
#     ^ calls C
cs.sort()
#^^^^^^^^ calls C.__lt__
sorted(cs)
#^^^^^^^^^ calls C.__lt__

## What is shown falls back to __repr__
class C:
    def __repr__(self): return "c"
c = C()
#^^^^^^ calls C
print(c)
#^^^^^^^ calls C.__repr__
str(c)
#^^^^^ calls C.__repr__
"{}".format(c)
#^^^^^^^^^^^^^ calls C.__repr__
format(c)
#^^^^^^^^ calls C.__repr__

## What is not equal is what __eq__ denies
class C:
    def __eq__(self, other): ...
class D:
    def __eq__(self, other): ...
    def __ne__(self, other): ...
c, d = C(), D()
#^^^^^^^^^^^^^^ calls C, D
c != 1
#^^^^^ calls C.__eq__
d != 1
#^^^^^ calls D.__ne__
[1].index(c)
#^^^^^^^^^^^ calls C.__eq__

## What derives from str, bytes, an exception or an enumeration writes itself, without __repr__
from enum import Enum
class Text(str):
    def __repr__(self): return "text"
class Raw(bytes):
    def __repr__(self): return "raw"
class Failure(ValueError):
    def __repr__(self): return "failure"
class Kind(Enum):
    A = 1
    def __repr__(self): return "kind"
class Row(tuple):
    def __repr__(self): return "row"
def show(text: Text, raw: Raw, failure: Failure, kind: Kind, row: Row):
    str(text)
    f"{raw} {failure}"
    "%s" % kind
    format(text)
    str(row)
#   ^^^ calls Row.__repr__
    repr(text)
#   ^^^^ calls Text.__repr__
    f"{failure!r}"
#   ^^^^^^^^^^^^^^ calls Failure.__repr__

## A __str__ of its own goes first in a class below str
class Text(str):
    def __str__(self): return "text"
    def __repr__(self): return "repr"
def show(text: Text):
    f"{text}"
#   ^^^^^^^^^ calls Text.__str__

## Builtins ask the next special method only where the first is missing
class Both:
    def __int__(self): return 1
    def __float__(self): return 1.0
    def __index__(self): return 1
    def __bool__(self): return True
    def __len__(self): return 1
class Second:
    def __index__(self): return 1
    def __len__(self): return 1
def ask(both: Both, second: Second):
    int(both)
#   ^^^^^^^^^ calls Both.__int__
    int(second)
#   ^^^^^^^^^^^ calls Second.__index__
    float(both)
#   ^^^^^^^^^^^ calls Both.__float__
    float(second)
#   ^^^^^^^^^^^^^ calls Second.__index__
    bool(both)
#   ^^^^^^^^^^ calls Both.__bool__
    bool(second)
#   ^^^^^^^^^^^^ calls Second.__len__
    any([both, second])
#   ^^^^^^^^^^^^^^^^^^^ calls Both.__bool__, Second.__len__

## What hands values on asks nothing of them
class C:
    def __bool__(self): return True
    def __lt__(self, other): return True
    def __gt__(self, other): return True
items = [C(), C()]
#        ^ calls C
next(iter(items))
{"a": C()}.get("a")
#     ^ calls C
min(items)
#^^^^^^^^^ calls C.__lt__
max(C(), C())
#   ^ calls C, C.__gt__
sorted(items)
#^^^^^^^^^^^^ calls C.__lt__
items.sort()
#^^^^^^^^^^^ calls C.__lt__
list(filter(None, items))
#^^^^^^^^^^^^^^^^^^^^^^^^ calls C.__bool__

## With a key, what it makes is compared, and not the items
class C:
    def __lt__(self, other): return True
    def __gt__(self, other): return True
    def __bool__(self): return True
class K:
    def __lt__(self, other): return True
    def __gt__(self, other): return True
    def __bool__(self): return True
def rank(item): return K()
#                      ^ calls K
items = [C(), C()]
#        ^ calls C
sorted(items, key=rank)
#^^^^^^^^^^^^^^^^^^^^^^ calls K.__lt__
#                 ^^^^ calls rank
min(items, key=rank)
#^^^^^^^^^^^^^^^^^^^ calls K.__lt__
#              ^^^^ calls rank
max(C(), C(), key=rank)
#^^^^^^^^^^^^^^^^^^^^^^ calls K.__gt__
#   ^ calls C
#                 ^^^^ calls rank
list(filter(rank, items))
#^^^^^^^^^^^^^^^^^^^^^^^^ calls K.__bool__
#           ^^^^ calls rank
