#!/usr/bin/env python3
"""Scores codex-aura on PyCG's micro-benchmark (https://github.com/vitsalis/PyCG, micro-benchmark/snippets), and on others of its form.

usage: pycg.py CLONE --codex-aura "codex-aura" [--snippets FOLDER] [--sources FOLDER] [--misses]

HeaderGen's (https://github.com/secure-software-engineering/HeaderGen): --snippets callsites-jupyternb-micro-benchmark/snippets
Jarvis' (https://github.com/pythonJaRvis/pythonJaRvis.github.io): --snippets Jarvis/ground_truth/micro_benchmark
--sources Jarvis/dataset/micro_benchmark

Each snippet comes with its expected call graph, in dotted names. Edges count when both ends are in the snippet; a call of a
class counts as the call of the __init__ that it runs, whichever of the two is named. Builtins, externals and lambdas do not count.
Edges marked heuristic are left out: they are guesses, and said to be.
"""
import argparse
import collections
import json
import os
import shlex
import subprocess
import tempfile


def modules(root):
    found = {}
    for folder, _, names in os.walk(root):
        for name in names:
            if name.endswith(".py"):
                path = os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")
                dotted = path[:-3].replace("/", ".")
                found[dotted.removesuffix(".__init__") if dotted != "__init__" else ""] = path
    return found


def node_of(name, files, nodes):
    """The node id that a dotted name stands for, or None for builtins, externals and lambdas."""
    parts = name.split(".")
    for cut in range(len(parts), 0, -1):
        path = files.get(".".join(parts[:cut]))
        if path is None:
            continue
        rest = ".".join(parts[cut:])
        if not rest:
            return f"{path}::file"
        return next((i for i in (f"{path}::function::{rest}", f"{path}::class::{rest}") if i in nodes), None)
    return None


def constructors(graph):
    """Class id -> the __init__ that calling it runs, looked up depth first over the bases."""
    nodes = {n["id"] for n in graph["nodes"]}
    bases = collections.defaultdict(list)
    for e in graph["edges"]:
        if e["type"] == "EXTENDS":
            bases[e["source"]].append(e["target"])

    def find(c, seen=()):
        own = c.replace("::class::", "::function::") + ".__init__"
        if own in nodes:
            return own
        return next((f for b in bases[c] if b not in seen and (f := find(b, (*seen, c)))), None)

    return {c: find(c) for c in nodes if "::class::" in c}


def score(case, expectation, tool):
    with tempfile.TemporaryDirectory() as home:
        out = os.path.join(home, "graph.json")
        subprocess.run([*tool, "analyze", case, "-o", out, "--quiet", "--data", home], check=True, stdout=subprocess.DEVNULL)
        with open(out, encoding="utf-8") as f:
            graph = json.load(f)
    nodes, init, files = {n["id"] for n in graph["nodes"]}, constructors(graph), modules(case)

    def canonical(edge):
        return edge[0], init.get(edge[1]) or edge[1]

    with open(expectation, encoding="utf-8") as f:
        expected = json.load(f)
    want = {(node_of(s, files, nodes), node_of(t, files, nodes)) for s, targets in expected.items() for t in targets}
    want = {canonical(e) for e in want if None not in e}
    got = {canonical((e["source"], e["target"])) for e in graph["edges"] if e["type"] == "CALLS" and e["confidence"] != "heuristic"}
    # A class without an __init__ has no node of its own in the benchmark's expectations.
    got = {e for e in got if "::class::" not in e[1] or e in want}
    return want, got


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("clone")
    parser.add_argument("--codex-aura", default="codex-aura", help="the command that runs it")
    parser.add_argument("--snippets", default="micro-benchmark/snippets", help="the folder of the categories, in the clone")
    parser.add_argument("--sources", help="the same for the programs, where they are kept apart from what is expected")
    parser.add_argument("--misses", action="store_true", help="list missed and false edges")
    args = parser.parse_args()
    snippets = os.path.join(args.clone, args.snippets)
    sources = os.path.join(args.clone, args.sources or args.snippets)
    total = collections.Counter()
    print(f"{'category':<16}{'true':>6}{'false':>6}{'missed':>7}{'precision':>11}{'recall':>8}")
    for category in sorted(os.listdir(snippets)):
        if not os.path.isdir(os.path.join(snippets, category)):
            continue
        count = collections.Counter()
        for name in sorted(os.listdir(os.path.join(snippets, category))):
            case, expectation = os.path.join(sources, category, name), os.path.join(snippets, category, name, "callgraph.json")
            if not os.path.exists(expectation) or not os.path.isdir(case):
                continue
            want, got = score(case, expectation, shlex.split(args.codex_aura))
            count.update(true=len(want & got), false=len(got - want), missed=len(want - got))
            if args.misses:
                for sign, edges in (("-", want - got), ("+", got - want)):
                    for s, t in sorted(edges):
                        print(f"  {sign} {category}/{name}: {s} -> {t}")
        show(category, count)
        total += count
    show("all", total)


def show(name, c):
    precision = c["true"] / ((c["true"] + c["false"]) or 1)
    recall = c["true"] / ((c["true"] + c["missed"]) or 1)
    print(f"{name:<16}{c['true']:>6}{c['false']:>6}{c['missed']:>7}{precision:>11.3f}{recall:>8.3f}")


main()
