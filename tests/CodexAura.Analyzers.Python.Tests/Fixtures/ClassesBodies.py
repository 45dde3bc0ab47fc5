## What a metaclass puts into the body of a class is an attribute of each
class Options:
    def run(self): pass
class Other:
    def run(self): pass
class Meta(type):
    def __new__(mcs, name, bases, attrs):
        attrs["_options"] = Options()
#                           ^^^^^^^ calls Options
        return super().__new__(mcs, name, bases, attrs)
class Model(metaclass=Meta):
#^ calls Meta.__new__
    def go(self):
        self._options.run()
#                     ^^^ calls Options.run
class Below(Model):
#^ calls Meta.__new__
#           ^^^^^ extends Model
    def go(self):
        self._options.run()
#                     ^^^ calls Options.run
class Beside:
    def go(self):
        self._options.run()

## also into a dictionary that it makes of it
class Options:
    def run(self): pass
class Meta(type):
    def __new__(mcs, name, bases, attrs):
        made = dict(attrs)
        made["_options"] = Options()
#                          ^^^^^^^ calls Options
        return type.__new__(mcs, name, bases, made)
class Model(metaclass=Meta):
#^ calls Meta.__new__
    def go(self):
        self._options.run()
#                     ^^^ calls Options.run

## A metaclass collects what stands in the bodies
class Field:
    def clean(self): pass
class Text(Field):
#          ^^^^^ extends Field
    def clean(self): pass
class Stray:
    def clean(self): pass
class Meta(type):
    def __new__(mcs, name, bases, attrs):
        fields = {}
        for key, value in attrs.items():
            if isinstance(value, Field):
                fields[key] = value
        attrs["fields"] = fields
        return super().__new__(mcs, name, bases, attrs)
class Form(metaclass=Meta):
#^ calls Meta.__new__
    def clean(self):
        for field in self.fields.values():
            field.clean()
#                 ^^^^^ calls Text.clean
class Login(Form):
#^ calls Meta.__new__
#           ^^^^ extends Form
    name = Text()
#          ^^^^ calls Text
    stray = Stray()
#           ^^^^^ calls Stray

## in __init__ as well
class Field:
    def clean(self): pass
class Meta(type):
    def __init__(cls, name, bases, attrs):
        cls.fields = [value for value in attrs.values() if isinstance(value, Field)]
        super().__init__(name, bases, attrs)
class Form(metaclass=Meta):
#^ calls Meta.__init__
    def clean(self):
        for field in self.fields:
            field.clean()
#                 ^^^^^ calls Field.clean
class Login(Form):
#^ calls Meta.__init__
#           ^^^^ extends Form
    name = Field()
#          ^^^^^ calls Field

## What bears a name in the body is found by it
class Settings:
    def __init__(self, meta): self.meta = meta
    def apply(self):
        self.meta.order()
#                 ^^^^^ calls Post.Meta.order
class Meta(type):
    def __new__(mcs, name, bases, attrs):
        attrs["_settings"] = Settings(attrs.pop("Meta", None))
#                            ^^^^^^^^ calls Settings, Settings.__init__
        return super().__new__(mcs, name, bases, attrs)
class Model(metaclass=Meta): pass
#^ calls Meta.__new__
class Post(Model):
#^ calls Meta.__new__
#          ^^^^^ extends Model
    class Meta:
        @staticmethod
        def order(): pass
    class Unasked:
        @staticmethod
        def order(): pass

## A metaclass of something unknown makes the class all the same
from outside import ModelBase, Base
class Options:
    def run(self): pass
class Manager:
    def find(self): pass
class Meta(ModelBase):
    def __new__(mcs, name, bases, attrs):
        attrs["_options"] = Options()
#                           ^^^^^^^ calls Options
        cls = super().__new__(mcs, name, bases, attrs)
        cls = mcs.register(cls)
#                 ^^^^^^^^ calls Meta.register
        return cls
    @classmethod
    def register(mcs, cls):
        cls.manager = Manager()
#                     ^^^^^^^ calls Manager
        return cls
class Model(Base, metaclass=Meta):
#^ calls Meta.__new__
    def go(self):
        self._options.run()
#                     ^^^ calls Options.run
        self.manager.find()
#                    ^^^^ calls Manager.find
class Below(Model):
#^ calls Meta.__new__
#           ^^^^^ extends Model
    @classmethod
    def all(cls):
        cls.manager.find()
#                   ^^^^ calls Manager.find

## What a metaclass puts back in its place is what the class has
def checked(f):
    def run(text):
        return f(text)
#       ^ calls Lexer.guess, Python.guess
    return staticmethod(run)
class Meta(type):
    def __new__(mcs, name, bases, attrs):
        if "guess" in attrs:
            attrs["guess"] = checked(attrs["guess"])
#                            ^^^^^^^ calls checked
        return type.__new__(mcs, name, bases, attrs)
class Lexer(metaclass=Meta):
#^ calls Meta.__new__
    def guess(text): pass
class Python(Lexer):
#^ calls Meta.__new__
#            ^^^^^ extends Lexer
    def guess(text): pass
class Cython(Python): pass
#^ calls Meta.__new__
#            ^^^^^^ extends Python
def use():
    Python.guess("x")
#   ^ calls checked.run
    Cython.guess("x")
#   ^ calls checked.run

## but where nobody knows what it makes of it, it is still there
from outside import checked
class Meta(type):
    def __new__(mcs, name, bases, attrs):
        attrs["guess"] = checked(attrs["guess"])
        return type.__new__(mcs, name, bases, attrs)
class Lexer(metaclass=Meta):
#^ calls Meta.__new__
    def guess(self): pass
def use(lexer: Lexer):
    lexer.guess()
#         ^^^^^ calls Lexer.guess

## and where it is only given what it lacks
class Meta(type):
    def __new__(mcs, name, bases, attrs):
        if "guess" not in attrs:
            attrs["guess"] = usual
        return type.__new__(mcs, name, bases, attrs)
def usual(self): pass
class Own(metaclass=Meta):
#^ calls Meta.__new__
    def guess(self): pass
class Lazy(metaclass=Meta): pass
#^ calls Meta.__new__
def use():
    Own().guess()
#   ^^^ calls Own, Own.guess
    Lazy().guess()
#   ^^^^ calls Lazy, usual

## __set_name__ is told the class
class Registry:
    @classmethod
    def register(cls, owner): pass
class Field:
    def __set_name__(self, owner, name):
        owner.register(self)
#             ^^^^^^^^ calls Registry.register
class Form(Registry):
#^ calls Field.__set_name__
#          ^^^^^^^^ extends Registry
    name = Field()
#          ^^^^^ calls Field
class Other:
    @classmethod
    def register(cls, owner): pass

## What __init__ puts into the body comes too late
def wrap(f):
    def run(self):
        return f(self)
#       ^ calls Task.run
#       ^ calls(heuristic) wrap.run
    return run
class Meta(type):
    def __init__(cls, name, bases, attrs):
        attrs["run"] = wrap(attrs["run"])
#                      ^^^^ calls wrap
class Task(metaclass=Meta):
#^ calls Meta.__init__
    def run(self): pass
def use(task: Task):
    task.run()
#        ^^^ calls Task.run

## The class that names the metaclass may be left as it is
def wrap(f):
    def run(self):
        return f(self)
#       ^ calls Quick.run, Task.run
    return run
class Meta(type):
    def __new__(mcs, name, bases, attrs):
        if bases:
            attrs["run"] = wrap(attrs["run"])
#                          ^^^^ calls wrap
        return super().__new__(mcs, name, bases, attrs)
class Task(metaclass=Meta):
#^ calls Meta.__new__
    def run(self): pass
class Quick(Task):
#^ calls Meta.__new__
#           ^^^^ extends Task
    def run(self): pass
def use(task: Task):
    task.run()
#        ^^^ calls Task.run, wrap.run
