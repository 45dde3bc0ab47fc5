## A condition runs __bool__
class C:
    def __bool__(self): return True
def run():
    c = C()
#       ^ calls C
    if c: ...
#      ^ calls C.__bool__

## Without __bool__ a condition runs __len__
class C:
    def __len__(self): return 0
def run():
    c = C()
#       ^ calls C
    while c: ...
#         ^ calls C.__len__

## not, and, or and a conditional expression ask too
class C:
    def __bool__(self): return True
def run():
    c = C()
#       ^ calls C
    x = not c
#           ^ calls C.__bool__
    y = c and 1
#       ^ calls C.__bool__
    z = 1 if c else 2
#            ^ calls C.__bool__
    w = [1 for _ in x if c]
#                        ^ calls C.__bool__
    assert c
#          ^ calls C.__bool__

## A subclass's __bool__ is not run for the class
class A:
    def __len__(self): return 0
class B(A):
#       ^ extends A
    def __bool__(self): return True
def run():
    a = A()
#       ^ calls A
    if a: ...
#      ^ calls A.__len__

## A comparison is true or false already
class C:
    def __bool__(self): return True
    def __eq__(self, other): return True
def run():
    c = C()
#       ^ calls C
    if c == 1: ...
#      ^^^^^^ calls C.__eq__

## Lists and strings are asked without code of the program
class C:
    def __len__(self): return 0
def run():
    xs = []
    if xs: ...

## Formatting with percent runs __str__ and __repr__
class A:
    def __str__(self): return ""
    def __repr__(self): return ""
class B:
    def __str__(self): return ""
def run():
    "%s" % A()
#   ^^^^ calls A.__str__
#          ^ calls A
    "%d%% %s" % (1, B())
#   ^^^^^^^^^ calls B.__str__
#                   ^ calls B
    "%-5r" % (A(),)
#   ^^^^^^ calls A.__repr__
#             ^ calls A

## Without __str__ it is __repr__
class A:
    def __repr__(self): return ""
def run():
    "%s" % A()
#   ^^^^ calls A.__repr__
#          ^ calls A

## Numbers are not asked for text
class A:
    def __str__(self): return ""
def run():
    "%d" % A()
#          ^ calls A
    "100%%" % A()
#             ^ calls A

## What is written behind a value in an f-string says what runs
class C:
    def __str__(self): return ""
    def __repr__(self): return ""
    def __format__(self, how): return ""
def run(c: C):
    f"{c!r}"
#      ^ calls C.__repr__
    f"{c!s:>3}"
#      ^ calls C.__str__
    f"{c:>3}"
#      ^ calls C.__format__

## Syntax on a class runs its metaclass's methods
class Meta(type):
    def __iter__(cls): return iter([])
    def __getitem__(cls, key): return key
    def __contains__(cls, key): return True
    def __len__(cls): return 0
class C(metaclass=Meta):
    def __iter__(self): return iter([])
    def __getitem__(self, key): return key
def run():
    for x in C: ...
#            ^ calls Meta.__iter__
    C[1]
#   ^ calls Meta.__getitem__
    1 in C
#        ^ calls Meta.__contains__
    len(C)
#   ^^^ calls Meta.__len__

## A class without metaclass is not one of its instances
class C:
    def __getitem__(self, key): return key
    def __iter__(self): return iter([])
    def __len__(self): return 0
def run():
    C[int]
    list(C)
    len(C)

## Subscripting a class runs __class_getitem__
class C:
    def __class_getitem__(cls, key): return D()
#                                           ^ calls D
class D:
    def go(self): ...
def run():
    C[int].go()
#   ^ calls C.__class_getitem__
#          ^^ calls D.go
