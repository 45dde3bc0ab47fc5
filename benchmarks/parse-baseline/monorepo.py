#!/usr/bin/env python3
"""Makes a monorepo of any size out of a seed: packages of modules with classes, methods, calls and imports across packages.

    python3 benchmarks/parse-baseline/monorepo.py FOLDER --lines 10000000 [--seed 1]

Each package imports from a few packages before it, as layers do, so that what is connected to what stays local however large the
whole is: the cost of a line ought not to grow with it. Same arguments, same files.
"""
import argparse, pathlib, random

MODULES = 20
CLASSES = 4
METHODS = 8


def module(rng, package, number):
    """A module of about 260 lines."""
    name = f'package_{package}.module_{number}'
    lines = [f'"""Module {number} of package {package}."""', 'import json', 'from typing import Optional', '']
    used = []
    for other in sorted({max(0, package - rng.randint(0, 5)) for _ in range(3)}):
        theirs = rng.randrange(MODULES if other != package else max(number, 1))
        if (other, theirs) == (package, number):
            continue
        kind = rng.randrange(CLASSES)
        lines.append(f'from package_{other}.module_{theirs} import Class_{other}_{theirs}_{kind}, helper_{other}_{theirs}')
        used.append((f'Class_{other}_{theirs}_{kind}', f'helper_{other}_{theirs}'))
    lines += ['', '', f'def helper_{package}_{number}(value, default=None):', f'    """Helps {name}."""', '    if value is None:', '        return default',
              '    return json.dumps(value)', '']
    for c in range(CLASSES):
        base = rng.choice(used)[0] if used and rng.random() < 0.4 else 'object'
        lines += ['', f'class Class_{package}_{number}_{c}({base}):', f'    """Class {c} of {name}."""', '', '    def __init__(self, parent: Optional["object"] = None):',
                  '        self.parent = parent', '        self.items = []', '']
        for m in range(METHODS):
            lines += [f'    def method_{m}(self, first, second=0):', f'        """Method {m}."""', f'        result = helper_{package}_{number}(first)']
            if m:
                lines.append(f'        other = self.method_{rng.randrange(m)}(second)')
            if used:
                cls, helper = rng.choice(used)
                lines += [f'        made = {cls}(self)', f'        self.items.append({helper}(made.method_{rng.randrange(METHODS)}(first)))']
            lines += ['        for item in self.items:', '            result = item or result', '        return result', '']
    return '\n'.join(lines) + '\n'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('folder', type=pathlib.Path)
    parser.add_argument('--lines', type=int, default=10_000_000)
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    lines = package = 0
    while lines < options.lines:
        home = options.folder / f'package_{package}'
        home.mkdir(parents=True, exist_ok=True)
        (home / '__init__.py').write_text('')
        for number in range(MODULES):
            text = module(rng, package, number)
            (home / f'module_{number}.py').write_text(text)
            lines += text.count('\n')
        package += 1
    print(f'{package} packages, {package * (MODULES + 1)} files, {lines} lines')


main()
