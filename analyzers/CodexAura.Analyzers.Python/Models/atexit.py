def register(func, /, *args, **kwargs):
    func(*args, **kwargs)
    return func


def unregister(func): ...
