#!/usr/bin/env python3
"""Writes a Python repository of a given number of graph nodes, from a seed: files of classes with methods that call each other.

    generate.py FOLDER [--nodes 100000] [--seed 1]
"""
import argparse
import pathlib
import random

CLASSES, METHODS = 4, 11  # a file has 1 + 4 + 44 + 1 nodes: 50


def module(number: int, files: int, rng: random.Random) -> str:
    # Most imports lead to neighbours, a few to hubs at the beginning: as in real repositories, some modules have many users.
    targets = sorted({t for t in (rng.randrange(max(0, number - 40), number) if number else 0 for _ in range(4)) if t != number}
                     | ({rng.randrange(min(20, number))} if number else set()))
    lines = [f"from pkg{t // 50}.mod{t} import Thing{t}_{rng.randrange(CLASSES)} as Used{i}, helper{t}" for i, t in enumerate(targets)]
    lines += ["", "", f"def helper{number}(value):", '    """Helps."""', "    return value", ""]
    for c in range(CLASSES):
        base = f"(Used{rng.randrange(len(targets))})" if targets and rng.random() < 0.3 else ""
        lines += ["", f"class Thing{number}_{c}{base}:", f'    """Thing {c} of module {number}."""', ""]
        for m in range(METHODS):
            lines.append(f"    def step{m}(self, value):")
            if m and rng.random() < 0.6:
                lines.append(f"        value = self.step{rng.randrange(m)}(value)")
            if targets and rng.random() < 0.4:
                lines.append(f"        value = helper{rng.choice(targets)}(value)")
            if targets and rng.random() < 0.3:
                lines.append(f"        value = Used{rng.randrange(len(targets))}().step{rng.randrange(METHODS)}(value)")
            lines += ["        return value", ""]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    files = arguments.nodes // (CLASSES * (METHODS + 1) + 2)
    for number in range(files):
        package = arguments.folder / f"pkg{number // 50}"
        package.mkdir(parents=True, exist_ok=True)
        (package / "__init__.py").touch()
        (package / f"mod{number}.py").write_text(module(number, files, rng), encoding="utf-8")


if __name__ == "__main__":
    main()
