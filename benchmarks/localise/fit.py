#!/usr/bin/env python3
"""Weighs the signals that CodexAura.Benchmarks.Context writes, and tells what each is worth. Needs numpy.

  fit.py FILE... [--test FILE...]      weights found on FILEs, by listwise logistic regression; scored by leaving out one repository
                                       at a time, and on --test
Ablations: the same, without one signal at a time.
"""
import argparse, collections, json
import numpy as np

AT = (1, 3, 5, 10)
PRIOR = {"Source": 1.0, "Test": 0.15, "Support": 0.25, "Vendored": 0.2}


class Task:
    def __init__(self, row):
        self.id, self.repo = row["id"], row["repo"]
        self.x = np.array([f[3:] for f in row["files"]], dtype=float)
        self.gold = np.array([f[1] for f in row["files"]])
        path = row["signals"].index("Path")
        self.prior = np.array([max(PRIOR[f[2]], 0.9 if f[3 + path] > 0.9 else 0) for f in row["files"]])
        self.paths = [f[0] for f in row["files"]]

    def rank(self, w):
        s = (self.x @ w) * self.prior
        return max(int(np.sum(s > s[g])) + 1 for g in np.flatnonzero(self.gold)) if self.gold.any() else 10**6


def load(files):
    tasks, names = [], None
    for name in files:
        for line in open(name, encoding="utf-8"):
            row = json.loads(line)
            names = row["signals"]
            if any(f[1] for f in row["files"]):
                tasks.append(Task(row))
    return tasks, names


def fit(tasks, active, start, l2=2.0, steps=400, rate=0.05, scale=6.0):
    """Gradient ascent on the log-likelihood of the right files (softmax over files), weights kept non-negative."""
    w = start.copy() * active
    counts = collections.Counter(t.repo for t in tasks)
    for _ in range(steps):
        g = -2 * l2 * (w - start * active) / len(tasks)
        for t in tasks:
            x = t.x * t.prior[:, None] * scale
            z = x @ w
            p = np.exp(z - z.max())
            p /= p.sum()
            q = p * t.gold
            q /= q.sum()
            # Each repository counts alike, however many tasks it gives.
            g += (q - p) @ x / (counts[t.repo] * len(counts))
        w = np.maximum(0, w + rate * g) * active
    return w


def score(tasks, w):
    ranks = np.array([t.rank(w) for t in tasks])
    return {**{k: float(np.mean(ranks <= k)) for k in AT}, "mrr": float(np.mean(1 / ranks))}


def show(name, s, n):
    print(f"{name:28} n={n:4} " + " ".join(f"@{k}={s[k]:.3f}" for k in AT) + f" mrr={s['mrr']:.3f}")


def cross(tasks, active, start, **kw):
    ranks = []
    for repo in sorted({t.repo for t in tasks}):
        w = fit([t for t in tasks if t.repo != repo], active, start, **kw)
        ranks += [t.rank(w) for t in tasks if t.repo == repo]
    ranks = np.array(ranks)
    return {**{k: float(np.mean(ranks <= k)) for k in AT}, "mrr": float(np.mean(1 / ranks))}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("train", nargs="+")
    ap.add_argument("--test", nargs="*", default=[])
    ap.add_argument("--start", help="weights to start from, comma-separated")
    ap.add_argument("--ablate", action="store_true")
    ap.add_argument("--l2", type=float, default=2.0)
    a = ap.parse_args()
    tasks, names = load(a.train)
    test, _ = load(a.test)
    start = np.array([float(v) for v in a.start.split(",")]) if a.start else np.zeros(len(names))
    start = np.concatenate([start, np.zeros(len(names) - len(start))])
    everything = np.ones(len(names))
    if a.start:
        show("start, train", score(tasks, start), len(tasks))
        if test:
            show("start, test", score(test, start), len(test))
    show("leave one repository out", cross(tasks, everything, start, l2=a.l2), len(tasks))
    w = fit(tasks, everything, start, l2=a.l2)
    show("train", score(tasks, w), len(tasks))
    if test:
        show("test", score(test, w), len(test))
    print(", ".join(f"{n} {v:.2f}" for n, v in zip(names, w)))
    if a.ablate:
        for i, name in enumerate(names):
            active = everything.copy()
            active[i] = 0
            v = fit(tasks, active, start, l2=a.l2)
            show(f"without {name}", score(test, v) if test else cross(tasks, active, start, l2=a.l2), len(test or tasks))


if __name__ == "__main__":
    main()
