#!/usr/bin/env python3
"""Tells from backtests how well risk orders commits by whether they were fixed later, and whether other weights would do better.

    codex-aura backtest REPOSITORY --commits 150 --until HEAD~150 --json > NAME.json
    risk.py NAME.json... [--fit]

For each project, and on average: the area under the ROC curve (AUC) of the score, of the number of changed lines, and of each part by
itself. `--fit` looks for better weights (coordinate ascent over halves and greatest shares), once on all projects and once for each project on
the others: only the latter says what fitted weights are worth elsewhere.
"""
import argparse, json, math, statistics
from pathlib import Path

# As in RiskModel: greatest share, and the measure at which half of it is reached.
MODEL = {"reach": (0.9, 80), "breadth": (0.4, 10), "size": (0.3, 10), "lines": (0.5, 30), "complexity": (0.9, 20), "public_api": (0.15, 3), "recent_fixes": (0.15, 10)}
SHARES = (0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
HALVES = {"reach": (20, 40, 80, 160, 320), "size": (3, 5, 10, 20), "lines": (15, 30, 60, 100, 200), "complexity": (5, 10, 20, 40), "public_api": (3, 10), "recent_fixes": (3, 10, 30)}


def auc(values, labels):
    fixed = [v for v, label in zip(values, labels) if label]
    others = [v for v, label in zip(values, labels) if not label]
    return sum((f > o) + 0.5 * (f == o) for f in fixed for o in others) / (len(fixed) * len(others))


def score(model, commit):
    spared = 1.0
    for part, (greatest, half) in model.items():
        spared *= 1 - greatest * commit["parts"][part] / (commit["parts"][part] + half)
    return 1 - spared


def of_project(figure, commits):
    return auc([figure(c) for c in commits], [c["later_fixed"] for c in commits])


def show(name, figure, projects):
    """The figure is given the project's name and a commit."""
    values = {project: of_project(lambda c, project=project: figure(project, c), commits) for project, commits in projects.items()}
    print(f"{name:23}" + " ".join(f"{p} {v:.2f}" for p, v in values.items()) + f"  mean {statistics.mean(values.values()):.3f}")


def fit(projects):
    def goal(model):
        weights = {p: math.sqrt(sum(c["later_fixed"] for c in commits)) for p, commits in projects.items()}
        return sum(weights[p] * of_project(lambda c: score(model, c), commits) for p, commits in projects.items()) / sum(weights.values())

    model, best = dict(MODEL), goal(MODEL)
    for _ in range(3):
        before = best
        for part, halves in HALVES.items():
            for candidate in [(g, h) for g in SHARES for h in halves]:
                changed = {**model, part: candidate}
                if (value := goal(changed)) > best + 1e-5:
                    model, best = changed, value
        if best == before:
            break
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("backtests", nargs="+", type=Path)
    parser.add_argument("--fit", action="store_true")
    options = parser.parse_args()
    projects = {path.stem: json.loads(path.read_text(encoding="utf-8"))["rated"] for path in options.backtests}
    projects = {name: commits for name, commits in projects.items() if 0 < sum(c["later_fixed"] for c in commits) < len(commits)}
    print(", ".join(f"{name}: {sum(c['later_fixed'] for c in commits)} of {len(commits)} fixed later" for name, commits in projects.items()))
    show("score of the tool", lambda _, c: c["score"], projects)
    show("score of these weights", lambda _, c: score(MODEL, c), projects)
    show("changed lines", lambda _, c: c["lines"], projects)
    for part in MODEL:
        show(part, lambda _, c, part=part: c["parts"][part], projects)
    if options.fit:
        everywhere = fit(projects)
        print(everywhere)
        show("fitted to all", lambda _, c: score(everywhere, c), projects)
        elsewhere = {name: fit({n: c for n, c in projects.items() if n != name}) for name in projects}
        show("fitted to the others", lambda project, c: score(elsewhere[project], c), projects)


if __name__ == "__main__":
    main()
