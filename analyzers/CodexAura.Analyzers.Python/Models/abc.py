class ABCMeta(type):
    def register(cls, subclass): return subclass


class ABC(metaclass=ABCMeta): ...


def abstractmethod(f): return f
def abstractproperty(f): return property(f)
def abstractclassmethod(f): return classmethod(f)
def abstractstaticmethod(f): return staticmethod(f)
