## Values of a generator
def f(): ...
def produce():
    yield f
for act in produce():
#          ^^^^^^^ calls produce
    act()
#   ^^^^^ calls f

## A generator that is held in a variable
def f(): ...
def produce():
    yield f
gen = produce()
#     ^^^^^^^ calls produce
for act in gen:
    act()
#   ^^^^^ calls f

## next
def f(): ...
def produce():
    yield f
next(produce())()
#    ^^^^^^^ calls produce, f

## yield from
def f(): ...
def inner():
    yield f
def outer():
    yield from inner()
#              ^^^^^ calls inner
for act in outer():
#          ^^^^^ calls outer
    act()
#   ^^^^^ calls f

## The value of yield from
def f(): ...
def inner():
    yield 1
    return f
def outer():
    act = yield from inner()
#                    ^^^^^ calls inner
    act()
#   ^^^^^ calls f

## yield from a list
def f(): ...
def outer():
    yield from [f]
for act in outer():
#          ^^^^^ calls outer
    act()
#   ^^^^^ calls f

## A generator's return value is not among its values
def f(): ...
def g(): ...
def produce():
    yield f
    return g
for act in produce():
#          ^^^^^^^ calls produce
    act()
#   ^^^^^ calls f

## A generator expression
def f(): ...
gen = (act for act in [f])
for act in gen:
    act()
#   ^^^^^ calls f

## A generator method
class C:
    def go(self): ...
class Box:
    def __init__(self):
        self.items = [C()]
#                     ^ calls C
    def each(self):
        for item in self.items:
            yield item
for item in Box().each():
#           ^^^ calls Box, Box.__init__, Box.each
    item.go()
#        ^^ calls C.go

## __iter__ as a generator
class C:
    def go(self): ...
class Box:
    def __iter__(self):
        yield C()
#             ^ calls C
for item in Box():
#           ^^^ calls Box, Box.__iter__
    item.go()
#        ^^ calls C.go

## An iterator class
class C:
    def go(self): ...
class It:
    def __iter__(self):
        return self
    def __next__(self):
        return C()
#              ^ calls C
for item in It():
#           ^^ calls It, It.__iter__, It.__next__
    item.go()
#        ^^ calls C.go

## __iter__ that gives another iterator
class C:
    def go(self): ...
class It:
    def __next__(self):
        return C()
#              ^ calls C
class Box:
    def __iter__(self):
        return It()
#              ^^ calls It
for item in Box():
#           ^^^ calls Box, Box.__iter__, It.__next__
    item.go()
#        ^^ calls C.go

## __iter__ that delegates to a list
class C:
    def go(self): ...
class Box:
    def __init__(self):
        self.items = [C()]
#                     ^ calls C
    def __iter__(self):
        return iter(self.items)
for item in Box():
#           ^^^ calls Box, Box.__init__, Box.__iter__
    item.go()
#        ^^ calls C.go

## list of a generator
def f(): ...
def produce():
    yield f
list(produce())[0]()
#    ^^^^^^^ calls produce, f

## A generator's tuple values
def f(): ...
def g(): ...
def produce():
    yield f, g
for a, b in produce():
#           ^^^^^^^ calls produce
    a()
#   ^^^ calls f
    b()
#   ^^^ calls g

## A generator is passed on
def f(): ...
def produce():
    yield f
def run(items):
    for item in items:
        item()
#       ^^^^^^ calls f
run(produce())
#^^ calls run, produce

## A generator of generators
def f(): ...
def inner():
    yield f
def outer():
    yield inner()
#         ^^^^^ calls inner
for gen in outer():
#          ^^^^^ calls outer
    for act in gen:
        act()
#       ^^^^^ calls f

## Recursive generators
def walk(tree):
    yield tree
    for child in tree:
        yield from walk(child)
#                  ^^^^ calls walk

## __getitem__ as the old iteration protocol
def f(): ...
class Seq:
    def __getitem__(self, i):
        return f
for act in Seq():
#          ^^^ calls Seq, Seq.__getitem__
    act()
#   ^^^^^ calls f
