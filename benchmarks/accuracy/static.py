#!/usr/bin/env python3
"""Holds a graph's IMPORTS and EXTENDS against Python itself.

usage: static.py CLONE GRAPH.json [--path DIR]... [--list N] [--no-run]     (Python 3.12 or newer)

IMPORTS: every import statement of every file, resolved by Python's own path finder (importlib.machinery.PathFinder, part by part,
nothing is run) along the folder that makes the importing file's package importable, the folders of --path, and the clone. Required is the
file that the statement names: `from a import b` is a/b.py where that is a module, else a's own file. The packages above it, and files that
hand a re-exported name on, are right but not required.
EXTENDS: the modules are imported, and the __bases__ of the classes that are then alive are read. Modules that fail to import are named,
and their classes not judged; neither are classes inside functions, which do not live then. --no-run leaves this part out.
"""
import argparse
import ast
import contextlib
import gc
import importlib
import json
import os
import sys
import types
import typing
from importlib.machinery import PathFinder

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("clone")
parser.add_argument("graph")
parser.add_argument("--path", action="append", default=[], help="folder of the clone on sys.path, such as src")
parser.add_argument("--list", type=int, default=20, help="how many of the differences to print")
parser.add_argument("--no-run", action="store_true", help="import nothing: no EXTENDS")
options = parser.parse_args()
ROOT = os.path.realpath(options.clone)
SEARCH = [os.path.join(ROOT, p) for p in options.path] + [ROOT]

with open(options.graph, encoding="utf-8") as f:
    graph = json.load(f)
files = sorted(n["path"] for n in graph["nodes"] if n["type"] == "file" and n["path"].endswith(".py"))
classes = {n["id"] for n in graph["nodes"] if n["type"] == "class"}
edges = {kind: {(e["source"], e["target"]) for e in graph["edges"] if e["type"] == kind and e["confidence"] != "heuristic"}
         for kind in ("IMPORTS", "EXTENDS")}


def package_of(path):
    """The folder above a file's outermost package, and the file's dotted package."""
    folder, parts = os.path.dirname(os.path.join(ROOT, path)), []
    while os.path.isfile(os.path.join(folder, "__init__.py")):
        parts.insert(0, os.path.basename(folder))
        folder = os.path.dirname(folder)
    return folder, parts


def find(name, search):
    """The files of a dotted name, one for each part (None for a namespace package); empty when it is not in the clone."""
    found = []
    for part in name.split("."):
        spec = PathFinder.find_spec(part if not found else f"x.{part}", search)
        if spec is None:
            return []
        origin = os.path.realpath(spec.origin) if spec.origin and spec.has_location else None
        if origin and not origin.startswith(ROOT + os.sep):
            return []
        found.append(os.path.relpath(origin, ROOT) if origin else None)
        search = list(spec.submodule_search_locations or [])
    return found


statements = {}  # file: [(files of the module, imported name or None, file of the submodule of that name or None)]
for path in files:
    with open(os.path.join(ROOT, path), "rb") as f:
        try:
            tree = ast.parse(f.read())
        except (SyntaxError, ValueError):
            continue
    top, package = package_of(path)
    search = list(dict.fromkeys([top, *SEARCH]))
    rows = statements[path] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [(alias.name, None) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[:len(package) - node.level + 1] if node.level else []
            if node.level and not base:
                continue
            module = ".".join([*base, *(node.module or "").split(".")] if node.module else base)
            names = [(module, alias.name) for alias in node.names]
        else:
            continue
        for module, name in names:
            if module.partition(".")[0] in sys.stdlib_module_names and not find(module.partition(".")[0], [top]):
                continue
            found = find(module, search)
            sub = find(f"{module}.{name}", search) if found and name and name != "*" else []
            if found:
                rows.append((found, name, sub[-1] if sub else None))

required, allowed = set(), set()


def hands_on(path, name, seen):
    """The files through which a name comes that a module imports."""
    for found, imported, sub in statements.get(path, ()):
        target = sub or found[-1]
        if imported in (name, "*") and target and (target, name) not in seen:
            seen.add((target, name))
            hands_on(target, name, seen)
    return {t for t, _ in seen}


for path, rows in statements.items():
    for found, name, sub in rows:
        target = sub or found[-1]
        if target and target != path:
            required.add((f"{path}::file", f"{target}::file"))
        allowed |= {(f"{path}::file", f"{p}::file") for p in found if p}
        if name and target:
            allowed |= {(f"{path}::file", f"{p}::file") for p in hands_on(target, name, set())}


def report(kind, want, fine, judged):
    got = {e for e in edges[kind] if judged(e)}
    right, missed, wrong = got & want, sorted(want - got), sorted(got - want - fine)
    precision = len(right) / (len(right) + len(wrong)) if right or wrong else 1.0
    recall = len(right) / len(want) if want else 1.0
    print(f"{kind} right {len(right)} wrong {len(wrong)} missed {len(missed)}: precision {precision:.3f} recall {recall:.3f}")
    for title, rows in (("wrong", wrong), ("missed", missed)):
        for source, target in rows[:options.list]:
            print(f"  {title:7} {source} -> {target}")


known = {f"{p}::file" for p in statements}
report("IMPORTS", required, allowed, lambda e: e[0] in known and e[1].endswith(".py::file"))
if options.no_run:
    sys.exit()

failed = 0
for path in statements:
    top, package = package_of(path)
    stem = os.path.splitext(os.path.basename(path))[0]
    if stem in ("setup", "conf", "__main__") or not package and stem != "__init__" and top not in SEARCH and not stem.startswith("test"):
        continue
    sys.path[:0] = [p for p in [*SEARCH, top] if p not in sys.path]
    try:
        with contextlib.redirect_stdout(sys.stderr):
            importlib.import_module(".".join([*package, *([] if stem == "__init__" else [stem])]))
    except BaseException as error:  # Whatever a module does when it is imported.
        failed += 1
        print(f"  not imported: {path} ({type(error).__name__}: {str(error)[:80]})", file=sys.stderr)


def identity(cls):
    module = sys.modules.get(cls.__module__)
    path = os.path.realpath(getattr(module, "__file__", None) or "")
    return f"{os.path.relpath(path, ROOT)}::class::{cls.__qualname__}" if path.startswith(ROOT + os.sep) and "<locals>" not in cls.__qualname__ else None


live, want = set(), set()
for cls in [o for o in gc.get_objects() if isinstance(o, type)]:
    if (name := identity(cls)) in classes and f"{name}#2" not in classes:
        live.add(name)
        # Of a TypedDict all that is left in __bases__ is dict.
        bases = types.get_original_bases(cls) if typing.is_typeddict(cls) else cls.__bases__
        want |= {(name, base) for b in bases if isinstance(b, type) and (base := identity(b)) in classes}
print(f"{len(live)} classes alive, {failed} modules not imported")
report("EXTENDS", want, set(), lambda e: e[0] in live)
