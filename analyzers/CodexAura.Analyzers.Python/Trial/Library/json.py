class JSONDecodeError(ValueError):
    pass


def _encode(value, default):
    if value is None or isinstance(value, (str, int, float)) or _isunknown(value):
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            _encode(inner, default)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            _encode(inner, default)
    elif default is None:
        raise TypeError("not serializable")
    else:
        _encode(default(value), default)


def dumps(value, *, default=None, cls=None, indent=None, sort_keys=False, separators=None, ensure_ascii=True, **options):
    if cls is not None:
        _stop("an encoder of the program's")
    _encode(value, default)
    return _unknown()


def dump(value, file, **options):
    return dumps(value, **options)


def loads(text, *, object_hook=None, cls=None, **options):
    if cls is not None:
        _stop("a decoder of the program's")
    if object_hook is not None and _unknown:
        return object_hook(_unknown)
    return _unknown()


load = loads
JSONEncoder = JSONDecoder = _unknown
