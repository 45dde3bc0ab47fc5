## What is stored on None is on no None
class Tasks:
    def items(self): ...
class Registry:
    def items(self): ...
class Group:
    def __init__(self, tasks):
        self.tasks = tasks
def fill(holder, flag):
    target = None if flag else holder
    target.tasks = Tasks()
#                  ^^^^^ calls Tasks
def run(app=None):
    return app.tasks.items()
def main(flag):
    fill(Group(Registry()), flag)
#   ^^^^ calls fill
#        ^^^^^ calls Group, Group.__init__
#              ^^^^^^^^ calls Registry
    run()
#   ^^^ calls run

## What is stored on a string, a tuple or object() is on no other
class Note:
    def go(self): ...
class Plain(object):
    def __init__(self): ...
def mark(it):
    it.note = Note()
#             ^^^^ calls Note
def read(text: str, pair: tuple):
    text.note.go()
    pair.note.go()
    Plain().note.go()
#   ^^^^^ calls Plain, Plain.__init__
def main():
    mark("a")
#   ^^^^ calls mark
    mark((1, 2))
#   ^^^^ calls mark
    mark(object())
#   ^^^^ calls mark

## A class that derives from a builtin takes attributes
class Note:
    def go(self): ...
class Text(str): ...
def mark(it):
    it.note = Note()
#             ^^^^ calls Note
def read(text: Text):
    text.note.go()
#             ^^ calls Note.go
def main():
    mark(Text("a"))
#   ^^^^ calls mark
#        ^^^^ calls Text

## self(…) is a call of the method __call__, overridden or not
import outside
class Base:
    def distance(self, *words):
        return self(*words)
#       ^^^^^^^^^^^^^^^^^^^ calls A.__call__, B.__call__, C.__call__, D.__call__, E.__call__, F.__call__, G.__call__, H.__call__, I.__call__
    def __call__(self, *words): ...
class A(Base):
#       ^^^^ extends Base
    def __call__(self, *words): ...
class B(Base):
#       ^^^^ extends Base
    def __call__(self, *words): ...
class C(Base):
#       ^^^^ extends Base
    def __call__(self, *words): ...
class D(Base):
#       ^^^^ extends Base
    def __call__(self, *words): ...
class E(Base):
#       ^^^^ extends Base
    def __call__(self, *words): ...
class F(Base):
#       ^^^^ extends Base
    def __call__(self, *words): ...
class G(Base):
#       ^^^^ extends Base
    def __call__(self, *words): ...
class H(Base):
#       ^^^^ extends Base
    def __call__(self, *words): ...
class I(Base):
#       ^^^^ extends Base
    def __call__(self, *words): ...
outside.start(Base)
def run():
    for it in (A(), B(), C(), D(), E(), F(), G(), H(), I()):
#              ^ calls A
#                   ^ calls B
#                        ^ calls C
#                             ^ calls D
#                                  ^ calls E
#                                       ^ calls F
#                                            ^ calls G
#                                                 ^ calls H
#                                                      ^ calls I
        it.distance()
#          ^^^^^^^^ calls Base.distance

## What __init__ stores under a method's name is what instances answer with
import outside
def fast(x): ...
class Stack:
    def __init__(self, items):
        self.items = items
        self.push = fast
    def push(self, x):
        """Puts something on top."""
    def both(self):
        self.push(1)
#       ^^^^^^^^^^^^ calls fast
class Below(Stack): ...
#           ^^^^^ extends Stack
Stack([]).push(1)
#^^^^^^^^^^^^^^^^ calls fast
#^^^^ calls Stack, Stack.__init__
Below([]).push(1)
#^^^^^^^^^^^^^^^^ calls fast, Stack.__init__
#^^^^ calls Below
Stack.push(Stack([]), 1)
#^^^^ calls Stack, Stack.__init__
#     ^^^^ calls Stack.push
outside.start(Stack)

## What is stored only sometimes, or made of the method, leaves it there
import outside
def fast(x): ...
def wrap(f): return f
class Stack:
    def __init__(self, quick):
        if quick:
            self.push = fast
        self.pop = wrap(self.pop)
#                  ^^^^ calls wrap
    def push(self, x): ...
    def pop(self): ...
Stack(True).push(1)
#^^^^ calls Stack, Stack.__init__
#           ^^^^ calls Stack.push
Stack(False).pop()
#^^^^ calls Stack, Stack.__init__
#            ^^^ calls Stack.pop
outside.start(Stack)

## What __init__ may leave before it stores leaves the method there
import outside
def fast(x): ...
class Stack:
    def __init__(self, quick):
        if quick: return
        self.push = fast
    def push(self, x): ...
Stack(True).push(1)
#^^^^ calls Stack, Stack.__init__
#           ^^^^ calls Stack.push
outside.start(Stack)

## What an __init__ below does not call on stores nothing
import outside
def fast(x): ...
class Stack:
    def __init__(self):
        self.push = fast
    def push(self, x): ...
class Below(Stack):
#           ^^^^^ extends Stack
    def __init__(self): ...
class Over(Stack):
#          ^^^^^ extends Stack
    def __init__(self): ...
    def push(self, x): ...
class Calling(Stack):
#             ^^^^^ extends Stack
    def __init__(self):
        super().__init__()
#               ^^^^^^^^ calls Stack.__init__
Below().push(1)
#^^^^ calls Below, Below.__init__
#       ^^^^ calls Stack.push
Over().push(1)
#^^^ calls Over, Over.__init__
#      ^^^^ calls Over.push
Calling().push(1)
#^^^^^^^^^^^^^^^^ calls fast
#^^^^^^ calls Calling, Calling.__init__
outside.start(Stack)

## The __init__ that a dataclass gets does not call on either
import outside
from dataclasses import dataclass
class Stack:
    def __init__(self):
        self.push = outside.push
    def push(self, x): ...
@dataclass
class Record(Stack):
#            ^^^^^ extends Stack
    size: int
Record(1).push(1)
#^^^^^ calls Record
#         ^^^^ calls Stack.push
outside.start(Stack)

## What is read before it is stored over is the method, and a declaration stores nothing
import outside
def fast(x): ...
class Stack:
    def __init__(self):
        old = self.push
        self.push = lambda x: old(x)
#                             ^^^^^^ calls Stack.push
        self.pop: object
        self.go()
#            ^^ calls Stack.go
        self.go = None
    def push(self, x): ...
    def pop(self): ...
    def go(self): ...
Stack().pop()
#^^^^ calls Stack, Stack.__init__
#       ^^^ calls Stack.pop
outside.start(Stack)

## Special methods are not looked for in instances
import outside
class Lock:
    def __init__(self):
        self.__enter__ = outside.enter
    def __enter__(self): ...
    def __exit__(self, *a): ...
with Lock(): ...
#    ^^^^ calls Lock, Lock.__init__, Lock.__enter__, Lock.__exit__
outside.start(Lock)
