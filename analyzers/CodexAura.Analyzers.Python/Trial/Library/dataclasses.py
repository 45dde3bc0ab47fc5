def asdict(thing):
    if hasattr(type(thing), "__dataclass_fields__"):
        return {name: asdict(getattr(thing, name)) for name in type(thing).__dataclass_fields__}
    if isinstance(thing, (list, tuple)):
        return [asdict(item) for item in thing]
    if isinstance(thing, dict):
        return {key: asdict(value) for key, value in thing.items()}
    return thing


def astuple(thing):
    return tuple([getattr(thing, name) for name in type(thing).__dataclass_fields__])


def replace(thing, /, **changes):
    cls = type(thing)
    for name in cls.__dataclass_fields__:
        if name not in changes and _isinit(cls, name):
            changes[name] = getattr(thing, name)
    return cls(**changes)


def is_dataclass(value):
    return hasattr(value if isinstance(value, type) else type(value), "__dataclass_fields__")


class Field:
    def __init__(self, name):
        self.name = name
        self.type = self.default = self.metadata = self.init = _unknown


def fields(value):
    cls = value if isinstance(value, type) else type(value)
    return tuple([Field(name) for name in cls.__dataclass_fields__])


class FrozenInstanceError(AttributeError):
    pass
