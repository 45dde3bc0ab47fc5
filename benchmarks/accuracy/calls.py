#!/usr/bin/env python3
"""Holds a graph against the calls that really happen while a project's own tests run.

usage: calls.py record CLONE --package DIR [--exclude DIR] [--path DIR] --out CALLS.json -- -m pytest tests     (Python 3.13 or newer)
       calls.py score  CALLS.json GRAPH.json [--list N] [--json]

record runs a module (-m NAME ARGS) or a script (FILE ARGS) inside the clone and writes down every call between functions of
the package: who called whom, on which line, and whether the callee's own name stands there (plain: `x.run()` reached a `run`),
does not (indirect: variables, tables, decorators), or no call is written at all (implicit: properties, operators, callbacks of C).
What libraries or generated code call for the package (through) happened, but is not asked for.
score prints recall for each of the three, and precision for each confidence. An edge is judged where every call expression on
its line ran: true when the pair happened; false when nothing of that name was reached; an `override` when a function of the same
name, or what the tests put in its place, was reached instead, which counts against the strict figure only. Heuristic edges count
only in their own row.
A call of what functools.wraps made, or a cache, is a call of what that wraps, too.
--package, --exclude and --path may be given more than once. A run that is interrupted (SIGINT) is written down as far as it came.
"""
import argparse
import ast
import collections
import functools
import json
import os
import runpy
import signal
import sys
import types
import typing
import weakref

GENERATORS = 0x20 | 0x80 | 0x200  # code flags: generator, coroutine, async generator
REALPATH, GETFRAME = os.path.realpath, sys._getframe  # tests replace these
FORMS = ("plain", "indirect", "implicit", "through")
STARTED_WHERE_CALLED = ("__iter__", "__aiter__", "__anext__", "__await__", "__aenter__", "__aexit__")
BEHIND = {types.MethodType: lambda m: m.__func__, functools.partial: lambda p: p.func,
          types.GenericAlias: lambda a: a.__origin__, type(typing.List[int]): lambda a: a.__origin__}
WRAPPERS = (types.FunctionType, type(functools.cache(len)))
PLAIN = (types.BuiltinFunctionType, type(str.join), type(object.__str__), type("".__str__))


def kind_of(thing):
    """Its class, or object where a metaclass may have its own mind of what is equal and what its hash is."""
    return type(thing) if type(type(thing)) is type else object


def unwrapped(function):
    """The functions that a call of this one stands for: itself, and what functools.wraps and caches say that it wraps."""
    seen = []
    while kind_of(function) in WRAPPERS and not any(function is f for f in seen):
        seen.append(function)
        function = function.__dict__.get("__wrapped__")
    return (f for f in seen if type(f) is types.FunctionType)


class Source:
    """One file: the ids of its definitions, and its call expressions by where they end."""

    def __init__(self, root, path):
        with open(os.path.join(root, path), encoding="utf-8-sig") as f:
            tree = ast.parse(f.read())
        self.path, self.defs, self.classes, self.calls, self.spans = path, {}, set(), {}, []
        self.by_owner = collections.defaultdict(list)
        self._read(tree, [], f"{path}::file")

    def _read(self, node, names, owner):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                kind = "class" if isinstance(child, ast.ClassDef) else "function"
                identity = f"{self.path}::{kind}::{'.'.join([*names, child.name])}"
                first = min([child.lineno] + [d.lineno for d in child.decorator_list])
                self.defs[first, child.name] = identity
                if kind == "class":
                    self.classes.add(identity)
                if kind == "function":
                    self.spans.append((first, child.end_lineno, identity))
                for part in child.decorator_list:
                    self._read(ast.Expr(part), names, owner)
                inner = identity if kind == "function" else owner
                self._read(ast.Module([*child.body], []), [*names, child.name], inner)
                continue
            if isinstance(child, ast.Call):
                f = child.func
                name = f.id if isinstance(f, ast.Name) else f.attr if isinstance(f, ast.Attribute) else None
                self.calls[child.end_lineno, child.end_col_offset] = (child.lineno, name)
                self.by_owner[owner].append((child.lineno, child.end_lineno, child.end_col_offset, name))
            self._read(child, names, owner)

    def id_of(self, code):
        if code.co_name == "<module>":
            return f"{self.path}::file"
        known = self.defs.get((code.co_firstlineno, code.co_name))
        if known and "::function::" in known:
            return known
        # Lambdas, comprehensions and class bodies belong to the function around them.
        around = [s for s in self.spans if s[0] <= code.co_firstlineno <= s[1]]
        return max(around)[2] if around else f"{self.path}::file"

    def is_function(self, code):
        return "::function::" in self.defs.get((code.co_firstlineno, code.co_name), "")


def attribute(cls, name):
    """What a class has under a name, without running what a descriptor or metaclass has to say to that."""
    spaces = (type.__getattribute__(c, "__dict__") for c in type.__getattribute__(cls, "__mro__"))
    return next((space[name] for space in spaces if name in space), None)


def beneath(path, places):
    return any(path == p or path.startswith(p + "/") for p in places)


class Recorder:
    def __init__(self, root, packages, exclude):
        self.packages = [os.path.normpath(p).replace(os.sep, "/") for p in packages]
        self.exclude = [os.path.normpath(p).replace(os.sep, "/") for p in exclude]
        self.sources, self.ids, self.classes, self.places, self.files, self.keep, self.seen = {}, {}, {}, {}, [], [], set()
        self.edges, self.reached, self.ran, self.inits = set(), collections.defaultdict(set), set(), {}
        self.root = os.path.abspath(root) + os.sep
        self._read(self.root)

    def _read(self, root):
        """Reads the package before anything runs: tests put other things in the place of open, os.path and the working folder."""
        for package in self.packages:
            top = os.path.join(root, package)
            files = [top] if os.path.isfile(top) else [os.path.join(d, f) for d, _, names in os.walk(top) for f in names if f.endswith(".py")]
            for full in files:
                path = os.path.relpath(full, root).replace(os.sep, "/")
                if beneath(path, self.exclude):
                    continue
                try:
                    source = Source(root, path)
                except (SyntaxError, UnicodeDecodeError):
                    continue  # a template, or Python 2: nothing of it can run
                self.sources[full] = self.sources[os.path.realpath(full)] = source
                self.files.append(source)

    def source(self, filename):
        if filename not in self.sources:
            self.sources[filename] = self.sources.get(REALPATH(filename))
        return self.sources[filename]

    def known(self, code):
        """(source, id) of code of the package, else None."""
        if id(code) not in self.ids:
            self.keep.append(code)
            source = self.source(code.co_filename)
            self.ids[id(code)] = (source, source.id_of(code)) if source else None
        return self.ids[id(code)]

    def place(self, code, offset):
        places = self.places.get(id(code))
        if places is None:
            self.keep.append(code)
            places = self.places[id(code)] = [(end, column) for _, end, _, column in code.co_positions()]
        return places[offset // 2]

    def on_call(self, code, offset, callee, _):
        caller = self.known(code)
        if caller is None:
            return sys.monitoring.DISABLE
        # Most calls were seen before, in the same place. Function objects come and go; their code stays, so that its number tells.
        if type(callee) is types.MethodType:
            callee = callee.__func__
        kind = kind_of(callee)
        plain = kind is types.FunctionType and "__wrapped__" not in callee.__dict__
        key = (id(code), offset, id(callee.__code__) if plain else kind if kind in PLAIN else None)
        if key in self.seen:
            return None
        source, owner = caller
        self.ran.add(owner)
        place = self.place(code, offset)
        # isinstance would ask the object for its __class__, which runs lazy objects and proxies; so would getattr below.
        while kind_of(callee) in BEHIND:
            callee = BEHIND[type(callee)](callee)
        line, text = source.calls.get(place) or (code.co_firstlineno, None)
        reached, called = [], callee
        stand_in = attribute(type(callee), "__module__") == "unittest.mock"
        if kind_of(callee) not in WRAPPERS and not issubclass(type(callee), type):
            called = attribute(type(callee), "__call__")
        if kind_of(called) in WRAPPERS:
            functions = list(unwrapped(called))
            for function in functions:
                self.keep.append(function.__code__)
                found = self.known(function.__code__)
                if found and found[0].is_function(function.__code__):
                    reached.append((found[1], function.__code__.co_name))
                elif not found and function.__code__.co_filename.startswith(self.root):
                    stand_in = True
        elif issubclass(type(callee), type) and (identity := self.class_id(callee)):
            reached.append((identity, type.__getattribute__(callee, "__name__")))
        # What a test puts in the place of something is held to be of the name that is written.
        self.reached[owner, place].update([target for target, _ in reached] or ["::" + (text or "") if stand_in else ""])
        for target, name in reached:
            # A with statement runs the end of its block from where its call expression stands.
            form = "plain" if text == name else "implicit" if name in ("__exit__", "__aexit__") else "indirect"
            self.edges.add((owner, target, line, form))
        if key[2] is not None:
            self.seen.add(key)
        return None

    def class_id(self, cls):
        known = self.classes.get(id(cls))
        if known and known[0]() is cls:
            return known[1]
        own = type.__getattribute__(cls, "__dict__")
        module = sys.modules.get(own["__module__"]) if type(own.get("__module__")) is str else None
        names = types.ModuleType.__getattribute__(module, "__dict__") if issubclass(type(module), types.ModuleType) else {}
        qualified, name = (type.__getattribute__(cls, n).replace(".<locals>", "") for n in ("__qualname__", "__name__"))
        # Some packages tell of their public classes that another module has them; then the line tells.
        sources = [s for s in (self.source(names.get("__file__") or ""),) if s and f"{s.path}::class::{qualified}" in s.classes]
        sources = sources or [s for s in self.files if s.defs.get((own.get("__firstlineno__"), name)) == f"{s.path}::class::{qualified}"]
        identity = f"{sources[0].path}::class::{qualified}" if len(sources) == 1 else None
        init = attribute(cls, "__init__")
        if identity and type(init) is types.FunctionType and (found := self.known(init.__code__)):
            self.inits[identity] = found[1]
        self.classes[id(cls)] = (weakref.ref(cls), identity)
        return identity

    def on_start(self, code, _):
        callee = self.known(code)
        if callee is None:
            return sys.monitoring.DISABLE
        # A generator starts where it is first asked for something, which is where it was called only if the language does both.
        if not callee[0].is_function(code) or code.co_flags & GENERATORS and code.co_name not in STARTED_WHERE_CALLED:
            return None
        frame, form = GETFRAME(1).f_back, "implicit"
        key = (id(frame and frame.f_code), frame and frame.f_lasti, id(code), "started")
        if key in self.seen:
            return None
        while frame and not (caller := self.known(frame.f_code)):
            if frame.f_code.co_filename.startswith(self.root):
                return None  # a test calls
            key = None
            frame, form = frame.f_back, "through"
        if frame:
            # Only where a call was seen: `a or f()`, which asks a for its truth, ends where f() does.
            site = (caller[1], self.place(frame.f_code, frame.f_lasti))
            if site in self.reached:
                self.reached[site].add(callee[1])
            self.edges.add((caller[1], callee[1], frame.f_lineno, form))
            if key:
                self.seen.add(key)
        return None

    def write(self, out):
        strongest = {}
        for source, target, line, form in sorted(self.edges):
            strongest.setdefault((source, target), []).append((FORMS.index(form), line, form))
        sites = []
        for source in self.files:
            for owner, calls in source.by_owner.items():
                if owner not in self.ran:
                    continue
                for first, last, column, name in calls:
                    reached = self.reached.get((owner, (last, column)))
                    sites.append([owner, first, last, name, None if reached is None else sorted(reached)])
        # Whole or not at all: a run with a time limit may be killed meanwhile.
        with open(out + ".part", "w", encoding="utf-8") as f:
            json.dump({"packages": self.packages, "exclude": self.exclude, "python": sys.version.split()[0], "ran": sorted(self.ran),
                       "inits": self.inits, "edges": [[s, t, min(v)[1], min(v)[2]] for (s, t), v in strongest.items()],
                       "implicit": sorted([s, t, line] for s, t, line, form in self.edges if form == "implicit"), "sites": sites}, f, indent=0)
        os.replace(out + ".part", out)


def record(args):
    out, process, command = os.path.abspath(args.out), os.getpid(), args.command
    os.chdir(args.clone)
    # Python put the folder of this script first, whose modules are none of the project's.
    sys.path[0] = os.path.abspath("." if command[0] == "-m" else os.path.dirname(command[0]))
    for path in [*args.path, "."]:
        sys.path.insert(0, os.path.abspath(path))
    recorder = Recorder(".", args.package, args.exclude)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # shells have it ignored in what they start in the background
    monitoring = sys.monitoring
    monitoring.use_tool_id(3, "calls")
    monitoring.register_callback(3, monitoring.events.CALL, recorder.on_call)
    monitoring.register_callback(3, monitoring.events.PY_START, recorder.on_start)
    monitoring.set_events(3, monitoring.events.CALL | monitoring.events.PY_START)
    try:
        if command[0] == "-m":
            sys.argv = command[1:]
            runpy.run_module(command[1], run_name="__main__", alter_sys=True)
        else:
            sys.argv = command
            runpy.run_path(command[0], run_name="__main__")
    except SystemExit as e:
        print("the run ended with", e.code)
    finally:
        monitoring.set_events(3, 0)
        if os.getpid() == process:  # and no child that a test forked
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            recorder.write(out)


def simple(identity):
    parts = identity.split("::")[-1].split("#")[0].split(".")
    return parts[-2] if len(parts) > 1 and parts[-1] in ("__init__", "__new__") else parts[-1]


def judge(calls, graph):
    """What a graph finds of the calls that were recorded: recall by form, verdicts by confidence, and the edges missed and false."""
    with open(calls, encoding="utf-8") as f:
        truth = json.load(f)
    with open(graph, encoding="utf-8") as f:
        graph = json.load(f)
    packages, exclude = truth["packages"], truth["exclude"]
    inside = lambda i: beneath(i.split("::")[0], packages) and not beneath(i.split("::")[0], exclude)
    inits = collections.defaultdict(list)
    for c, i in truth["inits"].items():
        inits[i].append(c)
    given = {}
    for e in graph["edges"]:
        if e["type"] == "CALLS":
            given.setdefault((e["source"].split("#")[0], e["target"].split("#")[0]), []).append((e["confidence"], e.get("lines") or [e["line"]]))
    stated = {k for k, v in given.items() if any(c != "heuristic" for c, _ in v)}
    happened, recall, missed = set(), collections.defaultdict(lambda: [0, 0]), []
    for s, t, line, form in truth["edges"]:
        happened.add((s, t))
        if t in truth["inits"]:
            happened.add((s, truth["inits"][t]))
        if form == "through" or form == "implicit" and any((s, c) in happened for c in inits.get(t, ())):
            continue
        hit = (s, t) in stated or (s, truth["inits"].get(t)) in stated or any((s, c) in stated for c in inits.get(t, ()))
        recall[form][0] += hit
        recall[form][1] += 1
        if not hit and form != "implicit":
            missed.append((form, s, line, t))
    properties = {(s, line, simple(t)) for s, t, line in truth["implicit"]}
    ran, sites = set(truth["ran"]), collections.defaultdict(list)
    for owner, first, last, name, reached in truth["sites"]:
        sites[owner].append((first, last, name, reached))
    judged, false = collections.defaultdict(collections.Counter), []
    for (s, t), rows in sorted(given.items()):
        if not (inside(s) and inside(t)) or s not in ran:
            continue
        for confidence, lines in rows:
            if (s, t) in happened:
                judged[confidence]["true"] += 1
                continue
            verdict = None
            for line in lines:
                here = [x for x in sites[s] if x[0] <= line <= x[1]]
                use = [x for x in here if x[2] == simple(t)] or here
                if not use or any(x[3] is None for x in use):
                    verdict = "unknown"
                    break
                same = (s, line, simple(t)) in properties or any(simple(r) == simple(t) for x in use for r in x[3] if r)
                verdict = "override" if same or verdict == "override" else "false"
            judged[confidence][verdict or "unknown"] += 1
            if verdict == "false":
                false.append((confidence, s, lines[0], t))
    judged["exact+inferred"] = judged["exact"] + judged["inferred"]
    return {"recall": {form: recall[form] for form in FORMS[:3]},
            "precision": {c: {v: judged[c][v] for v in ("true", "false", "override", "unknown")}
                          for c in ("exact+inferred", "exact", "inferred", "heuristic")},
            "missed": missed, "false": false}


def score(args):
    result = judge(args.calls, args.graph)
    if args.json:
        json.dump(result, sys.stdout, indent=1)
        return
    for form, (hit, total) in result["recall"].items():
        print(f"recall {form:<10}{hit:>6} of {total:<6}{hit / (total or 1):.3f}")
    print(f"{'precision':<17}{'true':>6}{'false':>7}{'override':>10}{'not judged':>12}{'lenient':>9}{'strict':>8}")
    for name, c in result["precision"].items():
        lenient, strict = c["true"] / ((c["true"] + c["false"]) or 1), c["true"] / ((c["true"] + c["false"] + c["override"]) or 1)
        print(f"{name:<17}{c['true']:>6}{c['false']:>7}{c['override']:>10}{c['unknown']:>12}{lenient:>9.3f}{strict:>8.3f}")
    for title in ("missed", "false"):
        for row in result[title][:args.list]:
            print(title, *row)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="what", required=True)
    r = commands.add_parser("record")
    r.add_argument("clone")
    r.add_argument("--package", action="append", required=True, help="folder or file of the project's own source")
    r.add_argument("--exclude", action="append", default=[], help="folder or file in it that is left out, such as its tests")
    r.add_argument("--path", action="append", default=[], help="folder to put on sys.path")
    r.add_argument("--out", required=True)
    s = commands.add_parser("score")
    s.add_argument("calls")
    s.add_argument("graph")
    s.add_argument("--list", type=int, default=0, help="how many missed and false edges to print")
    s.add_argument("--json", action="store_true", help="print all of it as JSON")
    own = sys.argv[1:sys.argv.index("--")] if "--" in sys.argv else sys.argv[1:]
    args = parser.parse_args(own)
    args.command = sys.argv[len(own) + 2:]
    if args.what == "record" and len(args.command) < 1 + (args.command[:1] == ["-m"]):
        parser.error("record needs what to run, after --: -m MODULE ARGS, or FILE ARGS")
    record(args) if args.what == "record" else score(args)


if __name__ == "__main__":
    main()
