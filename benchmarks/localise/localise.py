#!/usr/bin/env python3
"""File localisation: does `codex-aura context --task` rank the file that a real fix changed?

Two kinds of tasks:
  --rows FILE    JSON lines {"id", "repo", "commit", "task", "gold": [paths]}: issues, such as those of SWE-bench Lite
  --commits N    N commits after --base (default: HEAD~400) of each repository in --repos: the message is the task, the
                 Python files that the commit changed (one or two, no tests) are the answer; all are asked over the graph of --base
For both, whole-file BM25 (k1 1.2, b 0.75, identifiers split, path counted three times, no tests) is scored beside it.

MIRROR names a folder with a clone (a bare one will do) of each repository as OWNER+NAME/repo.
Example:
  MIRROR=~/clones python3 localise.py --tool out/codex-aura --repos pallets/flask,psf/requests --commits 25
"""
import argparse, ast, collections, json, math, os, re, shlex, subprocess, sys, tempfile, time

MIRROR = os.environ.get("MIRROR", "")
NOT_SOURCE = re.compile(r"(^|/)(tests?|testing|docs?|examples?|benchmarks?|asv_bench|bin|release|extras|tools)/"
                        r"|(^|/)(test_[^/]*|conftest|setup|conf)\.py$|_tests?\.py$|version\.py$")
NO_TASK = re.compile(r"^(merge|bump|release|revert|version|prepare|\[?pre-commit|chore|typo|pep ?8|clean ?up|black|isort|flake"
                     r"|update (changelog|authors|mailmap|zenodo|pre-commit))", re.I)
TRAILER = re.compile(r"(?m)^(Signed-off-by|Co-authored-by|Closes|Fixes|Backport|\(cherry picked).*$")
AT = (1, 3, 5, 10)


def git(folder, *args):
    return subprocess.run(["git", "-C", folder, *args], capture_output=True, text=True, errors="replace", check=True).stdout


def mirror(repo):
    folder = os.path.join(MIRROR, repo.replace("/", "+"), "repo")
    return os.path.join(folder, ".git") if os.path.isdir(os.path.join(folder, ".git")) else folder


def checkout(repo, commit, work):
    tree = os.path.join(work, repo.replace("/", "+"))
    if not os.path.isdir(tree):
        subprocess.run(["git", "clone", "-q", "--shared", "--no-checkout", mirror(repo), tree], check=True)
    if subprocess.run(["git", "-C", tree, "checkout", "-q", "-f", commit], stderr=subprocess.DEVNULL).returncode:
        # A clone that lacks some large data files: everything else is enough.
        git(tree, "read-tree", "--reset", commit)
        git(tree, "update-ref", "--no-deref", "HEAD", commit)
        subprocess.run(["git", "-C", tree, "checkout-index", "-a", "-f", "-q"], stderr=subprocess.DEVNULL)
    git(tree, "clean", "-qfdx")
    return tree


def commit_tasks(repo, base, count, tree):
    log = git(mirror(repo), "log", "--no-merges", "--no-renames", "--reverse", "--ancestry-path", "--name-status",
              "--format=%x01%H%x02%B%x03", base + "..HEAD")
    for entry in log.split("\x01")[1:]:
        if count == 0:
            return
        commit, rest = entry.split("\x02", 1)
        message, names = rest.split("\x03", 1)
        message = TRAILER.sub("", message).strip()
        changes = [line.split("\t") for line in names.strip().split("\n") if line]
        changes = [c for c in changes if c[-1].endswith(".py") and not NOT_SOURCE.search(c[-1])]
        gold = [c[-1] for c in changes]
        if not 1 <= len(gold) <= 2 or any(c[0] != "M" for c in changes) or not 40 <= len(message) <= 4000 or NO_TASK.match(message):
            continue
        if any(g in message for g in gold) or not all(os.path.exists(os.path.join(tree, g)) for g in gold):
            continue
        count -= 1
        yield dict(id=f"{repo}@{commit[:10]}", repo=repo, commit=base, fix=commit, task=message, gold=gold)


def fix_of(row):
    """The commit that brought the fix into the main line: what a row says, or the merge of the pull request in a SWE-bench id."""
    if "fix" in row:
        return row["fix"]
    number = re.search(r"-(\d+)$", row["id"])
    if not number:
        return None
    log = git(mirror(row["repo"]), "log", "--format=%H", "-E", f"--grep=(#|pull request #?|from .*/){number[1]}\\b", row["commit"] + "..HEAD")
    for commit in reversed(log.split()):
        changed = git(mirror(row["repo"]), "diff", "--name-only", commit + "^1", commit).split("\n")
        if len(changed) < 60 and set(row["gold"]) <= set(changed):
            return commit
    return None


def changed_functions(tree, repo, fix, paths):
    """Functions of the checked-out tree in which the fix changed lines, as (path, first line, last line)."""
    found = set()
    for path in paths:
        try:
            old = git(mirror(repo), "show", f"{fix}^1:{path}")
            module, here = ast.parse(old), open(os.path.join(tree, path), encoding="utf-8").read()
            current = {n: (a, b) for n, a, b in functions(ast.parse(here))}
        except (SyntaxError, subprocess.CalledProcessError, OSError, ValueError):
            continue
        diff = git(mirror(repo), "diff", "-U0", "--no-renames", f"{fix}^1", fix, "--", path)
        for start, length in re.findall(r"(?m)^@@ -(\d+)(?:,(\d+))?", diff):
            first, last = int(start), int(start) + max(1, int(length or 1)) - 1
            inner = [f for f in functions(module) if f[1] <= first and last <= f[2]]
            if inner and (name := max(inner, key=lambda f: f[1])[0]) in current:
                found.add((path, *current[name]))
    return found


def functions(module, prefix=""):
    for node in ast.iter_child_nodes(module):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield prefix + node.name, node.lineno, node.end_lineno
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield from functions(node, prefix + node.name + ".")
        elif not isinstance(node, ast.expr):
            yield from functions(node, prefix)


WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def words(text):
    for word in WORD.findall(text):
        parts = [p.lower() for p in PART.findall(word)]
        yield from parts
        if len(parts) > 1:
            yield word.lower()


class Bm25:
    def __init__(self, tree):
        self.paths, self.counts = [], []
        for path in git(tree, "ls-files", "*.py").split("\n"):
            if path and not NOT_SOURCE.search(path):
                try:
                    text = open(os.path.join(tree, path), encoding="utf-8", errors="replace").read()
                except OSError:
                    continue
                self.paths.append(path)
                self.counts.append(collections.Counter(words(text + (" " + path) * 3)))
        self.lengths = [sum(c.values()) for c in self.counts]
        self.average = sum(self.lengths) / max(1, len(self.lengths))
        self.frequency = collections.Counter(w for c in self.counts for w in c)

    def rank(self, task, k1=1.2, b=0.75):
        n, query = len(self.paths), set(words(task))
        idf = {w: math.log(1 + (n - self.frequency[w] + 0.5) / (self.frequency[w] + 0.5)) for w in query if w in self.frequency}
        scores = [sum(i * c[w] * (k1 + 1) / (c[w] + k1 * (1 - b + b * length / self.average)) for w, i in idf.items() if w in c)
                  for c, length in zip(self.counts, self.lengths)]
        return [self.paths[i] for i in sorted(range(n), key=lambda i: (-scores[i], self.paths[i]))]


def rank_of(gold, ranked):
    return max(ranked.index(g) + 1 if g in ranked else 10**6 for g in gold)


def ask(tool, env, tree, task, tokens):
    p = subprocess.run(tool + ["context", tree, "--task", "-", "--max-tokens", str(tokens), "--json"], input=task,
                       env=env, capture_output=True, text=True)
    if p.returncode:
        print("context failed:", p.stderr[-300:], file=sys.stderr)
        return {"files": [], "items": []}
    return json.loads(p.stdout)


def groups(a):
    """(repo, commit, tasks); the tasks of a group are asked over one graph."""
    if a.rows:
        rows = [json.loads(line) for line in open(a.rows, encoding="utf-8")]
        for row in sorted(rows, key=lambda r: (r["repo"], r["id"]))[:: a.every]:
            if os.path.isdir(mirror(row["repo"])) and (not a.repos or row["repo"] in a.repos.split(",")):
                yield row["repo"], row["commit"], lambda tree, row=row: [row]
    if a.commits:
        for repo in (a.repos or "").split(","):
            base = git(mirror(repo), "rev-parse", a.base).strip()
            yield repo, base, lambda tree, repo=repo, base=base: commit_tasks(repo, base, a.commits, tree)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--tool", required=True)
    ap.add_argument("--rows")
    ap.add_argument("--commits", type=int, default=0)
    ap.add_argument("--base", default="HEAD~400")
    ap.add_argument("--repos")
    ap.add_argument("--max-tokens", type=int, default=8000)
    ap.add_argument("--work", default=os.path.join(tempfile.gettempdir(), "codex-aura-localise"))
    ap.add_argument("--out")
    ap.add_argument("--every", type=int, default=1, help="only every Nth of the --rows")
    ap.add_argument("--no-baseline", action="store_true", help="leave BM25 out, which takes longer than all else in a large repository")
    a = ap.parse_args()
    tool = shlex.split(a.tool)
    os.makedirs(a.work, exist_ok=True)
    env = dict(os.environ, CODEX_AURA_HOME=os.path.join(a.work, "home"))
    detail = []
    for repo, commit, tasks in groups(a):
        tree = checkout(repo, commit, a.work)
        p = subprocess.run(tool + ["analyze", tree, "--quiet"], env=env, capture_output=True, text=True)
        if p.returncode:
            print("analyze failed:", repo, commit, p.stderr[-300:], file=sys.stderr)
        bm25 = None if a.no_baseline else Bm25(tree)
        for row in tasks(tree):
            start = time.time()
            # A failed analysis is a miss.
            answer = ask(tool, env, tree, row["task"], a.max_tokens) if p.returncode == 0 else {"files": [], "items": []}
            ranked = [f["path"] for f in answer["files"]]
            record = dict(id=row["id"], repo=repo, rank=rank_of(row["gold"], ranked), bm25=rank_of(row["gold"], bm25.rank(row["task"]) if bm25 else []),
                          seconds=round(time.time() - start, 2), gold=row["gold"], top=ranked[:5])
            if fix := fix_of(row):
                changed = changed_functions(tree, repo, fix, row["gold"])
                shown = [(i["path"], i["lines"], i["detail"]) for i in answer["items"]]
                inside = lambda f, details: any(p == f[0] and l[0] <= f[1] and f[2] <= l[1] and d in details for p, l, d in shown)
                record.update(changed=len(changed), whole=sum(inside(f, ["full"]) for f in changed),
                              mentioned=sum(inside(f, ["full", "signature", "name"]) for f in changed))
            detail.append(record)
            print(f"{row['id']:28} {record['rank']:4} {record['bm25']:7} {record['seconds']:6.1f} s", file=sys.stderr, flush=True)
    report(detail)
    if a.out:
        json.dump(detail, open(a.out, "w"), indent=1)


def report(detail):
    for name in sorted({r["repo"] for r in detail}) + ["all"]:
        rows = [r for r in detail if name in (r["repo"], "all")]
        if not rows:
            continue
        line = " ".join(f"@{k}={sum(r['rank'] <= k for r in rows) / len(rows):.3f}" for k in AT)
        base = " ".join(f"@{k}={sum(r['bm25'] <= k for r in rows) / len(rows):.3f}" for k in AT)
        print(f"{name:24} n={len(rows):4}  context {line}   BM25 {base}")
    changed = sum(r.get("changed", 0) for r in detail)
    if changed:
        print(f"changed functions: {changed}, whole in the text {sum(r['whole'] for r in detail if 'whole' in r) / changed:.3f}, "
              f"whole, folded or named {sum(r['mentioned'] for r in detail if 'mentioned' in r) / changed:.3f}")


if __name__ == "__main__":
    main()
