"""Writes the names of the public methods of the classes of Python's standard library, one a line.

    python3 eng/standard-methods.py > analyzers/CodexAura.Analyzers.Python/Models/standard-methods.txt

A name that one of these bears says nothing of what an unknown object is (see Solver.ByShape.cs). Facts of the library alone, so that any
Python from 3.11 on gives nearly the same list.
"""
import importlib
import inspect
import pkgutil
import sys
import warnings

SKIPPED = ("test", "idlelib", "lib2to3", "turtledemo", "ensurepip", "antigravity", "this", "__main__", "venv", "pydoc_data", "distutils")


def modules():
    for name in sorted(sys.stdlib_module_names):
        if name.startswith("_") or name in SKIPPED:
            continue
        module = load(name)
        if module is None:
            continue
        yield module
        for info in pkgutil.iter_modules(getattr(module, "__path__", [])):
            if not info.name.startswith("_") and info.name not in SKIPPED and name != "encodings":
                inner = load(f"{name}.{info.name}")
                if inner is not None:
                    yield inner


def load(name):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return importlib.import_module(name)
    except BaseException:
        # What this platform lacks, or what needs a display, is left out.
        return None


def main():
    names = set()
    for module in modules():
        for cls in list(vars(module).values()):
            if inspect.isclass(cls):
                names.update(n for n, v in vars(cls).items() if not n.startswith("_") and n.isascii() and (callable(v) or isinstance(v, (staticmethod, classmethod))))
    print("\n".join(sorted(names)))


main()
