#!/usr/bin/env python3
"""Tasks from git history: bug-fixing commits, whose message is the task and whose changed source files are the answer.

Writes JSON lines {"id", "repo", "commit", "fix", "task", "gold"} for localise.py and for CodexAura.Benchmarks.Context. The messages are
other people's text: keep what this writes to yourself.

  MIRROR=~/clones python3 history.py --repos networkx/networkx,celery/celery --since 2022-01-01 --count 20 --out rows.jsonl

All tasks of a repository are asked over one tree, that of the last commit before --since. With --with-tests the lines that the commit added to
tests stand under its message as code, the way an issue shows how to reproduce it.
"""
import argparse, json, os, re, subprocess

MIRROR = os.environ.get("MIRROR", "")
NOT_SOURCE = re.compile(r"(^|/)(tests?|testing|docs?|doc|examples?|benchmarks?|asv_bench|bin|release|extras|tools|t)/"
                        r"|(^|/)(test_[^/]*|conftest|setup|conf)\.py$|_tests?\.py$|version\.py$")
IS_TEST = re.compile(r"(^|/)(tests?|testing|t)/|(^|/)test_[^/]*\.py$|_tests?\.py$")
NO_TASK = re.compile(r"^(merge|bump|release|revert|version|prepare|\[?pre-commit|chore|typo|pep ?8|clean ?up|black|isort|flake|lint|mypy|ruff|doc|add type|typing"
                     r"|update (changelog|authors|mailmap|zenodo|pre-commit))", re.I)
NOT_CODE = re.compile(r"\b(typos?|spelling|docs?|docstrings?|documentation|comments?|annotations?|type hints?|mypy|lint\w*|refactor\w*|deprecat\w*)\b", re.I)
IS_FIX = re.compile(r"\b(fix(e[sd])?|bug|issue|error|crash\w*|rais\w+|wrong|incorrect\w*|fail\w*|broken|regress\w*|should|instead|missing|handle[sd]?)\b", re.I)
TRAILER = re.compile(r"(?mi)^\s*(signed-off-by|co-authored-by|reviewed-by|closes|fixes|resolves|backport|\(cherry picked|---------).*$")


def git(folder, *args):
    return subprocess.run(["git", "-C", folder, *args], capture_output=True, text=True, errors="replace", check=True).stdout


def mirror(repo):
    folder = os.path.join(MIRROR, repo.replace("/", "+"), "repo")
    return folder if not os.path.isdir(os.path.join(folder, ".git")) else os.path.join(folder, ".git")


def added_test_lines(folder, fix, limit=40):
    lines, test = [], False
    for line in git(folder, "show", "--format=", "--no-renames", "-U0", fix, "--", "*.py").split("\n"):
        if line.startswith("+++ "):
            test = bool(IS_TEST.search(line[6:]))
        elif test and line.startswith("+") and line[1:].strip():
            lines.append(line[1:])
    return lines[:limit]


def tasks(repo, since, count, with_tests):
    folder = mirror(repo)
    base = git(folder, "rev-list", "-1", "--first-parent", f"--before={since}", "HEAD").strip()
    files = set(git(folder, "ls-tree", "-r", "--name-only", base).split("\n"))
    log = git(folder, "log", "--no-merges", "--no-renames", "--reverse", "--name-status", "--format=%x01%H%x02%B%x03", base + "..HEAD")
    seen = set()
    for entry in log.split("\x01")[1:]:
        fix, rest = entry.split("\x02", 1)
        message, names = rest.split("\x03", 1)
        message = TRAILER.sub("", message).strip()
        changes = [line.split("\t") for line in names.strip().split("\n") if line]
        source = [c for c in changes if c[-1].endswith(".py") and not NOT_SOURCE.search(c[-1])]
        gold = [c[-1] for c in source]
        if not 1 <= len(gold) <= 2 or any(c[0] != "M" for c in source) or not 50 <= len(message) <= 6000:
            continue
        title = message.split("\n", 1)[0]
        if NO_TASK.match(title) or NOT_CODE.search(title) or not IS_FIX.search(title) or any(g in message for g in gold) or not files.issuperset(gold):
            continue
        if message[:60] in seen:
            continue
        seen.add(message[:60])
        if with_tests:
            code = added_test_lines(folder, fix)
            if len(code) < 3:
                continue
            message += "\n\n```python\n" + "\n".join(code) + "\n```\n"
        yield dict(id=f"{repo}@{fix[:10]}", repo=repo, commit=base, fix=fix, task=message, gold=gold)
        count -= 1
        if count == 0:
            return


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--repos", required=True)
    ap.add_argument("--since", required=True)
    ap.add_argument("--count", type=int, default=20)
    ap.add_argument("--with-tests", action="store_true")
    ap.add_argument("--out", required=True)
    a = ap.parse_args()
    with open(a.out, "w", encoding="utf-8") as out:
        for repo in a.repos.split(","):
            rows = list(tasks(repo, a.since, a.count, a.with_tests))
            print(f"{repo}: {len(rows)}")
            for row in rows:
                out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
