## What comes back from another function goes to the caller that passed it
import outside
class A:
    def go(self): ...
class B:
    def go(self): ...
class Resolver:
    def resolve(self, x):
        outside.start(x)
        return x
class Config:
    def __init__(self):
        self.resolver = Resolver()
#                       ^^^^^^^^ calls Resolver
    def maybe(self, x):
        return self.resolver.resolve(x)
#                   ^^^^^^^ calls Resolver.resolve
    def named(self, *, x=None):
        return self.maybe(x)
#                   ^^^^^ calls Config.maybe
def one(c: Config):
    c.maybe(A()).go()
#           ^ calls A, A.go, Config.maybe
def two(c: Config):
    c.maybe(B()).go()
#           ^ calls B, B.go, Config.maybe
def three(c: Config):
    c.named(x=A()).go()
#             ^ calls A, A.go, Config.named
def four(c: Config):
    c.named(x=B()).go()
#             ^ calls B, B.go, Config.named
outside.start(one, two, three, four)

## Also where it comes back for one answer only
import outside
class A:
    def go(self): ...
class B:
    def go(self): ...
class Made:
    def go(self): ...
def resolve(x):
    if isinstance(x, str):
        return Made()
#              ^^^^ calls Made
    return x
def maybe(x):
    return resolve(x)
#          ^^^^^^^ calls resolve
def one():
    maybe(A()).go()
#         ^ calls A, A.go, maybe
def two():
    maybe(B()).go()
#         ^ calls B, B.go, maybe
def three():
    maybe("a name").go()
#                   ^^ calls Made.go, maybe
outside.start(one, two, three)

## Methods that give back what a method on self gives back: itself
import outside
class Query:
    def where(self):
        return self._add()
#                   ^^^^ calls Query._add
    def _add(self):
        outside.start(self)
        return self
class Users(Query):
#           ^^^^^ extends Query
    def names(self): ...
class Orders(Query):
#            ^^^^^ extends Query
    def names(self): ...
def users():
    Users().where().names()
#           ^^^^^ calls Query.where, Users, Users.names
def orders():
    Orders().where().names()
#   ^^^^^^ calls Orders, Orders.names, Query.where
outside.start(users, orders)

## Through super
import outside
class A:
    def go(self): ...
class B:
    def go(self): ...
class Visitor:
    def visit(self, node):
        outside.start(node)
        return node
class Own(Visitor):
#         ^^^^^^^ extends Visitor
    def visit(self, node):
        return super().visit(node)
#                      ^^^^^ calls Visitor.visit
def one(v: Own):
    v.visit(A()).go()
#           ^ calls A, A.go, Own.visit
def two(v: Own):
    v.visit(B()).go()
#           ^ calls B, B.go, Own.visit
outside.start(one, two)

## A function that hands on to itself
import outside
class A:
    def go(self): ...
def down(x, n):
    if n > 9:
        return x
    return down(x, n)
#          ^^^^ calls down
def run():
    down(A(), outside.number()).go()
#        ^ calls A, A.go, down
outside.start(run)

## What is bound before it is handed on is not what was passed
import outside
class A:
    def go(self): ...
class B:
    def go(self): ...
def same(x):
    outside.start(x)
    return x
def other(x):
    x = B()
#       ^ calls B
    return same(x)
#          ^^^^ calls same
def run():
    other(A()).go()
#         ^ calls A, B.go, other
outside.start(run)

## Called before its module has ended
import outside
class A:
    def go(self): ...
class B:
    def go(self): ...
def same(x):
    outside.start(x)
    return x
def through(x):
    return same(x)
#          ^^^^ calls same
a = through(A())
#           ^ calls A, through
b = through(B())
#           ^ calls B, through
outside.start(a, b)
def run():
    a.go()
#     ^^ calls A.go
    b.go()
#     ^^ calls B.go

## Starred arguments
import outside
class A:
    def go(self): ...
def same(x):
    outside.start(x)
    return x
def through(x):
    return same(x)
#          ^^^^ calls same
def one(*args):
    through(*args).go()
#                  ^^ calls A.go, through
one(A())
#   ^ calls A, one
outside.start(one)

## Partly handed on, partly made
import outside
class A:
    def go(self): ...
class B:
    def go(self): ...
class Default:
    def go(self): ...
def same(x):
    outside.start(x)
    return x
def through(x=None):
    if outside.ready():
        return Default()
#              ^^^^^^^ calls Default
    return same(x)
#          ^^^^ calls same
def one():
    through(A()).go()
#           ^ calls A, A.go, Default.go, through
def two():
    through(B()).go()
#           ^ calls B, B.go, Default.go, through
def three():
    through().go()
#             ^^ calls Default.go, through
outside.start(one, two, three)

## A decorator that is registered through another object
import outside
class Registry:
    def add(self, f):
        outside.start(f)
        return f
class App:
    def __init__(self):
        self.registry = Registry()
#                       ^^^^^^^^ calls Registry
    def route(self, f):
        return self.registry.add(f)
#                            ^^^ calls Registry.add
app = App()
#     ^^^ calls App, App.__init__
@app.route
#    ^^^^^ calls App.route
def index(): ...
@app.route
#    ^^^^^ calls App.route
def about(): ...
def run():
    index()
#   ^^^^^ calls index
    about()
#   ^^^^^ calls about
outside.start(app)

## Handed on for one answer only
import outside
class A:
    def go(self): ...
class B:
    def go(self): ...
class Made:
    def go(self): ...
def same(x):
    outside.start(x)
    return x
def through(x):
    if callable(x):
        return Made()
#              ^^^^ calls Made
    return same(x)
#          ^^^^ calls same
def one():
    through(A()).go()
#           ^ calls A, A.go, through
def two():
    through(B()).go()
#           ^ calls B, B.go, through
def three():
    through(one).go()
#                ^^ calls Made.go, through
outside.start(one, two, three)

## What *args and **kwargs gather is handed on as it is gathered
import outside
class A:
    def go(self): ...
class Other:
    def go(self): ...
def same(x):
    outside.start(x)
    return x
def both(*xs):
    return same(xs)
#          ^^^^ calls same
def named(**kw):
    return same(kw)
#          ^^^^ calls same
def run():
    both(A())[0].go()
#        ^ calls A, A.go, both
def run_named():
    named(a=A())["a"].go()
#           ^ calls A, A.go, named
outside.start(run, run_named)

## A descriptor that hands its object on
import outside
class D:
    def go(self): ...
class Other:
    def go(self): ...
def same(x):
    outside.start(x)
    return x
class Lazy:
    def __get__(self, obj, owner):
        return same(obj)
#              ^^^^ calls same
D.me = Lazy()
#      ^^^^ calls Lazy
def run():
    D().me.go()
#   ^ calls D, D.go, Lazy.__get__
outside.start(run, Lazy)

## A variable that a function inside reads as well
import outside
class A:
    def go(self): ...
class Other:
    def go(self): ...
def same(x):
    outside.start(x)
    return x
def make(x):
    def later():
        y.go()
#         ^^ calls A.go
    outside.later(later)
    y = same(x)
#       ^^^^ calls same
    return y
def run():
    make(A())
#        ^ calls A, make
outside.start(run)

## What a parameter is declared to be comes back where nothing is known of the argument
import outside
class A:
    def go(self): ...
class Other:
    def go(self): ...
def same(x):
    outside.start(x)
    return x
def through(x: A):
    return same(x)
#          ^^^^ calls same
def run():
    through(outside.thing()).go()
#                            ^^ calls A.go, through
outside.start(run)

## Only those get themselves back whose own method gives that
import outside
class B:
    def go(self): ...
class Base:
    def me(self):
        return self._me()
#                   ^^^ calls S1._me, S2._me
class S1(Base):
#        ^^^^ extends Base
    def _me(self):
        outside.start(self)
        return self
    def go(self): ...
class S2(Base):
#        ^^^^ extends Base
    def _me(self):
        return B()
#              ^ calls B
    def go(self): ...
def one():
    S1().me().go()
#             ^^ calls B.go, Base.me, S1, S1.go
def two():
    S2().me().go()
#             ^^ calls B.go, Base.me, S2
outside.start(one, two)
