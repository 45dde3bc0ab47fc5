#!/usr/bin/env python3
"""Seeds faults into a Python project and asks how many of them the selected tests catch.

    mutations.py CLONE --codex-aura "COMMAND" [--source src] [--count 30] [--seed 1] [--python python3] [-- PYTEST ARGUMENTS]

CLONE is a git clone with a clean work tree; it is changed and put right again. For each fault the whole suite runs once, which
tells the tests that fail; then `codex-aura impact CLONE --worktree` selects tests for the fault, with the graph of the clean tree.
Faults that no test catches, or that never end, are drawn again. Prints one line of JSON for each fault, and the summary.
"""
import argparse, ast, json, os, random, re, shlex, subprocess, sys
from pathlib import Path

COMPARE = {ast.Eq: "!=", ast.NotEq: "==", ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in"}
BINARY = {ast.Add: "-", ast.Sub: "+", ast.Mult: "+", ast.Div: "*", ast.FloorDiv: "*", ast.Mod: "*"}


def between(source, lines, left, right, word):
    """Replaces the operator between two operands on one line."""
    if left.end_lineno != right.lineno:
        return None
    line = lines[left.end_lineno - 1].encode()
    gap = line[left.end_col_offset:right.col_offset]
    opening = gap.rfind(b"(") + 1 if b"(" in gap else len(gap)
    closing = gap.rfind(b")") + 1 if b")" in gap else 0
    return left.end_lineno, line[:left.end_col_offset] + gap[:closing] + b" " + word.encode() + b" " + gap[opening:] + line[right.col_offset:]


def replace(lines, node, text):
    if node.lineno != node.end_lineno:
        return None
    line = lines[node.lineno - 1].encode()
    return node.lineno, line[:node.col_offset] + text.encode() + line[node.end_col_offset:]


def mutants(path):
    """All simple faults inside the functions of a file: (line, new line, what)."""
    source = path.read_text(encoding="utf-8")
    lines = source.split("\n")
    tree = ast.parse(source)
    docstrings = {id(n.body[0].value) for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)) and n.body and isinstance(n.body[0], ast.Expr)}
    for function in ast.walk(tree):
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        for statement in function.body:
            for node in ast.walk(statement):
                found = None
                if isinstance(node, ast.Compare) and len(node.ops) == 1:
                    found = between(source, lines, node.left, node.comparators[0], COMPARE[type(node.ops[0])])
                elif isinstance(node, ast.BoolOp):
                    found = between(source, lines, node.values[0], node.values[1], "or" if isinstance(node.op, ast.And) else "and")
                elif isinstance(node, ast.BinOp) and type(node.op) in BINARY:
                    found = between(source, lines, node.left, node.right, BINARY[type(node.op)])
                elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
                    found = replace(lines, node, ast.get_source_segment(source, node.operand) or "None")
                elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
                    found = replace(lines, node, str(not node.value))
                elif isinstance(node, ast.Constant) and isinstance(node.value, int) and id(node) not in docstrings:
                    found = replace(lines, node, str(node.value + 1))
                elif isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant):
                    found = replace(lines, node, "return None")
                if found:
                    yield found[0], found[1].decode(), type(node).__name__


def run_tests(clone, python, arguments, timeout):
    environment = {**os.environ, "PYTHONPATH": str(clone / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=no", *arguments]
    try:
        return subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True, timeout=timeout).stdout
    except subprocess.TimeoutExpired:
        return None


def node_id(test):
    path, _, rest = re.sub(r"\[.*", "", test).partition("::")
    return f"{path}::function::{rest.replace('::', '.')}"


def main():
    if "--" in sys.argv:
        at = sys.argv.index("--")
        sys.argv, pytest_arguments = sys.argv[:at], sys.argv[at + 1:]
    else:
        pytest_arguments = []
    parser = argparse.ArgumentParser()
    parser.add_argument("clone", type=Path)
    parser.add_argument("--codex-aura", required=True)
    parser.add_argument("--source", default="src")
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--timeout", type=float, default=120)
    options = parser.parse_args()
    clone, tool = options.clone.resolve(), shlex.split(options.codex_aura)
    subprocess.run([*tool, "analyze", str(clone), "--quiet"], check=True, stdout=subprocess.DEVNULL)
    collected = run_tests(clone, options.python, ["--collect-only", *pytest_arguments], options.timeout)
    suite = {node_id(line) for line in collected.splitlines() if "::" in line}
    clean = {node_id(line.split(" ")[1]) for line in run_tests(clone, options.python, ["-rfE", *pytest_arguments], options.timeout).splitlines() if line.startswith(("FAILED ", "ERROR "))}
    all_mutants = [(path, *m) for path in sorted((clone / options.source).rglob("*.py")) for m in mutants(path)]
    random.Random(options.seed).shuffle(all_mutants)
    print(f"{len(suite)} test functions, {len(all_mutants)} possible faults, {len(clean)} tests fail without any", file=sys.stderr)
    results, drawn = [], 0
    for path, line, text, what in all_mutants:
        if len(results) == options.count:
            break
        drawn += 1
        original = path.read_text(encoding="utf-8")
        lines = original.split("\n")
        lines[line - 1] = text
        try:
            ast.parse("\n".join(lines))
        except SyntaxError:
            continue
        try:
            path.write_text("\n".join(lines), encoding="utf-8")
            output = run_tests(clone, options.python, ["-rfE", *pytest_arguments], options.timeout)
            failed = set() if output is None else {node_id(l.split(" ")[1]) for l in output.splitlines() if l.startswith(("FAILED ", "ERROR "))} & suite - clean
            if not failed:
                continue
            answer = json.loads(subprocess.run([*tool, "impact", str(clone), "--worktree", "--no-history", "--json"], check=True, capture_output=True, text=True).stdout)
        finally:
            path.write_text(original, encoding="utf-8")
        tests = [t for t in answer["affected_tests"] if t["id"] in suite]
        order = [t["id"] for t in tests]
        first = next((i for i, t in enumerate(order) if t in failed), None)
        results.append({
            "file": str(path.relative_to(clone)), "line": line, "fault": what, "changed": answer["changed_symbols"], "risk": answer["risk"]["level"],
            "failing": len(failed), "selected": len(order), "sure": sum(t["evidence"] in ("changed", "calls") for t in tests),
            "linked": sum(t["evidence"] != "imports" for t in tests), "selected_failing": len(failed & set(order)), "first": None if first is None else first + 1,
        })
        print(json.dumps(results[-1]), flush=True)
    summary(results, len(suite), drawn)


def summary(results, suite, drawn):
    n = len(results)

    def line(name, selected, caught):
        print(f"{name:44} catch {caught}/{n}, mean share of the suite {sum(selected) / n / suite:.0%}")

    print(f"\n{n} faults that the suite of {suite} test functions catches ({drawn} drawn)")
    line("all selected tests", [r["selected"] for r in results], sum(r["first"] is not None for r in results))
    line("without those selected by imports alone", [r["linked"] for r in results], sum(r["first"] is not None and r["first"] <= r["linked"] for r in results))
    line("those that surely call what changed", [r["sure"] for r in results], sum(r["first"] is not None and r["first"] <= r["sure"] for r in results))
    for share in (0.02, 0.05, 0.1, 0.25):
        line(f"the first {share:.0%} of the suite, in their order", [min(r["selected"], share * suite) for r in results], sum(r["first"] is not None and r["first"] <= share * suite for r in results))
    found = sorted(r["first"] for r in results if r["first"] is not None)
    if found:
        print(f"median place of the first failing test {found[len(found) // 2]}; in random order it would be {sorted((suite + 1) / (r['failing'] + 1) for r in results)[n // 2]:.0f}")
    print(f"failing tests among the selected: {sum(r['selected_failing'] for r in results)} of {sum(r['failing'] for r in results)}")


if __name__ == "__main__":
    main()
