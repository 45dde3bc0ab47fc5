#!/usr/bin/env python3
"""Measures what `codex-aura watch` needs for a saved file.

    python3 benchmarks/parse-baseline/watch.py --tool DIR/codex-aura [--edits 12] [--move] FOLDER

A function is added to one file again and again, or with --move a comment is put above all else of it, and each time the line that says
that the graph is up to date is waited for; where one that tells of a preview comes before it, its time is given too. CPU time is that of the process, from /proc (Linux). The first half of the edits is left out
of the sums: much is compiled then.
"""
import argparse, os, pathlib, statistics, subprocess, sys, tempfile, time

from compare import copy_corpus


def cpu_seconds(process):
    fields = pathlib.Path(f'/proc/{process.pid}/stat').read_text().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def next_line(process):
    line = process.stdout.readline()
    if not line:
        sys.exit(f'{process.args[0]} ended with exit code {process.wait()}')
    return line.strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--tool', type=pathlib.Path, required=True)
    parser.add_argument('--edits', type=int, default=12)
    parser.add_argument('--move', action='store_true', help='only move lines')
    parser.add_argument('folder', type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        tree = pathlib.Path(scratch, 'tree')
        copy_corpus(arguments.folder, tree)
        edited = max(tree.rglob('*.py'), key=lambda path: (len(path.parts), str(path)))
        process = subprocess.Popen([arguments.tool.resolve(), 'watch', tree, '--data', pathlib.Path(scratch, 'data')], stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, text=True)
        try:
            print(next_line(process))
            updates = []
            for turn in range(arguments.edits):
                time.sleep(1.5)
                before, started = cpu_seconds(process), time.monotonic()
                if arguments.move:
                    edited.write_text(f'# moved {turn}\n{edited.read_text()}')
                else:
                    with open(edited, 'a') as file:
                        file.write(f'\n\ndef watched_{turn}(): pass\n')
                line = next_line(process)
                wall, preview = time.monotonic() - started, None
                if 'preview' in line:
                    preview, line = wall, next_line(process)
                    wall = time.monotonic() - started
                # What follows the line, such as collecting garbage, counts too.
                time.sleep(0.5)
                updates.append((cpu_seconds(process) - before, wall, preview))
                said = '' if preview is None else f'{preview:.2f} s until there was a preview, '
                print(f'{line}   {updates[-1][0]:.2f} s CPU, {said}{wall:.2f} s until it was said')
            late = updates[len(updates) // 2:]
            previews = [u[2] for u in late if u[2] is not None]
            print(f'{len(late)} last updates, medians: {statistics.median(u[0] for u in late):.2f} s CPU, {statistics.median(u[1] for u in late):.2f} s on the clock'
                  + (f', {statistics.median(previews):.2f} s to a preview' if previews else ''))
        finally:
            process.terminate()
            process.wait()


if __name__ == '__main__':
    main()
