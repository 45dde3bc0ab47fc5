## with
class M:
    def __enter__(self): ...
    def __exit__(self, *exc): ...
m = M()
#   ^ calls M
with m:
#^^^^^^ calls M.__enter__, M.__exit__
    pass

## What with binds is what __enter__ gives
class C:
    def go(self): ...
class M:
    def __enter__(self):
        return C()
#              ^ calls C
    def __exit__(self, *exc): ...
with M() as c:
#    ^ calls M, M.__enter__, M.__exit__
    c.go()
#     ^^ calls C.go

## Several items of a with
class M:
    def __enter__(self): ...
    def __exit__(self, *exc): ...
class N:
    def __enter__(self): ...
    def __exit__(self, *exc): ...
with M() as m, N() as n:
#    ^ calls M, M.__enter__, M.__exit__, N, N.__enter__, N.__exit__
    pass

## with in parentheses
class M:
    def __enter__(self): return self
    def __exit__(self, *exc): ...
    def go(self): ...
with (
    M() as m,
#   ^ calls M, M.__enter__, M.__exit__
):
    m.go()
#     ^^ calls M.go

## []
class C:
    def __getitem__(self, key):
        return f
    def __setitem__(self, key, value): ...
    def __delitem__(self, key): ...
def f(): ...
c = C()
#   ^ calls C
c[1]()
#^^^^^ calls C.__getitem__, f
c[1] = 2
#^^^^^^^ calls C.__setitem__
del c[1]
#^^^^^^^ calls C.__delitem__

## A slice
class C:
    def __getitem__(self, key): ...
c = C()
#   ^ calls C
c[1:2]
#^^^^^ calls C.__getitem__

## +
class C:
    def __add__(self, other):
        return self
    def go(self): ...
(C() + C()).go()
#^ calls C, C.__add__, C.go

## The reflected operator
class C:
    def __radd__(self, other):
        return self
    def go(self): ...
(1 + C()).go()
#    ^ calls C, C.__radd__, C.go

## +=, in place
class C:
    def __iadd__(self, other):
        return self
c = C()
#   ^ calls C
c += 1
#^^^^^ calls C.__iadd__

## += without __iadd__ takes __add__
class C:
    def __add__(self, other):
        return self
c = C()
#   ^ calls C
c += 1
#^^^^^ calls C.__add__

## Arithmetic
class C:
    def __sub__(self, o): ...
    def __mul__(self, o): ...
    def __truediv__(self, o): ...
    def __floordiv__(self, o): ...
    def __mod__(self, o): ...
    def __pow__(self, o): ...
    def __matmul__(self, o): ...
c = C()
#   ^ calls C
c - 1
#^^^^ calls C.__sub__
c * 1
#^^^^ calls C.__mul__
c / 1
#^^^^ calls C.__truediv__
c // 1
#^^^^^ calls C.__floordiv__
c % 1
#^^^^ calls C.__mod__
c ** 1
#^^^^^ calls C.__pow__
c @ 1
#^^^^ calls C.__matmul__

## Bits
class C:
    def __and__(self, o): ...
    def __or__(self, o): ...
    def __xor__(self, o): ...
    def __lshift__(self, o): ...
    def __rshift__(self, o): ...
    def __invert__(self): ...
c = C()
#   ^ calls C
c & 1
#^^^^ calls C.__and__
c | 1
#^^^^ calls C.__or__
c ^ 1
#^^^^ calls C.__xor__
c << 1
#^^^^^ calls C.__lshift__
c >> 1
#^^^^^ calls C.__rshift__
~c
#^ calls C.__invert__

## Signs
class C:
    def __neg__(self): ...
    def __pos__(self): ...
    def __abs__(self): ...
c = C()
#   ^ calls C
-c
#^ calls C.__neg__
+c
#^ calls C.__pos__
abs(c)
#^^^^^ calls C.__abs__

## Comparisons
class C:
    def __eq__(self, o): ...
    def __lt__(self, o): ...
    def __le__(self, o): ...
    def __gt__(self, o): ...
    def __ge__(self, o): ...
    def __ne__(self, o): ...
c = C()
#   ^ calls C
c == 1
#^^^^^ calls C.__eq__
c < 1
#^^^^ calls C.__lt__
c <= 1
#^^^^^ calls C.__le__
c > 1
#^^^^ calls C.__gt__
c >= 1
#^^^^^ calls C.__ge__
c != 1
#^^^^^ calls C.__ne__

## A chained comparison
class C:
    def __lt__(self, o): ...
a = C()
#   ^ calls C
b = C()
#   ^ calls C
1 < a < b
#^^^^^^^^ calls C.__lt__

## is calls nothing
class C:
    def __eq__(self, o): ...
c = C()
#   ^ calls C
c is None
c is not c
