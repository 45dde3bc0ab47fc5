#!/usr/bin/env python3
"""Holds a graph against the calls that really happen while a project's own tests run.

usage: calls.py record CLONE --package DIR [--path DIR] --out CALLS.json -- -m pytest tests     (Python 3.13 or newer)
       calls.py score  CALLS.json GRAPH.json [--list N]

record runs a module (-m NAME ARGS) or a script (FILE ARGS) inside the clone and writes down every call between functions of
the package: who called whom, on which line, and whether the callee's own name stands there (plain: `x.run()` reached a `run`),
does not (indirect: variables, tables, decorators), or no call is written at all (implicit: properties, operators, callbacks of C).
score prints recall for each of the three, and precision for each confidence. An edge is judged where every call expression on
its line ran: true when the pair happened; false when nothing of that name was reached; an `override` when a function of the same
name was reached instead, which counts against the strict figure only. Heuristic edges count only in their own row.
"""
import argparse
import ast
import collections
import json
import os
import runpy
import sys
import types

GENERATORS = 0x20 | 0x80 | 0x200  # code flags: generator, coroutine, async generator


class Source:
    """One file: the ids of its definitions, and its call expressions by where they end."""

    def __init__(self, root, path):
        with open(os.path.join(root, path), encoding="utf-8-sig") as f:
            tree = ast.parse(f.read())
        self.path, self.defs, self.calls, self.spans = path, {}, {}, []
        self.by_owner = collections.defaultdict(list)
        self._read(tree, [], f"{path}::file")

    def _read(self, node, names, owner):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                kind = "class" if isinstance(child, ast.ClassDef) else "function"
                identity = f"{self.path}::{kind}::{'.'.join([*names, child.name])}"
                first = min([child.lineno] + [d.lineno for d in child.decorator_list])
                self.defs[first, child.name] = identity
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


class Recorder:
    def __init__(self, root, package):
        self.root, self.package = os.path.realpath(root) + os.sep, package.rstrip("/")
        self.sources, self.ids, self.places, self.keep, self.seen = {}, {}, {}, [], set()
        self.edges, self.reached, self.ran, self.inits = set(), collections.defaultdict(set), set(), {}

    def source(self, filename):
        if filename not in self.sources:
            full = os.path.realpath(filename)
            path = full[len(self.root):].replace(os.sep, "/") if full.startswith(self.root) else ""
            inside = path == self.package or path.startswith(self.package + "/")
            self.sources[filename] = Source(self.root, path) if inside and path.endswith(".py") and os.path.exists(full) else None
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
        source, owner = caller
        self.ran.add(owner)
        place = self.place(code, offset)
        while isinstance(callee, types.MethodType):
            callee = callee.__func__
        target = name = None
        if isinstance(callee, types.FunctionType):
            # Function objects come and go; their code stays, so that its number says whether this call was seen.
            key = (id(code), offset, id(callee.__code__))
            if key in self.seen:
                return None
            self.seen.add(key)
            self.keep.append(callee.__code__)
            found = self.known(callee.__code__)
            if found and found[0].is_function(callee.__code__):
                target, name = found[1], callee.__code__.co_name
        elif isinstance(callee, type):
            target, name = self.class_id(callee), callee.__name__
        written = source.calls.get(place)
        self.reached[owner, place].add(target or "")
        if target:
            line, text = written or (code.co_firstlineno, None)
            self.edges.add((owner, target, line, "plain" if text == name else "indirect"))
        return None

    def class_id(self, cls):
        module = sys.modules.get(cls.__module__)
        source = self.source(getattr(module, "__file__", None) or "")
        identity = f"{source.path}::class::{cls.__qualname__.replace('.<locals>', '')}" if source else None
        if identity not in (source.defs.values() if source else ()):
            return None
        init = cls.__init__
        if isinstance(init, types.FunctionType) and (found := self.known(init.__code__)):
            self.inits[identity] = found[1]
        return identity

    def on_start(self, code, _):
        callee = self.known(code)
        if callee is None:
            return sys.monitoring.DISABLE
        frame = sys._getframe(1).f_back
        if not callee[0].is_function(code) or code.co_flags & GENERATORS or frame is None:
            return None
        caller = self.known(frame.f_code)
        if caller:
            place = self.place(frame.f_code, frame.f_lasti)
            self.reached[caller[1], place].add(callee[1])
            self.edges.add((caller[1], callee[1], frame.f_lineno, "implicit"))
        return None

    def write(self, out):
        strongest = {}
        for source, target, line, form in sorted(self.edges):
            strongest.setdefault((source, target), []).append((("plain", "indirect", "implicit").index(form), line, form))
        sites = []
        for source in filter(None, self.sources.values()):
            for owner, calls in source.by_owner.items():
                for first, last, column, name in calls:
                    reached = self.reached.get((owner, (last, column)))
                    sites.append([owner, first, last, name, None if reached is None else sorted(reached)])
        with open(out, "w", encoding="utf-8") as f:
            json.dump({"package": self.package, "python": sys.version.split()[0], "ran": sorted(self.ran), "inits": self.inits,
                       "edges": [[s, t, min(v)[1], min(v)[2]] for (s, t), v in strongest.items()], "sites": sites}, f, indent=0)


def record(args):
    out = os.path.abspath(args.out)
    os.chdir(args.clone)
    for path in [*args.path, "."]:
        sys.path.insert(0, os.path.abspath(path))
    recorder = Recorder(".", args.package)
    monitoring = sys.monitoring
    monitoring.use_tool_id(3, "calls")
    monitoring.register_callback(3, monitoring.events.CALL, recorder.on_call)
    monitoring.register_callback(3, monitoring.events.PY_START, recorder.on_start)
    monitoring.set_events(3, monitoring.events.CALL | monitoring.events.PY_START)
    command = args.command
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
        recorder.write(out)


def simple(identity):
    parts = identity.split("::")[-1].split("#")[0].split(".")
    return parts[-2] if len(parts) > 1 and parts[-1] in ("__init__", "__new__") else parts[-1]


def score(args):
    with open(args.calls, encoding="utf-8") as f:
        truth = json.load(f)
    with open(args.graph, encoding="utf-8") as f:
        graph = json.load(f)
    inside = lambda i: i.split("::")[0] == truth["package"] or i.startswith(truth["package"] + "/")
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
        if form == "implicit" and any((s, c) in happened for c in inits.get(t, ())):
            continue
        hit = (s, t) in stated or (s, truth["inits"].get(t)) in stated or any((s, c) in stated for c in inits.get(t, ()))
        recall[form][0] += hit
        recall[form][1] += 1
        if not hit and form != "implicit":
            missed.append((form, s, line, t))
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
                same = any(simple(r) == simple(t) for x in use for r in x[3] if r)
                verdict = "override" if same or verdict == "override" else "false"
            judged[confidence][verdict or "unknown"] += 1
            if verdict == "false":
                false.append((confidence, s, lines[0], t))
    for form in ("plain", "indirect", "implicit"):
        hit, total = recall[form]
        print(f"recall {form:<10}{hit:>6} of {total:<6}{hit / (total or 1):.3f}")
    print(f"{'precision':<17}{'true':>6}{'false':>7}{'override':>10}{'not judged':>12}{'lenient':>9}{'strict':>8}")
    rows = [(c, judged[c]) for c in ("exact", "inferred", "heuristic")]
    for name, c in [("exact+inferred", judged["exact"] + judged["inferred"]), *rows]:
        lenient, strict = c["true"] / ((c["true"] + c["false"]) or 1), c["true"] / ((c["true"] + c["false"] + c["override"]) or 1)
        print(f"{name:<17}{c['true']:>6}{c['false']:>7}{c['override']:>10}{c['unknown']:>12}{lenient:>9.3f}{strict:>8.3f}")
    for title, found in (("missed", missed), ("false", false)):
        for row in found[:args.list]:
            print(title, *row)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="what", required=True)
    r = commands.add_parser("record")
    r.add_argument("clone")
    r.add_argument("--package", required=True, help="folder or file of the project's own source")
    r.add_argument("--path", action="append", default=[], help="folder to put on sys.path")
    r.add_argument("--out", required=True)
    s = commands.add_parser("score")
    s.add_argument("calls")
    s.add_argument("graph")
    s.add_argument("--list", type=int, default=0, help="how many missed and false edges to print")
    own = sys.argv[1:sys.argv.index("--")] if "--" in sys.argv else sys.argv[1:]
    args = parser.parse_args(own)
    args.command = sys.argv[len(own) + 2:]
    if args.what == "record" and len(args.command) < 1 + (args.command[:1] == ["-m"]):
        parser.error("record needs what to run, after --: -m MODULE ARGS, or FILE ARGS")
    record(args) if args.what == "record" else score(args)


main()
