## staticmethod
def f(): ...
class C:
    @staticmethod
    def go(act):
        act()
#       ^^^^^ calls f
C.go(f)
# ^^ calls C.go
C().go(f)
#^ calls C, C.go

## classmethod
class C:
    @classmethod
    def make(cls):
        return cls()
#       ^^^^^^^^^^^^ calls C
    def go(self): ...
C.make().go()
# ^^^^ calls C.make, C.go

## An alternative constructor gives instances of the class it is called on
class A:
    @classmethod
    def make(cls):
        return cls()
#       ^^^^^^^^^^^^ calls A
    def go(self): ...
class B(A):
#       ^ extends A
    def go(self): ...
A.make().go()
# ^^^^ calls A.make, A.go
B.make().go()
# ^^^^ calls A.make, B.go

## classmethod through an instance
class C:
    @classmethod
    def make(cls):
        cls.other()
#           ^^^^^ calls C.other
    @classmethod
    def other(cls): ...
C().make()
#^ calls C, C.make

## classmethod without decorator syntax
class C:
    def make(cls):
        cls.go()
#           ^^ calls C.go
    make = classmethod(make)
    @staticmethod
    def go(): ...
C.make()
# ^^^^ calls C.make

## A property is called where it is read
class C:
    @property
    def size(self): ...
    def run(self):
        return self.size
#                   ^^^^ calls C.size
C().size
#^ calls C, C.size

## A property's value
def f(): ...
class C:
    @property
    def act(self):
        return f
C().act()
#^ calls C, C.act, f

## A property's setter is called where it is written
class C:
    @property
    def size(self): ...
    @size.setter
    def size(self, value): ...
c = C()
#   ^ calls C
c.size
# ^^^^ calls C.size
c.size = 3
# ^^^^ calls C.size#2

## property as a function
class C:
    def get(self): ...
    def set(self, value): ...
    size = property(get, set)
c = C()
#   ^ calls C
c.size
#^^^^^ calls C.get
c.size = 1
#^^^^^^^^^ calls C.set

## A property is not called through the class
class C:
    @property
    def size(self): ...
C.size

## A property of a base
class A:
    @property
    def size(self): ...
class B(A):
#       ^ extends A
    def run(self):
        self.size
#            ^^^^ calls A.size

## A property that is overridden
class A:
    @property
    def size(self): ...
    def run(self):
        return self.size
#                   ^^^^ calls B.size
class B(A):
#       ^ extends A
    @property
    def size(self): ...
B().run()
#^ calls B, A.run

## A class based on classmethod
import outside
class only(classmethod):
    def __get__(self, instance, cls=None):
        if instance is not None:
            raise AttributeError("only on the class")
        return super().__get__(instance, cls)
class View:
    @only
#    ^^^^ calls only
    def make(cls):
        return cls().go()
#       ^^^^^^^^^^^^^^^^^ calls Page
#                    ^^ calls Page.go
    def go(self): ...
class Page(View):
#          ^^^^ extends View
    def go(self): ...
def use():
    Page.make()
#   ^^^^^^^^^^^ calls only.__get__
#        ^^^^ calls View.make
outside.start(use)

## A class based on staticmethod
import outside
class plain(staticmethod): ...
class Tool:
    @plain
#    ^^^^^ calls plain
    def run(act):
        act()
#       ^^^ calls act
def act(): ...
def use():
    Tool.run(act)
#        ^^^ calls Tool.run
    Tool().run(act)
#   ^^^^ calls Tool
#          ^^^ calls Tool.run
outside.start(use)
