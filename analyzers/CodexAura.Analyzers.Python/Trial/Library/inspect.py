isasyncgenfunction = isgeneratorfunction = isbuiltin = _unknown
iscoroutinefunction = _isasync


class Parameter:
    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = range(5)

    def __init__(self, name, kind, default, annotation):
        self.name, self.kind, self.default, self.annotation = name, kind, default, annotation


class Signature:
    empty = _empty

    def __init__(self, parameters, return_annotation):
        self.parameters = parameters
        self.return_annotation = return_annotation


def signature(function):
    if isinstance(function, type):
        rows = _signature(function.__init__)[1:]
    elif hasattr(function, "__self__"):
        rows = _signature(function.__func__)[1:]
    else:
        rows = _signature(function)
    return Signature({row[0]: Parameter(*row) for row in rows}, _unknown)


def isclass(value):
    return isinstance(value, type)


def isfunction(value):
    return type(value).__name__ == "function"


def ismethod(value):
    return type(value).__name__ == "method"


def ismodule(value):
    return type(value).__name__ == "module"


def iscoroutine(value):
    return type(value).__name__ == "coroutine"


def isgenerator(value):
    return type(value).__name__ == "generator"


def isabstract(value):
    return _unknown


def getmembers(value, predicate=None):
    found = []
    for name in dir(value):
        member = getattr(value, name, None)
        if predicate is None or predicate(member):
            found.append((name, member))
    return found


def getdoc(value):
    return value.__doc__


def stack():
    return _unknown


currentframe = getsource = getfile = getmodule = stack
