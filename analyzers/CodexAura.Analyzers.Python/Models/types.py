def MethodType(func, obj): ...
def coroutine(func): return func


class SimpleNamespace:
    def __init__(self, **kwargs): ...


class DynamicClassAttribute(property): ...


def MappingProxyType(mapping): return mapping
