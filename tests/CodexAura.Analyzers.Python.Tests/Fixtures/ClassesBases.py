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
