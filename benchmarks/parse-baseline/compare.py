#!/usr/bin/env python3
"""Measures codex-aura against the floor: a C program that parses and walks the same files with the same native libraries.

    python3 benchmarks/parse-baseline/compare.py --tool DIR/codex-aura [--runs 5] [--with-stdlib] FOLDER...

Each folder is one corpus. All runs of a corpus alternate (C program, from nothing, nothing changed, a function added to one file, a
comment put above all else of it), so that what else the machine does hits them alike; the smallest value of each counts, and the
ratios are of those. CPU time is that of the process and its children, user and system. The corpus is copied first, for one of its
files is edited; a package keeps its name, so that what imports it finds it.
"""
import argparse, json, os, pathlib, shutil, subprocess, sys, sysconfig, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADERS = ROOT / 'eng/native/node_modules/tree-sitter/vendor/tree-sitter/lib/include'
OLD = time.time() - 86400


def compile_baseline(natives, out):
    compiler = os.environ.get('CC', 'cc')
    subprocess.run([compiler, '-O2', f'-I{HEADERS}', '-o', str(out), str(pathlib.Path(__file__).with_name('baseline.c')),
                    f'-L{natives}', '-lcodexaura-treesitter', '-ltree-sitter-python', f'-Wl,-rpath,{natives}'], check=True)


def run(command, stdin=None):
    """CPU seconds, wall seconds, peak megabytes, standard output."""
    started = time.monotonic()
    process = subprocess.Popen([str(c) for c in command], stdin=open(stdin) if stdin else subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed with exit code {process.returncode}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, output.decode()


def copy_corpus(folder, to):
    """Only sources, with times in the past, as after a checkout of yesterday."""
    folder = pathlib.Path(folder).resolve()
    for path in folder.rglob('*.py'):
        if not path.is_file() or '__pycache__' in path.parts or path.stat().st_size > 4 << 20:
            continue
        target = to / path.relative_to(folder.parent if (folder / '__init__.py').exists() else folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, (OLD, OLD))


def analysed_files(tool, tree, data, listing):
    data.mkdir()
    graph = data / 'graph.json'
    run([tool, 'analyze', tree, '--data', data, '-q', '-o', graph])
    nodes = json.loads(graph.read_text())['nodes']
    files = [n['path'] for n in nodes if n['type'] == 'file']
    listing.write_text(''.join(f'{tree}/{f}\n' for f in files))
    graph.unlink()
    return files


def compare(name, folder, tool, baseline, runs, scratch):
    tree, data, listing = scratch / 'tree', scratch / 'data', scratch / 'files'
    copy_corpus(folder, tree)
    files = analysed_files(tool, tree, data, listing)
    edited = tree / max(files, key=lambda f: (f.count('/'), f))
    best = {}
    for turn in range(runs):
        shutil.rmtree(data, ignore_errors=True)
        analyze = [tool, 'analyze', tree, '--data', data, '-q']
        for step in ('c', 'full', 'same', 'one', 'moved'):
            if step == 'one':
                with open(edited, 'a') as f:
                    f.write(f'\n# turn {turn}\ndef added_{turn}(): pass\n')
                os.utime(edited, (OLD + 2 * turn + 1, OLD + 2 * turn + 1))
            if step == 'moved':
                edited.write_text(f'# moved {turn}\n{edited.read_text()}')
                os.utime(edited, (OLD + 2 * turn + 2, OLD + 2 * turn + 2))
            cpu, wall, memory, output = run([baseline], listing) if step == 'c' else run(analyze)
            if step == 'c':
                best['counts'] = json.loads(output)
            old = best.get(step, (1e9, 1e9, 1e9))
            best[step] = (min(old[0], cpu), min(old[1], wall), min(old[2], memory))
    lines = best['counts']['lines']
    c, full, same, one, moved = (best[step] for step in ('c', 'full', 'same', 'one', 'moved'))
    print(f"| {name} | {lines:,} | {c[0]:.2f} s | {full[0]:.2f} s | {full[0] / c[0]:.2f} | {full[1] / full[0]:.2f} | {full[2]:.0f} MB "
          f"| {(full[2] - 100) * 1024 / lines:.2f} KB | {same[0]:.2f} s ({same[0] / full[0]:.2f}) | {same[1]:.2f} s | {one[0]:.2f} s ({one[0] / full[0]:.2f}) "
          f"| {moved[0]:.2f} s ({moved[0] / full[0]:.2f}) |",
          flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--tool', required=True, type=pathlib.Path)
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('--with-stdlib', action='store_true', help='the Python standard library of this interpreter too')
    parser.add_argument('folders', nargs='*')
    options = parser.parse_args()
    corpora = [(pathlib.Path(f).name, f) for f in options.folders]
    if options.with_stdlib:
        corpora.append(('standard library', sysconfig.get_paths()['stdlib']))
    natives = options.tool.resolve().parent / 'plugins/CodexAura.Analyzers.Python/runtimes/linux-x64/native'
    print('| corpus | lines | C program, CPU | from nothing, CPU | ratio | wall/CPU | peak | above 100 MB, a line | nothing changed, CPU (of full) | wall | one file changed, CPU (of full) | only its lines moved |')
    print('|---|---|---|---|---|---|---|---|---|---|---|---|')
    for name, folder in corpora:
        with tempfile.TemporaryDirectory() as scratch:
            scratch = pathlib.Path(scratch).resolve()
            compile_baseline(natives, scratch / 'baseline')
            compare(name, folder, options.tool.resolve(), scratch / 'baseline', options.runs, scratch)


if __name__ == '__main__':
    main()
