class Token: ...


class ContextVar:
    def __init__(self, name, *, default=None): self._value = default
    def get(self, default=None): return self._value or default

    def set(self, value):
        self._value = value
        return Token()

    def reset(self, token): ...


class Context:
    def run(self, callable, *args, **kwargs): return callable(*args, **kwargs)
    def copy(self): return Context()


def copy_context(): return Context()
