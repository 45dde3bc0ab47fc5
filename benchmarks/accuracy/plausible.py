#!/usr/bin/env python3
"""Looks in a graph for calls that the text speaks against: no answer key is needed, so any tree will do, however large.

    codex-aura analyze TREE -o graph.json
    benchmarks/accuracy/plausible.py TREE graph.json [--list 10]

Two checks, each over calls of confidence exact and inferred only:

names         calls called exact whose line and the six after it do not hold the callee's name; special methods are not asked about. What is
              called there may be an alias (`from x import f as g`, `_ = gettext`), self.__class__ or a decorator's wrapper, so that many are right.
annotations   calls `p.m(…)` on a parameter whose annotation names one class of the tree, or several: the class that the found method is in should be one
              of them, above or below one, or share a class below with one. Protocols are fitted by classes that are neither.
"""
import argparse, ast, collections, json, pathlib, re


def parse(tree, nodes):
    """The syntax of each file that can be read."""
    for path in sorted({n['path'] for n in nodes.values() if n['type'] == 'function'}):
        try:
            yield path, ast.parse((tree / path).read_text(encoding='utf-8', errors='replace'))
        except (OSError, SyntaxError, ValueError):
            pass


def check_names(tree, nodes, calls):
    """Exact calls, and those of them whose text does not name the callee."""
    texts, exact, strange = {}, 0, []
    for call in calls:
        target = nodes[call['target']]
        if call['confidence'] != 'exact' or target['name'].startswith('__'):
            continue
        exact += 1
        path = nodes[call['source']]['path']
        if path not in texts:
            texts[path] = (tree / path).read_text(encoding='utf-8', errors='replace').splitlines()
        around = ' '.join(texts[path][call['line'] - 1:call['line'] + 6])
        if not re.search(rf"\b{re.escape(target['name'])}\b", around):
            strange.append(call)
    return exact, strange


def named_classes(annotation):
    """Names of the classes an annotation is made of; None where it says more than that."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        try:
            annotation = ast.parse(annotation.value, mode='eval').body
        except SyntaxError:
            return None
    if isinstance(annotation, ast.Constant) and annotation.value is None:
        return []
    if isinstance(annotation, ast.Name):
        return [annotation.id]
    if isinstance(annotation, ast.Attribute):
        return [annotation.attr]
    if isinstance(annotation, ast.BinOp) and isinstance(annotation.op, ast.BitOr):
        parts = [annotation.left, annotation.right]
    elif isinstance(annotation, ast.Subscript) and ast.unparse(annotation.value).rpartition('.')[2] in ('Optional', 'Union'):
        parts = annotation.slice.elts if isinstance(annotation.slice, ast.Tuple) else [annotation.slice]
    else:
        return None
    names = [named_classes(part) for part in parts]
    return None if None in names else sum(names, [])


class Hierarchy:
    def __init__(self, nodes, edges):
        self.bases, self.by_name = collections.defaultdict(set), collections.defaultdict(list)
        for edge in edges:
            if edge['type'] == 'EXTENDS':
                self.bases[edge['source']].add(edge['target'])
        for node in nodes.values():
            if node['type'] == 'class':
                self.by_name[node['name']].append(node['id'])
        self.known, self.related = {}, {}

    def above(self, cls):
        """A class and all it derives from."""
        if cls not in self.known:
            self.known[cls] = {cls}
            self.known[cls] = {cls}.union(*(self.above(base) for base in self.bases[cls]))
        return self.known[cls]

    def are_related(self, one, other):
        if (one, other) not in self.related:
            self.related[one, other] = (one in self.above(other) or other in self.above(one)
                                        or any(one in self.above(c) and other in self.above(c) for c in list(self.bases)))
        return self.related[one, other]


def check_annotations(tree, nodes, calls, hierarchy):
    """Calls on annotated parameters, and those of them that the annotation speaks against."""
    by_place = collections.defaultdict(list)
    for call in calls:
        by_place[call['source'], call['line']].append(call)
    starts = {(n['path'], n['name'], n['lines'][0]): n['id'] for n in nodes.values() if n['type'] == 'function'}
    judged, strange = 0, []
    for path, module in parse(tree, nodes):
        for function in ast.walk(module):
            if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
                continue
            source = next((starts[path, function.name, line] for line in [function.lineno, *(d.lineno for d in function.decorator_list)]
                           if (path, function.name, line) in starts), None)
            stored = {n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
            types = {a.arg: named_classes(a.annotation) for a in [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs] if a.annotation}
            # A name that several classes of the tree have may be any of them.
            types = {p: [hierarchy.by_name[n][0] for n in names] for p, names in types.items()
                     if names and p not in stored and all(len(hierarchy.by_name[n]) == 1 for n in names)}
            for read in ast.walk(function):
                if not (isinstance(read, ast.Attribute) and isinstance(read.value, ast.Name) and read.value.id in types):
                    continue
                for call in by_place[source, read.lineno]:
                    owner = nodes[call['target']].get('parent') or ''
                    if nodes[call['target']]['name'] != read.attr or '::class::' not in owner:
                        continue
                    judged += 1
                    if not any(hierarchy.are_related(owner, cls) for cls in types[read.value.id]):
                        strange.append(call)
    return judged, strange


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('tree', type=pathlib.Path)
    parser.add_argument('graph', type=pathlib.Path)
    parser.add_argument('--list', type=int, default=0, help='so many of the calls that the text speaks against')
    options = parser.parse_args()
    graph = json.loads(options.graph.read_text(encoding='utf-8'))
    nodes = {node['id']: node for node in graph['nodes']}
    calls = [edge for edge in graph['edges'] if edge['type'] == 'CALLS' and edge['confidence'] != 'heuristic']
    checks = {'names': check_names(options.tree, nodes, calls), 'annotations': check_annotations(options.tree, nodes, calls, Hierarchy(nodes, graph['edges']))}
    for name, (judged, strange) in checks.items():
        print(f'{name}: {len(strange)} of {judged} calls are not what the text says')
        for call in strange[:options.list]:
            print(f"  {call['source']} -> {call['target']}, line {call['line']}")


main()
