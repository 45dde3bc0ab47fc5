## a class bound to its own name by a call of its metaclass
import outside

KNOWN = []

class SettingMeta(type):
    def __new__(cls, name, bases, attrs):
        super_new = super().__new__
        parents = [b for b in bases if isinstance(b, SettingMeta)]
        if not parents:
            return super_new(cls, name, bases, attrs)
        new_class = super_new(cls, name, bases, attrs)
        KNOWN.append(new_class)
        return new_class

class Setting:
    def set(self, value): pass

    def copy(self): pass

Setting = SettingMeta("Setting", (Setting,), {})
#         ^^^^^^^^^^^ calls SettingMeta, SettingMeta.__new__

class Bind(Setting):
#^ calls SettingMeta.__new__
#          ^^^^^^^ extends Setting
    def set(self, value): pass

class Log(Setting):
#^ calls SettingMeta.__new__
#         ^^^^^^^ extends Setting
    def run(self):
        self.copy()
#            ^^^^ calls Setting.copy
        self.set(1)
#            ^^^ calls Setting.set

def run():
    Bind().copy()
#   ^^^^ calls Bind, Setting.copy

outside.start(run)

## a class made by a call under another name stands between
import outside

class Meta(type):
    def describe(cls): pass

class Plain:
    def copy(self): pass

Made = Meta("Made", (Plain,), {})
#      ^^^^ calls Meta

class Bind(Made):
    pass

def run():
    Bind().copy()
#   ^^^^ calls Bind, Plain.copy
    Bind.describe()
#        ^^^^^^^^ calls Meta.describe

outside.start(run)

## bases out of a tuple
import outside
import ssl

class Connector(Exception):
    def report(self): pass

class Mixin:
    def note(self): pass

if outside.secure:
    BASES = (Connector, ssl.SSLError)
else:
    BASES = (Connector,)

PAIR = (Mixin, Connector)

class SslError(*BASES):
#^ extends Connector
    def show(self):
        self.report()
#            ^^^^^^ calls Connector.report

class Both(*PAIR):
#^ extends Connector, Mixin
    def show(self):
        self.report()
#            ^^^^^^ calls Connector.report
        self.note()
#            ^^^^ calls Mixin.note

def run():
    SslError().show()
#   ^^^^^^^^ calls SslError, SslError.show
    Both().show()
#   ^^^^ calls Both, Both.show

outside.start(run)

## a class of texts beside one of the program
import outside
class Item:
    def __init__(self, trivia): pass
class String(str, Item):
#                 ^^^^ extends Item
    def __new__(cls, value, *args, **kwargs):
        return super().__new__(cls, value)
    def __init__(self, value, trivia):
        super().__init__(trivia)
#               ^^^^^^^^ calls Item.__init__
class Number(int, Item):
#                 ^^^^ extends Item
    def __init__(self, value, trivia):
        super().__init__(trivia)
#               ^^^^^^^^ calls Item.__init__
class Table(Item, dict):
#           ^^^^ extends Item
    def __init__(self, value, trivia):
        super().__init__(trivia)
#               ^^^^^^^^ calls Item.__init__
class Listed(Item, list):
#            ^^^^ extends Item
    def __init__(self, value, trivia):
        list.__init__(self, value)
        super().__init__(trivia)
#               ^^^^^^^^ calls Item.__init__
outside.start(String, Number, Table, Listed)

## attributes that a metaclass's __new__ gives the class that is made
import outside
class Manager:
    def all(self): pass
class Other:
    def all(self): pass
class Base(type):
    def __new__(cls, name, bases, attrs):
        made = super().__new__(cls, name, bases, attrs)
        made.objects = Manager()
#                      ^^^^^^^ calls Manager
        return made
class Plain: pass
Model = Base("Model", (Plain,), {})
#       ^^^^ calls Base, Base.__new__
def run():
    Model.objects.all()
#                 ^^^ calls Manager.all
outside.start(run)

## a metaclass's __new__ that returns something else
import outside
class A:
    def m(self): pass
class Wrapper:
    def __init__(self, made): self.made = made
    def go(self): self.made().m()
#                      ^ calls A.m
class Meta(type):
    def __new__(m, n, b, ns): return Wrapper(type.__new__(m, n, b, ns))
#                                    ^^^^^^^ calls Wrapper, Wrapper.__init__
X = Meta("X", (A,), {})
#   ^^^^ calls Meta, Meta.__new__
def run(): X.go()
#            ^^ calls Wrapper.go
outside.start(run)

## what a class of texts, numbers or items is made of
import outside
class V:
    def go(self): pass
    def __str__(self): return ""
    def __int__(self): return 1
class W:
    def go(self): pass
class Node:
    def __init__(self, *a): pass
class Seq(tuple, Node):
#                ^^^^ extends Node
    def each(self):
        for v in self: v.go()
#                        ^^ calls V.go
class S(str, Node): pass
#            ^^^^ extends Node
class I(int, Node): pass
#            ^^^^ extends Node
def run():
    Seq([V()]).each()
#   ^ calls Node.__init__, Seq, Seq.each, V
    Seq([V()])[0].go()
#   ^ calls Node.__init__, Seq, V, V.go
def texts():
    S(V())
#   ^ calls Node.__init__, S, V, V.__str__
    I(V())
#   ^ calls I, Node.__init__, V, V.__int__
outside.start(run, texts)

## fields of a named tuple beside a base with an __init__
import outside
from collections import namedtuple
class V:
    def go(self): pass
class W:
    def go(self): pass
class Mix:
    def __init__(self, *a): pass
class U(namedtuple("U", "x"), Mix):
#                             ^^^ extends Mix
    def m(self): self.x.go()
#                       ^^ calls V.go
P = namedtuple("P", "x y")
class Own(P):
    def __init__(self, x, y): self.z = W()
#                                      ^ calls W
def run():
    U(V()).m()
#   ^ calls Mix.__init__, U, U.m, V
    Own(V(), 1).x.go()
#   ^^^ calls Own, Own.__init__, V, V.go
outside.start(run)


## one class stands for all that a function makes, of which two may be the bases of another, or one the base of the next
import outside
class Reader:
    def go(self):
        self.write()
#            ^^^^^ calls Writer.write
class Writer:
    def write(self): pass
def wrap(base):
    class Wrapped(base): pass
#   ^ extends(heuristic) Reader, Writer
    return Wrapped
class Both(wrap(Reader), wrap(Writer)): pass
#          ^^^^ calls wrap
#^ extends wrap.Wrapped
class Base: pass
class Helper:
    def helper(self): pass
class Goer:
    def go(self):
        self.helper()
#            ^^^^^^ calls Helper.helper
def add(base, mixin):
    class New(mixin, base): pass
#   ^ extends Base
#   ^ extends(heuristic) Goer, Helper
    return New
Stacked = add(add(Base, Helper), Goer)
#         ^^^ calls add
outside.start(Both, Stacked)


## classes out of one table are bases at two places
import outside
TABLE = {}
def register(cls):
    TABLE[cls.__name__] = cls
    return cls
class First:
    def go(self):
        self.help()
#            ^^^^ calls Second.help
class Second:
    def help(self): pass
register(First)
#^^^^^^^ calls register
register(Second)
#^^^^^^^ calls register
class Both(TABLE['First'], TABLE['Second']): pass
#                 ^^^^^ extends(heuristic) First, Second
outside.start(Both)
