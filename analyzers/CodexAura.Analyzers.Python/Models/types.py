class FunctionType: ...


LambdaType = FunctionType


def MethodType(func, obj): ...
def coroutine(func): return func


class SimpleNamespace: ...


class DynamicClassAttribute(property): ...


def MappingProxyType(mapping): return mapping
