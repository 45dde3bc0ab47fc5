class JSONEncoder:
    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None,
                 separators=None, default=None):
        self._default = default

    def default(self, o): ...

    def encode(self, o) -> str:
        self.default(o)
        given = self._default
        given(o)

    def iterencode(self, o, _one_shot=False) -> list[str]:
        self.default(o)
        given = self._default
        given(o)


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self._hook = object_hook
        self._pairs = object_pairs_hook

    def decode(self, s):
        hook = self._hook
        pairs = self._pairs
        return hook({}) or pairs([])


def dumps(obj, *, cls=None, default=None, sort_keys=False, indent=None, ensure_ascii=True, separators=None, **kw) -> str:
    default(obj)
    encoder = cls()
    encoder.default(obj)


def dump(obj, fp, *, cls=None, default=None, sort_keys=False, indent=None, ensure_ascii=True, separators=None, **kw):
    default(obj)
    encoder = cls()
    encoder.default(obj)
    fp.write("")


def loads(s, *, cls=None, object_hook=None, object_pairs_hook=None, **kw):
    cls()
    return object_hook({}) or object_pairs_hook([])


def load(fp, *, cls=None, object_hook=None, object_pairs_hook=None, **kw):
    cls()
    fp.read()
    return object_hook({}) or object_pairs_hook([])


class JSONDecodeError(ValueError): ...
