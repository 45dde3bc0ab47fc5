## a descriptor gives a class something else than an instance
import functools
import outside


class ClassOrInstance:
    def __init__(self, of_class, of_instance):
        self.of_class = of_class
        self.of_instance = of_instance

    def __get__(self, instance, owner):
        if instance is None:
            return functools.partial(self.of_class, owner)
        return functools.partial(self.of_instance, instance)


class Registering:
    def for_class(cls, lookup):
        pass

    def for_instance(self, lookup):
        pass

    register = ClassOrInstance(for_class, for_instance)
#              ^^^^^^^^^^^^^^^ calls ClassOrInstance, ClassOrInstance.__init__


class Field(Registering):
#           ^^^^^^^^^^^ extends Registering
    pass


def of_class():
    Field.register(outside.lookup)
#   ^ calls ClassOrInstance.__get__, Registering.for_class


def of_instance():
    Field().register(outside.lookup)
#   ^ calls ClassOrInstance.__get__, Field, Registering.for_instance


class Value:
    def compute(self):
        pass


class Lazy:
    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return Value()
#              ^^^^^ calls Value

    def compute(self):
        pass


class Page:
    value = Lazy()
#           ^^^^ calls Lazy


def read(page: Page):
    Page().value.compute()
#   ^ calls Lazy.__get__, Page, Value.compute
    Page.value.compute()
#   ^ calls Lazy.__get__, Lazy.compute
    page.value.compute()
#   ^ calls Lazy.__get__, Value.compute


outside.start(of_class, of_instance, read)
