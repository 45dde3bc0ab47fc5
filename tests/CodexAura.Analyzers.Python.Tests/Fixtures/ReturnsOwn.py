## a copy that is changed and returned is of the class that the method is called on
import outside


class Query:
    def _clone(self):
        clone = self.__class__()
#       ^ calls Select, Update
        clone.tables = self.tables
        return clone

    def where(self, condition):
        query = self._clone()
#                    ^^^^^^ calls Query._clone
        query.condition = condition
        return query

    def run(self):
        return 1


class Select(Query):
#            ^^^^^ extends Query
    def run(self):
        return 2


class Update(Query):
#            ^^^^^ extends Query
    def run(self):
        return 3


def use(x):
    Select().where(x).run()
#            ^^^^^ calls Query.where, Select, Select.run
    Update().where(x).where(x).run()
#            ^^^^^ calls Query.where, Update, Update.run


outside.start(use)

## through a chain of such methods, and super()
import outside


class Node:
    def copy(self):
        node = type(self)()
#       ^ calls Branch, Leaf
        return node

    def marked(self):
        return self.copy().mark()
#                   ^^^^ calls Leaf.copy, Node.copy, Node.mark

    def mark(self):
        node = self.copy()
#                   ^^^^ calls Leaf.copy, Node.copy
        node.is_marked = True
        return node

    def show(self):
        return 1


class Leaf(Node):
#          ^^^^ extends Node
    def copy(self):
        node = super().copy()
#                      ^^^^ calls Node.copy
        node.value = self.value
        return node

    def show(self):
        return 2


class Branch(Node):
#            ^^^^ extends Node
    def show(self):
        return 3


def use(x):
    Leaf().marked().show()
#   ^^^^ calls Leaf, Leaf.show, Node.marked
    Branch().marked().show()
#   ^^^^^^ calls Branch, Branch.show, Node.marked


outside.start(use)

## a decorator's wrapper that works on a copy
import functools

import outside


def copying(method):
    @functools.wraps(method)
    def inner(self, *args):
        clone = self.clone()
#       ^^^^^ calls Base.clone
        method(clone, *args)
#       ^ calls Base.order_by
        return clone
    return inner


class Base:
    def clone(self):
        obj = self.__class__.__new__(self.__class__)
        obj.__dict__ = self.__dict__.copy()
        return obj

    @copying
#    ^^^^^^^ calls copying
    def order_by(self, name):
        self.order = name


class Table(Base):
#           ^^^^ extends Base
    def sql(self):
        return "table"


class Window(Base):
#            ^^^^ extends Base
    def sql(self):
        return "window"


def use(x):
    Table().order_by(x).sql()
#           ^^^^^^^^ calls Base.order_by, Table, Table.sql, copying.inner
    Window().order_by(x).sql()
#            ^^^^^^^^ calls Base.order_by, Window, Window.sql, copying.inner


outside.start(use)

## copy.copy of self
import copy
from copy import deepcopy

import outside


class Shape:
    def moved(self, x):
        shape = copy.copy(self)
        shape.x = x
        return shape

    def grown(self, x):
        shape = deepcopy(self)
        shape.x = x
        return shape

    def draw(self):
        return 0


class Circle(Shape):
#            ^^^^^ extends Shape
    def draw(self):
        return 1


class Square(Shape):
#            ^^^^^ extends Shape
    def draw(self):
        return 2


def use(x):
    Circle().moved(x).draw()
#   ^^^^^^ calls Circle, Circle.draw, Shape.moved
    Square().grown(x).draw()
#            ^^^^^ calls Shape.grown, Square, Square.draw


outside.start(use)

## what may be something else stays so
import outside


class Other:
    def show(self):
        return 0


class Part:
    def clone(self):
        part = self.__class__()
#       ^ calls Wheel
        return part

    def pick(self, x):
        part = self.clone()
#                   ^^^^^ calls Part.clone
        if x:
            part = Other()
#                  ^^^^^ calls Other
        return part

    def make(self):
        return Other()
#              ^^^^^ calls Other

    def made(self):
        part = self.make()
#                   ^^^^ calls Part.make
        part.x = 1
        return part

    def show(self):
        return 1


class Wheel(Part):
#           ^^^^ extends Part
    def show(self):
        return 2


def use(x):
    Wheel().pick(x).show()
#                   ^^^^ calls Other.show, Part.pick, Wheel, Wheel.show
    Wheel().made().show()
#                  ^^^^ calls Other.show, Part.made, Wheel


outside.start(use)

## a subclass whose copy is of another class
import outside


class Frozen:
    def show(self):
        return 0


class Thing:
    def copy(self):
        thing = self.__class__()
#       ^ calls Thing
        return thing

    def changed(self):
        thing = self.copy()
#                    ^^^^ calls Ice.copy
        thing.x = 1
        return thing

    def show(self):
        return 1


class Ice(Thing):
#         ^^^^^ extends Thing
    def copy(self):
        return Frozen()
#              ^^^^^^ calls Frozen

    def show(self):
        return 2


def use(x):
    Ice().changed().show()
#                   ^^^^ calls Frozen.show, Ice, Thing.changed


outside.start(use)

## or None
import outside


class Item:
    def clone(self):
        item = self.__class__()
#       ^ calls Book, Film
        return item

    def find(self, x):
        item = self.clone()
#                   ^^^^^ calls Item.clone
        if not x:
            return None
        return item

    def show(self):
        return 0


class Book(Item):
#          ^^^^ extends Item
    def show(self):
        return 1


class Film(Item):
#          ^^^^ extends Item
    def show(self):
        return 2


def describe(item):
    if item is None:
        return missing()
#              ^^^^^^^ calls missing
    return item.show()
#               ^^^^ calls Film.show


def missing():
    return 0


def use(x):
    Book().find(x).show()
#   ^^^^ calls Book, Book.show, Item.find
    describe(Film().find(x))
#            ^^^^ calls Film, Item.find, describe


outside.start(use)

## self under which the copy is put
import outside


class Frame:
    def copy(self):
        frame = self.__class__()
#       ^ calls Tall, Wide
        return frame

    def sorted(self, inplace):
        if not inplace:
            self = self.copy()
#                       ^^^^ calls Frame.copy
        self.order = 1
        return self

    def show(self):
        return 0


class Wide(Frame):
#          ^^^^^ extends Frame
    def show(self):
        return 1


class Tall(Frame):
#          ^^^^^ extends Frame
    def show(self):
        return 2


def use(x):
    Wide().sorted(x).show()
#          ^^^^^^ calls Frame.sorted, Wide, Wide.show
    Tall().sorted(x).show()
#          ^^^^^^ calls Frame.sorted, Tall, Tall.show


outside.start(use)

## calling self is no new object of its class
import outside


class Result:
    def show(self):
        return 1


class Task:
    def __call__(self, x):
        return Result()
#              ^^^^^^ calls Result

    def run(self, x):
        return self(x)
#       ^ calls Task.__call__

    def show(self):
        return 2


def use(x):
    Task().run(x).show()
#                 ^^^^ calls Result.show, Task, Task.run


outside.start(use)

## a coroutine is awaited first
import outside


class Job:
    def clone(self):
        job = self.__class__()
#       ^ calls Mail
        return job

    async def started(self):
        job = self.clone()
#                  ^^^^^ calls Job.clone
        return job

    def show(self):
        return 0


class Mail(Job):
#          ^^^ extends Job
    def show(self):
        return 1


async def use(x):
    job = await Mail().started()
#                      ^^^^^^^ calls Job.started, Mail
    job.show()
#       ^^^^ calls Mail.show


outside.start(use)

## objects of which some give back another, at one call
import outside


class Rows:
    def show(self):
        return 0


class Query:
    def _clone(self):
        clone = self.__class__()
#       ^ calls Query
        return clone

    def filter(self):
        query = self._clone()
#                    ^^^^^^ calls Query._clone, Union._clone
        query.x = 1
        return query

    def show(self):
        return 1


class Union(Query):
#           ^^^^^ extends Query
    def _clone(self):
        return Rows()
#              ^^^^ calls Rows


def show(queries):
    for query in queries:
        query.filter().show()
#             ^^^^^^ calls Query.filter, Query.show, Rows.show


outside.start(show, [Union(), Query()])
#                             ^^^^^ calls Query, Union
show([Union(), Query()])
#              ^^^^^ calls Query, Union, show

## what is only declared may be of a class below
import outside


class Query:
    def _clone(self):
        return self.__class__()
#       ^ calls Query

    def filter(self):
        query = self._clone()
#                    ^^^^^^ calls Query._clone, Values._clone
        query.x = 1
        return query

    def show(self):
        return 1


class Values(Query):
#            ^^^^^ extends Query
    def _clone(self):
        return Rows()
#              ^^^^ calls Rows


class Rows:
    def show(self):
        return 0


def run(query: Query):
    query.filter().show()
#         ^^^^^^ calls Query.filter, Query.show, Rows.show


outside.start(run)

## a copy that is given another class
import outside


class Query:
    def clone(self):
        query = self.__class__()
#       ^ calls Query
#       ^ calls(heuristic) Update
        query.x = 1
        return query

    def chain(self, klass=None):
        query = self.clone()
#                    ^^^^^ calls Query.clone
        if klass:
            query.__class__ = klass
        return query

    def show(self):
        return 1


class Update(Query):
#            ^^^^^ extends Query
    def show(self):
        return 2


def use(x):
    Query().chain(Update).show()
#   ^^^^^ calls Query, Query.chain, Query.show, Update.show


outside.start(use)

## a copy that a function inside replaces
import outside


class Other:
    def show(self):
        return 0


class Query:
    def _clone(self):
        return self.__class__()
#       ^ calls Query

    def filter(self):
        query = self._clone()
#                    ^^^^^^ calls Query._clone

        def visit(x):
            nonlocal query
            query = Other()
#                   ^^^^^ calls Other
        outside.each(visit)
        return query

    def show(self):
        return 1


def use(x):
    Query().filter().show()
#                    ^^^^ calls Other.show, Query, Query.filter, Query.show


outside.start(use)

## copies of something else
import copy

import outside


class Other:
    def show(self):
        return 0


class Query:
    def __init__(self, inner=None):
        self.inner = inner

    def copy(self):
        return copy.copy(self)

    def double(self):
        if self.inner is None:
            return copy.copy(self)
        return copy.copy(self.inner)

    def show(self):
        return 1


def use(x):
    Query(Other()).double().show()
#         ^^^^^ calls Other, Other.show, Query, Query.__init__, Query.double, Query.show


outside.start(use)

## an attribute in the place of the method
import outside


class Other:
    def show(self):
        return 0


class Query:
    def __init__(self):
        self._clone = lambda: Other()
#                             ^^^^^ calls Other

    def _clone(self):
        return self.__class__()
#       ^ calls Query, Query.__init__

    def filter(self):
        query = self._clone()
        return query

    def show(self):
        return 1


def use(x):
    Query().filter().show()
#                    ^^^^ calls Other.show, Query, Query.__init__, Query.filter


outside.start(use)
