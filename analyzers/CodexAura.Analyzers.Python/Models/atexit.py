def register(func, /, *args, **kwargs):
    # Runs when the interpreter ends, not here.
    return func


def unregister(func): ...
