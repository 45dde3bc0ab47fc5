## super() without arguments
class A:
    def go(self): ...
class B(A):
#       ^ extends A
    def go(self):
        super().go()
#               ^^ calls A.go

## super with arguments
class A:
    def go(self): ...
class B(A):
#       ^ extends A
    def go(self):
        super(B, self).go()
#                      ^^ calls A.go

## super().__init__
class A:
    def __init__(self): ...
class B(A):
#       ^ extends A
    def __init__(self):
        super().__init__()
#               ^^^^^^^^ calls A.__init__
B()
#^ calls B, B.__init__

## The base's method by its name
class A:
    def go(self): ...
class B(A):
#       ^ extends A
    def go(self):
        A.go(self)
#         ^^ calls A.go

## super() in a classmethod
class A:
    @classmethod
    def make(cls): ...
class B(A):
#       ^ extends A
    @classmethod
    def make(cls):
        super().make()
#               ^^^^ calls A.make

## super() skips a class without the method
class A:
    def go(self): ...
class B(A): ...
#       ^ extends A
class C(B):
#       ^ extends B
    def go(self):
        super().go()
#               ^^ calls A.go

## super() to a class from outside
import thirdparty
class A(thirdparty.Base):
    def go(self):
        super().go()

## super() of a property
class A:
    @property
    def size(self): ...
class B(A):
#       ^ extends A
    @property
    def size(self):
        return super().size
#                      ^^^^ calls A.size

## The first base wins
class A:
    def go(self): ...
class B:
    def go(self): ...
class C(A, B):
#       ^ extends A
#          ^ extends B
    def run(self):
        self.go()
#            ^^ calls A.go

## The order of the bases counts, not of the definitions
class B:
    def go(self): ...
class A:
    def go(self): ...
class C(A, B):
#       ^ extends A
#          ^ extends B
    def run(self):
        self.go()
#            ^^ calls A.go

## A diamond: the sibling comes before the root
class Root:
    def go(self): ...
class A(Root): ...
#       ^^^^ extends Root
class B(Root):
#       ^^^^ extends Root
    def go(self): ...
class C(A, B):
#       ^ extends A
#          ^ extends B
    def run(self):
        self.go()
#            ^^ calls B.go

## A diamond: super() goes to the sibling
class Root:
    def go(self): ...
class A(Root):
#       ^^^^ extends Root
    def go(self):
        super().go()
#               ^^ calls B.go
class B(Root):
#       ^^^^ extends Root
    def go(self):
        super().go()
#               ^^ calls Root.go
class C(A, B):
#       ^ extends A
#          ^ extends B
    def go(self):
        super().go()
#               ^^ calls A.go
C().go()
#^ calls C, C.go

## super() in a mixin reaches the next class of the object's order
class Mixin:
    def go(self):
        super().go()
#               ^^ calls Base.go
class Base:
    def go(self): ...
class C(Mixin, Base): ...
#       ^^^^^ extends Mixin
#              ^^^^ extends Base
C().go()
#^ calls C, Mixin.go

## A mixin's self is the class that mixes it in
class Mixin:
    def run(self):
        self.go()
#            ^^ calls C.go
class C(Mixin):
#       ^^^^^ extends Mixin
    def go(self): ...
C().run()
#^ calls C, Mixin.run

## A template method
class Base:
    def run(self):
        self.step()
#            ^^^^ calls A.step, B.step
    def step(self):
        raise NotImplementedError
class A(Base):
#       ^^^^ extends Base
    def step(self): ...
class B(Base):
#       ^^^^ extends Base
    def step(self): ...
A().run()
#^ calls A, Base.run
B().run()
#^ calls B, Base.run

## A template method that nobody calls may run on any subclass
class Base:
    def run(self):
        self.step()
#            ^^^^ calls Base.step, A.step
    def step(self): ...
class A(Base):
#       ^^^^ extends Base
    def step(self): ...

## A sibling's method is not reached
class Base:
    def step(self): ...
class A(Base):
#       ^^^^ extends Base
    def run(self):
        self.step()
#            ^^^^ calls Base.step
class B(Base):
#       ^^^^ extends Base
    def step(self): ...
A().run()
#^ calls A, A.run

## The base is a class that a decorator makes anew
class Meta(type):
    def __new__(mcs, name, bases, attrs):
        return type.__new__(mcs, name, bases, attrs)
def metaclass(meta):
    def make(cls):
        return meta(cls.__name__, cls.__bases__, cls.__dict__.copy())
#              ^^^^ calls Meta, Meta.__new__
    return make
@metaclass(Meta)
#^^^^^^^^^ calls metaclass, metaclass.make
class Base:
    def __init__(self): ...
class Child(Base):
#           ^^^^ extends Base
    def __init__(self):
        super(Child, self).__init__()
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ calls Base.__init__
Child()
#^^^^ calls Child, Child.__init__

## Classes that a base may be stand beside each other
import outside
class Sha:
    def __init__(self): ...
class Blob(Sha):
#          ^^^ extends Sha
    def __init__(self):
        super().__init__()
#               ^^^^^^^^ calls Sha.__init__
class Tree(Sha):
#          ^^^ extends Sha
    def __init__(self):
        super().__init__()
#               ^^^^^^^^ calls Sha.__init__
def make(cls):
    class Made(cls): ...
    return Made()
#   ^^^^^^^^^^^^^ calls Blob.__init__, Tree.__init__
#          ^^^^ calls make.Made
make(Blob)
#^^^ calls make
make(Tree)
#^^^ calls make
outside.start(make)

## What a base before them has, is not looked for in bases of which one is there
import outside
class First:
    def __init__(self): ...
class Blob:
    def __init__(self): ...
    def go(self): ...
class Tree:
    def __init__(self): ...
    def go(self): ...
def make(cls):
    class Made(First, cls): ...
#              ^^^^^ extends First
    Made().go()
#   ^^^^^^^^^^^ calls First.__init__
#   ^^^^ calls make.Made
#          ^^ calls Blob.go, Tree.go
make(Blob)
#^^^ calls make
make(Tree)
#^^^ calls make
outside.start(make)

## super() goes on to each base that may come next
import outside
class Sha:
    def run(self): ...
class Blob(Sha):
#          ^^^ extends Sha
    def run(self):
        super().run()
#               ^^^ calls Sha.run
class Tree(Sha):
#          ^^^ extends Sha
    def run(self):
        super().run()
#               ^^^ calls Sha.run
class Mixin:
    def run(self):
        super().run()
#               ^^^ calls Blob.run, Tree.run
def mix(cls):
    class Mixed(Mixin, cls): ...
#               ^^^^^ extends Mixin
    Mixed().run()
#   ^^^^^ calls mix.Mixed
#           ^^^ calls Mixin.run
def wrap(cls):
    class Wrapped(cls):
        def run(self):
            super().run()
#                   ^^^ calls Blob.run, Tree.run
    Wrapped().run()
#   ^^^^^^^ calls wrap.Wrapped
#             ^^^ calls wrap.Wrapped.run
mix(Blob)
#^^ calls mix
mix(Tree)
#^^ calls mix
wrap(Blob)
#^^^ calls wrap
wrap(Tree)
#^^^ calls wrap
outside.start(mix)

## A class that its decorator replaced by one below it is no base beside that one
import outside
def sealed(cls):
    class Sealed(cls):
        def __init__(self, *args):
            super().__init__(*args)
#                   ^^^^^^^^ calls Data.__init__, Other.__init__
    return Sealed
@sealed
#^^^^^^ calls sealed
class Data:
    def __init__(self): ...
@sealed
#^^^^^^ calls sealed
class Other:
    def __init__(self): ...
class Address(Data):
    def __init__(self):
        super().__init__()
#               ^^^^^^^^ calls sealed.Sealed.__init__
Address()
#^^^^^^ calls Address, Address.__init__
outside.start(Address)

## self has what classes beside have that stand with it in a class below
import outside
class Rendering:
    def render(self): ...
    def check(self): ...
class View:
    def get(self):
        return self.render()
#                   ^^^^^^ calls Rendering.render
    def post(self):
        self.check()
#            ^^^^^ calls Rendering.check, View.check
    def check(self): ...
class Page(Rendering, View): ...
#          ^^^^^^^^^ extends Rendering
#                     ^^^^ extends View
outside.start(View)

## What stands behind in the order of a class below is not what self has
import outside
class View:
    def get(self):
        self.check()
#            ^^^^^ calls View.check
    def check(self): ...
class Checking:
    def check(self): ...
class Page(View, Checking): ...
#          ^^^^ extends View
#                ^^^^^^^^ extends Checking
outside.start(View)

## A field that a class beside stores
import outside
class Handler:
    def run(self): ...
class Storing:
    def __init__(self):
        self.handler = Handler()
#                      ^^^^^^^ calls Handler
class View:
    def get(self):
        self.handler.run()
#                    ^^^ calls Handler.run
class Page(Storing, View): ...
#          ^^^^^^^ extends Storing
#                   ^^^^ extends View
def use(view: View):
    view.get()
#        ^^^ calls View.get
outside.start(use)

## A class beside that is made later
import outside
class View:
    def get(self):
        return self.render()
#                   ^^^^^^ calls make.Rendering.render
def use(view: View):
    view.get()
#        ^^^ calls View.get
def make():
    class Rendering:
        def render(self): ...
    class Page(Rendering, View): ...
#              ^^^^^^^^^ extends make.Rendering
#                         ^^^^ extends View
    return Page
outside.start(use, make)

## What nothing makes and nothing is based on is made by someone else
import outside
class Cache:
    def bump(self):
        self.get()
#            ^^^ calls Dummy.get, Files.get, Base.get
    def get(self): ...
class Dummy(Cache):
#           ^^^^^ extends Cache
    def get(self): ...
class Files(Cache):
#           ^^^^^ extends Cache
    def get(self): ...
class Base(Cache):
#          ^^^^^ extends Cache
    def get(self): ...
class Made(Base): ...
#          ^^^^ extends Base
def use():
    Dummy().bump()
#   ^^^^^ calls Dummy
#           ^^^^ calls Cache.bump
    Made().bump()
#   ^^^^ calls Made
#          ^^^^ calls Cache.bump
outside.start(use)

## super() of a mixin goes on to what stands behind it in a class below
import outside
class Login:
    def dispatch(self):
        return super().dispatch()
#                      ^^^^^^^^ calls Permission.dispatch
class Permission:
    def dispatch(self):
        return super().dispatch()
#                      ^^^^^^^^ calls View.dispatch
class View:
    def dispatch(self): ...
class Other:
    def dispatch(self): ...
class Page(Login, Permission, View): ...
#          ^^^^^ extends Login
#                 ^^^^^^^^^^ extends Permission
#                             ^^^^ extends View
outside.start(Page)

## super() of a mixin that a class overrides
import outside
class View:
    def dispatch(self): ...
class Login(View):
#           ^^^^ extends View
    def dispatch(self):
        return super().dispatch()
#                      ^^^^^^^^ calls View.dispatch, Special.dispatch
class Special(View):
#             ^^^^ extends View
    def dispatch(self): ...
class Page(Login, Special): ...
#          ^^^^^ extends Login
#                 ^^^^^^^ extends Special
outside.start(Page)

## A class with a method of its own in place of the one that is called is not who calls
import outside
class Base:
    def run(self):
        self.step()
#            ^^^^ calls A.step, First.step, Second.step, Third.step
class A(Base):
#       ^^^^ extends Base
    def step(self): ...
class Own(Base):
#         ^^^^ extends Base
    def run(self): ...
    def step(self): ...
class First(Base):
#           ^^^^ extends Base
    def step(self): ...
class Second(Base):
#            ^^^^ extends Base
    def step(self): ...
class Third(Base):
#           ^^^^ extends Base
    def step(self): ...
def use():
    A().run()
#   ^ calls A
#       ^^^ calls Base.run
    Own().run()
#   ^^^ calls Own
#         ^^^ calls Own.run
outside.start(use)


## classes that a base may be do not come after each other for super()
import outside
class Field:
    def __init__(self): pass
class Choice(Field):
#            ^^^^^ extends Field
    def __init__(self):
        super().__init__()
#               ^^^^^^^^ calls Field.__init__
class Text(Field):
#          ^^^^^ extends Field
    def __init__(self):
        super().__init__()
#               ^^^^^^^^ calls Field.__init__
class Dotted(Field):
#            ^^^^^ extends Field
    def __init__(self):
        super().__init__()
#               ^^^^^^^^ calls Field.__init__
class Date(Field):
#          ^^^^^ extends Field
    def __init__(self):
        super().__init__()
#               ^^^^^^^^ calls Field.__init__
class Number(Field):
#            ^^^^^ extends Field
    def __init__(self):
        super().__init__()
#               ^^^^^^^^ calls Field.__init__
class Base:
    def make(self):
        class Derived(self.target()):
#                          ^^^^^^ calls ChoiceTest.target, DateTest.target, DottedTest.target, NumberTest.target, TextTest.target
#       ^ extends(heuristic) Choice, Date, Dotted, Number, Text
            pass
        return Derived()
#              ^^^^^^^ calls Base.make.Derived, Choice.__init__
class ChoiceTest(Base):
#                ^^^^ extends Base
    def target(self):
        return Choice
class TextTest(Base):
#              ^^^^ extends Base
    def target(self):
        return Text
class DottedTest(Base):
#                ^^^^ extends Base
    def target(self):
        return Dotted
class DateTest(Base):
#              ^^^^ extends Base
    def target(self):
        return Date
class NumberTest(Base):
#                ^^^^ extends Base
    def target(self):
        return Number
outside.start(Base)


## what a base may be comes after a mixin that stands beside it
import outside
class Field:
    def __init__(self): pass
class Choice(Field):
#            ^^^^^ extends Field
    def __init__(self):
        super().__init__()
#               ^^^^^^^^ calls Field.__init__
class Text(Field):
#          ^^^^^ extends Field
    def __init__(self):
        super().__init__()
#               ^^^^^^^^ calls Field.__init__
class Strict:
    def __init__(self):
        super().__init__()
#               ^^^^^^^^ calls Choice.__init__, Text.__init__
def strict(base):
    class Made(Strict, base):
#              ^^^^^^ extends Strict
#   ^ extends(heuristic) Choice, Text
        pass
    return Made()
#   ^ calls Strict.__init__, strict.Made
outside.start(strict(Choice), strict(Text))
#             ^^^^^^ calls strict


## bases that come out of a tuple are all of it, and super() goes from one to the next
import outside
class Checker:
    def check(self): pass
class Schema:
    def check(self):
        super().check()
#               ^^^^^ calls Checker.check
def make(name, first):
    bases = [first]
    if outside.checks:
        bases.append(Checker)
    return type(name, tuple(bases), {})
Made = make('Made', Schema)
#      ^^^^ calls make
def use(schema: Schema):
    schema.check()
#          ^^^^^ calls Schema.check
outside.start(Made, use)
