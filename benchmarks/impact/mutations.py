#!/usr/bin/env python3
"""Seeds faults into a Python project and asks how early the selected tests catch them.

    mutations.py seed CLONE FAULTS.json [--source src] [--count 30] [--seed 1] [--python python3] [-- PYTEST ARGUMENTS]
    mutations.py score CLONE FAULTS.json --codex-aura "COMMAND" [--no-history] [--verbose]

CLONE is a git clone with a clean work tree; it is changed and put right again. `seed` runs the suite once to see which
tests enter which functions, then draws faults, at most one in a function, and runs all tests that enter it, to see which fail; what no
test catches or never ends is drawn again. `score` then asks
`codex-aura impact CLONE --worktree` for the tests of each fault, with the graph of the clean tree, and compares. Baselines: all
tests in random order; and those of the test file named after the changed file first (`test_parser.py` for `parser.py`), then the rest,
both at random.
"""
import argparse, ast, json, os, random, re, resource, shlex, statistics, subprocess, sys, tempfile
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
    """All simple faults inside the functions of a file: (lines where the function starts, line, new line, what)."""
    source = path.read_text(encoding="utf-8")
    lines = source.split("\n")
    tree = ast.parse(source)
    docstrings = {id(n.body[0].value) for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)) and n.body and isinstance(n.body[0], ast.Expr)}
    for function in ast.walk(tree):
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        starts = (function.decorator_list[0].lineno if function.decorator_list else function.lineno, function.lineno)
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
                    yield starts, found[0], found[1].decode(), type(node).__name__


def run_tests(clone, python, arguments, cpu_seconds, **variables):
    """The output of pytest, and the CPU seconds it took; None for the output when it took too many."""
    environment = {**os.environ, "PYTHONPATH": f"{clone / 'src'}:{Path(__file__).parent}", "PYTHONDONTWRITEBYTECODE": "1", **variables}
    command = [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "record_calls", "--tb=no", *arguments]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    # A limit of CPU time, since a fault may never end, and time on the clock says nothing on a busy machine.
    done = subprocess.run(command, cwd=clone, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, text=True,
                          errors="replace", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds)))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return None if done.returncode < 0 else done.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def node_id(test):
    path, _, rest = re.sub(r"\[.*", "", test).partition("::")
    return f"{path}::function::{rest.replace('::', '.')}"


def failing(output):
    return {node_id(line.split(" ")[1]) for line in output.splitlines() if line.startswith(("FAILED ", "ERROR "))}


def seed(options, arguments):
    clone = options.clone.resolve()
    with tempfile.TemporaryDirectory() as folder:
        calls_file, only_file = Path(folder) / "calls.json", Path(folder) / "only.json"
        output, cpu = run_tests(clone, options.python, ["-rfE", *arguments], 3000, RECORD_SOURCE=str(clone / options.source), RECORD_TO=str(calls_file))
        calls, clean = json.loads(calls_file.read_text()), failing(output)
        tests = {t for entered in calls.values() for t in entered} - {"*"}
        suite = {node_id(t) for t in tests}
        candidates = [(path, *m) for path in sorted((clone / options.source).rglob("*.py")) for m in mutants(path)]
        random.Random(options.seed).shuffle(candidates)
        print(f"{len(suite)} test functions ({cpu:.0f} s of CPU), {len(candidates)} possible faults, {len(clean)} tests fail without any", file=sys.stderr)
        faults, drawn, used = [], 0, set()
        for path, starts, line, text, what in candidates:
            if len(faults) == options.count:
                break
            # Python counts a function's lines from its first decorator on.
            entered = {t for start in starts for t in calls.get(f"{path}:{start}", [])}
            if (path, starts[-1]) in used or not entered:
                continue
            original = path.read_text(encoding="utf-8")
            lines = original.split("\n")
            lines[line - 1] = text
            try:
                ast.parse("\n".join(lines))
            except SyntaxError:
                continue
            drawn += 1
            used.add((path, starts[-1]))
            run = tests if "*" in entered else entered
            only_file.write_text(json.dumps(sorted(run)))
            try:
                path.write_text("\n".join(lines), encoding="utf-8")
                output, _ = run_tests(clone, options.python, ["-rfE", *arguments, *sorted({t.split("::")[0] for t in run})], int(2 * cpu) + 10, RUN_ONLY=str(only_file))
            finally:
                path.write_text(original, encoding="utf-8")
            failed = set() if output is None else failing(output) & suite - clean
            if not failed:
                continue
            faults.append({"file": str(path.relative_to(clone)), "line": line, "text": text, "fault": what, "failing": sorted(failed)})
            print(f"{len(faults)}: {faults[-1]['file']}:{line} {what}, {len(failed)} tests fail", file=sys.stderr, flush=True)
            options.faults.write_text(json.dumps({"suite": sorted(suite), "drawn": drawn, "faults": faults}, indent=1), encoding="utf-8")


def score(options):
    clone, tool = options.clone.resolve(), shlex.split(options.codex_aura)
    subprocess.run([*tool, "analyze", str(clone), "--quiet"], check=True, stdout=subprocess.DEVNULL)
    known = json.loads(options.faults.read_text(encoding="utf-8"))
    suite, rows = set(known["suite"]), []
    for fault in known["faults"]:
        path, failed = clone / fault["file"], set(fault["failing"])
        original = path.read_text(encoding="utf-8")
        lines = original.split("\n")
        lines[fault["line"] - 1] = fault["text"]
        try:
            path.write_text("\n".join(lines), encoding="utf-8")
            history = ["--no-history"] if options.no_history else []
            answer = json.loads(subprocess.run([*tool, "impact", str(clone), "--worktree", "--json", *history], check=True, capture_output=True, text=True).stdout)
        finally:
            path.write_text(original, encoding="utf-8")
        tests = [t for t in answer["affected_tests"] if t["id"] in suite]
        first = next((i + 1 for i, t in enumerate(tests) if t["id"] in failed), None)
        rows.append({
            "first": first, "selected": len(tests), "now": sum(t.get("run") == "now" for t in tests), "sure": sum(t["evidence"] in ("changed", "calls") for t in tests),
            "failing": len(failed), "found": len(failed & {t["id"] for t in tests}), "random": (len(suite) + 1) / (len(failed) + 1), "named": named_first(fault, suite, failed),
        })
        if options.verbose:
            print(f"{first or '-':>5} of {len(tests):4} selected, {rows[-1]['now']:4} now, {len(failed):4} fail; by name {rows[-1]['named']:6.1f}, at random {rows[-1]['random']:6.1f}  "
                  f"{fault['file']}:{fault['line']} {', '.join(s.split('::')[-1] for s in answer['changed_symbols'])}", flush=True)
    summary(rows, len(suite))


def named_first(fault, suite, failed):
    """The expected place of the first failing test when the tests of the file of the same name come first."""
    stem = Path(fault["file"]).stem.strip("_")
    own = {t for t in suite if re.sub(r"^test_|_test$", "", Path(t.split("::")[0]).stem) == stem}
    if own & failed:
        return (len(own) + 1) / (len(own & failed) + 1)
    return len(own) + (len(suite - own) + 1) / (len(failed) + 1)


def summary(rows, suite):
    n = len(rows)

    def line(name, caught, run):
        print(f"{name:42} {sum(caught):3} of {n} caught, {statistics.mean(run) / suite:6.1%} of the suite run")

    def within(row, limit):
        return row["first"] is not None and row["first"] <= limit

    print(f"{n} faults, a suite of {suite} test functions")
    line("all selected", [within(r, suite) for r in rows], [r["selected"] for r in rows])
    line("those to run now", [within(r, r["now"]) for r in rows], [r["now"] for r in rows])
    line("those that surely call what changed", [within(r, r["sure"]) for r in rows], [r["sure"] for r in rows])
    for count in (1, 5, 10, 20):
        line(f"the first {count}", [within(r, count) for r in rows], [min(r["selected"], count) for r in rows])
    for share in (0.05, 0.1, 0.25):
        line(f"the first {share:.0%} of the suite", [within(r, share * suite) for r in rows], [min(r["selected"], share * suite) for r in rows])
    print("                                     median place   within 10   within 5%   APFD")
    for name, places in (("impact", [r["first"] or suite for r in rows]), ("tests of the same name first", [r["named"] for r in rows]), ("random order", [r["random"] for r in rows])):
        print(f"{name:36} {statistics.median(places):13.1f} {sum(p <= 10 for p in places) / n:10.0%} {sum(p <= 0.05 * suite for p in places) / n:11.0%}  {1 - statistics.mean((p - 0.5) / suite for p in places):5.3f}")
    print(f"failing tests among the selected: {sum(r['found'] for r in rows)} of {sum(r['failing'] for r in rows)}")


def main():
    arguments = []
    if "--" in sys.argv:
        at = sys.argv.index("--")
        sys.argv, arguments = sys.argv[:at], sys.argv[at + 1:]
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("command", choices=["seed", "score"])
    parser.add_argument("clone", type=Path)
    parser.add_argument("faults", type=Path)
    parser.add_argument("--codex-aura")
    parser.add_argument("--no-history", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--source", default="src")
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--python", default=sys.executable)
    options = parser.parse_args()
    if options.command == "seed":
        seed(options, arguments)
    elif options.codex_aura is None:
        parser.error("score needs --codex-aura")
    else:
        score(options)


if __name__ == "__main__":
    main()
