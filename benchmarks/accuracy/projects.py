#!/usr/bin/env python3
"""Scores codex-aura on many projects, by the calls that happen while their own tests run: gets, installs, records, analyses each.

usage: projects.py FOLDER --codex-aura "codex-aura" [--only NAME ...] [--again] [--timeout 120] [--jobs 1] [--json OUT]
                   [--sources DIR] [--no-install]     (Python 3.13 or newer; git; Linux or macOS)

projects.json says which projects, at which commits, with which requirements, and which of their tests. Each comes from GitHub and is
installed with pip in an environment of its own, all below FOLDER; its tests are run there, so choose a machine that may run them.
--sources DIR takes the checkouts DIR/NAME instead, --no-install runs them in this interpreter, with the PYTHONPATH that is set.
Recordings stay in FOLDER and are used again unless --again is given, so that another build of the tool is scored in minutes.
The table has what calls.py says of plain and indirect recall and of precision (lenient, exact and inferred edges).
"""
import argparse
import collections
import concurrent.futures
import json
import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile

import calls

HERE = os.path.dirname(os.path.abspath(__file__))
AIMS = {"plain": 0.93, "precision": 0.98, "indirect": 0.40}
GRACE = 60  # seconds that a run has to write its record once its time is over


class Failed(Exception):
    pass


def run(what, command, log, **options):
    with open(log, "ab") as f:
        code = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=f, stderr=subprocess.STDOUT, **options).returncode
    if code:
        raise Failed(f"{what} failed: {last_line(log)} ({log})")


def last_line(log):
    with open(log, encoding="utf-8", errors="replace") as f:
        lines = [line.strip() for line in f if line.strip()]
    return next((line for line in reversed(lines) if re.match(r"(error|fatal)\b", line, re.I)), lines[-1] if lines else "nothing was said")


def get(project, place, args):
    """The folder of the project's source."""
    if args.sources:
        source = os.path.join(os.path.abspath(args.sources), project["name"])
        if not os.path.isdir(source):
            raise Failed(f"there is no {source}")
        return source
    source, part, log = os.path.join(place, "source"), os.path.join(place, "source.part"), os.path.join(place, "git.log")
    if not os.path.isdir(source):
        os.makedirs(part, exist_ok=True)
        for step in (["init", "--quiet"], ["fetch", "--quiet", "--depth", "1", project["repository"], project["commit"]],
                     ["checkout", "--quiet", "--detach", project["commit"]]):
            run("git " + step[0], ["git", *step], log, cwd=part, env={**os.environ, "GIT_TERMINAL_PROMPT": "0"})
        os.rename(part, source)
    return source


def install(project, place, source, args):
    """The interpreter that has what the tests need."""
    if args.no_install:
        return sys.executable
    folder, done, log = os.path.join(place, "venv"), os.path.join(place, "installed"), os.path.join(place, "pip.log")
    python = os.path.join(folder, "bin", "python")
    if not os.path.exists(done):
        run("venv", [sys.executable, "-m", "venv", "--clear", folder], log)
        # The project's own requirements have the last word where they ask for a newer version than ours.
        for what in filter(None, (project["requires"], ["--editable", source])):
            pip = [python, "-m", "pip", "install", "--disable-pip-version-check", *what]
            run("pip", pip, log, env={**os.environ, **project.get("environment", {})})
        open(done, "w").close()
    return python


def record(project, place, source, python, args):
    out, log = os.path.join(place, "calls.json"), os.path.join(place, "tests.log")
    if os.path.exists(out):
        os.remove(out)
    options = [x for name in ("package", "exclude", "path") for value in project.get(name, []) for x in ("--" + name, value)]
    command = [python, os.path.join(HERE, "calls.py"), "record", source, *options, "--out", out, "--", *shlex.split(project["tests"])]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, open(log, "wb") as f:
        # What else a project's configuration asks of pytest has nothing to do with calls: coverage, several processes, warnings as errors.
        pytest = "-o addopts= -o filterwarnings= -p no:cacheprovider --continue-on-collection-errors"
        environment = {"PATH": os.path.dirname(python) + os.pathsep + os.environ["PATH"], "LANG": "C.UTF-8", "COLUMNS": "80",
                       "HOME": home, "TMPDIR": home, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PYTEST_ADDOPTS": pytest,
                       **project.get("environment", {})}
        if args.no_install:
            environment["PYTHONPATH"] = os.environ.get("PYTHONPATH", "")
            environment["PYTEST_ADDOPTS"] += " " + os.environ.get("PYTEST_ADDOPTS", "")
        process = subprocess.Popen(command, cwd=source, env=environment, stdin=subprocess.DEVNULL, stdout=f, stderr=subprocess.STDOUT,
                                   start_new_session=True)
        try:
            wait(process, args.timeout)
        finally:
            try:
                os.killpg(process.pid, signal.SIGKILL)  # what the tests left running
            except (ProcessLookupError, PermissionError):
                pass
            process.wait()
    if not os.path.exists(out):
        raise Failed(f"nothing was recorded: {last_line(log)} ({log})")


def wait(process, limit):
    """Until the run ends, or its time is over: then it is interrupted, again where a test took the interrupt for its own."""
    for seconds in (limit, *[GRACE / 6] * 6):
        try:
            process.wait(seconds)
            return
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)


def counts(log):
    """Tests passed and failed, as pytest or unittest says at the end."""
    with open(log, encoding="utf-8", errors="replace") as f:
        text = f.read()
    lines = [line for line in text.splitlines() if re.search(r"\d+ (passed|failed|errors?|skipped)\b.* in [\d.]+s", line)]
    if lines:
        found = collections.Counter()
        for number, word in re.findall(r"(\d+) (passed|failed|errors?)\b", lines[-1]):
            found[word.rstrip("s")] += int(number)
        return found["passed"], found["failed"] + found["error"]
    ran = sum(map(int, re.findall(r"^Ran (\d+) tests?", text, re.M)))
    failed = sum(map(int, re.findall(r"(?:failures|errors)=(\d+)", text)))
    return ran - failed, failed


def analyse(source, place, tool):
    out, log = os.path.join(place, "graph.json"), os.path.join(place, "analyze.log")
    with tempfile.TemporaryDirectory() as data:
        run("codex-aura", [*tool, "analyze", source, "-o", out, "--full", "--quiet", "--data", data], log)
    return out


def measure(project, args):
    """Everything about one project: a dictionary with its figures, or with the reason why there are none."""
    place = os.path.join(os.path.abspath(args.folder), f"{project['name']}-{project['commit'][:7]}")
    recording = os.path.join(place, "calls.json")
    os.makedirs(place, exist_ok=True)
    try:
        source = get(project, place, args)
        if args.again or not os.path.exists(recording):
            record(project, place, source, install(project, place, source, args), args)
        result = calls.judge(recording, analyse(source, place, shlex.split(args.codex_aura)))
        if not result["recall"]["plain"][1]:
            raise Failed(f"no calls were recorded: {last_line(os.path.join(place, 'tests.log'))} ({os.path.join(place, 'tests.log')})")
        passed, failed = counts(os.path.join(place, "tests.log"))
        return {"name": project["name"], "commit": project["commit"], "passed": passed, "failed": failed, **result}
    except (Failed, OSError, ValueError) as e:
        return {"name": project["name"], "commit": project["commit"], "reason": str(e)}


def figures(result):
    """{aim: (text, whether it is reached)}"""
    (plain, plains), (indirect, indirects) = result["recall"]["plain"], result["recall"]["indirect"]
    true, false = (result["precision"]["exact+inferred"][v] for v in ("true", "false"))
    parts = {"plain": (plain, plains, plains), "precision": (true, false, true + false), "indirect": (indirect, indirects, indirects)}
    return {aim: (f"{a}/{b} = {a / of:.3f}" if of else "none", not of or a / of >= AIMS[aim]) for aim, (a, b, of) in parts.items()}


def show(name, result, reached):
    found = figures(result)
    texts = [name, f"{result['passed']}/{result['failed']}", *(found[aim][0] for aim in ("plain", "indirect", "precision")), reached]
    print("| " + " | ".join(texts) + " |", flush=True)


def total(results):
    return {"passed": sum(r["passed"] for r in results), "failed": sum(r["failed"] for r in results),
            "recall": {form: [sum(r["recall"][form][i] for r in results) for i in (0, 1)] for form in ("plain", "indirect")},
            "precision": {"exact+inferred": {v: sum(r["precision"]["exact+inferred"][v] for r in results) for v in ("true", "false")}}}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", help="where sources, environments and recordings are kept")
    parser.add_argument("--codex-aura", default="codex-aura", help="the command that runs it")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="these projects alone")
    parser.add_argument("--again", action="store_true", help="record anew what has been recorded")
    parser.add_argument("--timeout", type=float, default=120, help="seconds after which a project's tests are stopped; what ran until then counts")
    parser.add_argument("--jobs", type=int, default=1, help="projects at once")
    parser.add_argument("--json", metavar="OUT", help="also write all figures, missed and false calls")
    parser.add_argument("--sources", metavar="DIR", help="checkouts by name, instead of getting them")
    parser.add_argument("--no-install", action="store_true", help="run the tests in this interpreter")
    args = parser.parse_args()
    if sys.version_info < (3, 13):
        parser.error("Python 3.13 or newer is needed")
    with open(os.path.join(HERE, "projects.json"), encoding="utf-8") as f:
        projects = json.load(f)
    if unknown := set(args.only or ()) - {p["name"] for p in projects}:
        parser.error("no such project: " + ", ".join(sorted(unknown)))
    projects = [p for p in projects if not args.only or p["name"] in args.only]
    print("| project | tests passed/failed | plain recall | indirect recall | precision, true/false | reached |\n|---|---|---|---|---|---|")
    results, reached = [], collections.Counter()
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        for result in pool.map(lambda p: measure(p, args), projects):
            results.append(result)
            if "reason" not in result:
                aims = [aim for aim, (_, good) in figures(result).items() if good]
                aims = ["all"] if len(aims) == len(AIMS) else aims
                reached.update([*AIMS, "all"] if aims == ["all"] else aims)
                show(result["name"], result, ", ".join(aims))
    good, failed = [r for r in results if "reason" not in r], [r for r in results if "reason" in r]
    if good:
        show(f"{len(good)} projects", total(good), ", ".join(f"{aim} {reached[aim]}" for aim in (*AIMS, "all")))
    for r in failed:
        print(f"{r['name']}: {r['reason']}", file=sys.stderr)
    if args.json:
        with open(args.json, "w", encoding="utf-8") as f:
            json.dump(results, f, indent=1)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
