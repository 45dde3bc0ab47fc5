from importlib import import_module as _import_module


def import_string(dotted_path):
    parts = dotted_path.rsplit(".", 1)
    return getattr(_import_module(parts[0]), parts[1])
