#!/usr/bin/env python3
"""How right the previews are that `codex-aura watch` stores while everything is resolved anew.

    python3 benchmarks/parse-baseline/preview.py --tool DIR/codex-aura [--commits 8] [--seed 1] CLONE FOLDER

Commits that change or add at most eight Python files of FOLDER, and remove none, are drawn from the history of a clone. For each, `watch`
runs over the folder as it was before it, and the files are written as they are after it. When the preview is there the process is
suspended (SIGSTOP) and the graph exported; then it goes on, and the graph that follows is exported too. Edges called heuristic are left out.
"""
import argparse, json, pathlib, random, signal, subprocess, tempfile


def git(clone, *arguments, binary=False):
    return subprocess.run(['git', '-C', clone, *arguments], capture_output=True, check=True, text=not binary).stdout


def edits(clone, folder, count, seed):
    commits = git(clone, 'log', '--no-merges', '--first-parent', '-n', '3000', '--format=%H', '--', folder).split()
    random.Random(seed).shuffle(commits)
    for commit in commits:
        if count == 0:
            return
        if not git(clone, 'rev-list', '--parents', '-n', '1', commit).split()[1:]:
            continue
        changes = [line.split('\t') for line in git(clone, 'diff', '--name-status', f'{commit}^', commit, '--', folder).splitlines()]
        files = [change[-1] for change in changes if change[-1].endswith('.py')]
        if files and len(files) <= 8 and all(change[0] in 'MA' for change in changes):
            count -= 1
            yield commit, files


def graph(tool, data, scratch):
    listed = json.loads(subprocess.run([tool, 'list', '--json', '--data', data], capture_output=True, check=True, text=True).stdout)
    target = scratch / 'graph.json'
    subprocess.run([tool, 'export', (listed['graphs'] if isinstance(listed, dict) else listed)[0]['id'], '-o', target, '--data', data], capture_output=True, check=True)
    exported = json.loads(target.read_text())
    nodes = {(node['id'], *node['lines']) for node in exported['nodes']}
    return nodes, {(edge['source'], edge['target'], edge['type']) for edge in exported['edges'] if edge['confidence'] != 'heuristic'}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--tool', type=pathlib.Path, required=True)
    parser.add_argument('--commits', type=int, default=8)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('clone', type=pathlib.Path)
    parser.add_argument('folder')
    arguments = parser.parse_args()
    tool = arguments.tool.resolve()
    sums = dict.fromkeys(('commits', 'previews', 'nodes right', 'edges that differ', 'of these right', 'wrong that were not before', 'lost'), 0)
    for commit, files in edits(arguments.clone, arguments.folder, arguments.commits, arguments.seed):
        sums['commits'] += 1
        with tempfile.TemporaryDirectory() as temporary:
            scratch = pathlib.Path(temporary)
            tree, data = scratch / 'tree', scratch / 'data'
            tree.mkdir()
            subprocess.run(['tar', 'x', '-C', tree], input=git(arguments.clone, 'archive', f'{commit}^', arguments.folder, binary=True), check=True)
            process = subprocess.Popen([tool, 'watch', tree, '--data', data], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            try:
                process.stdout.readline()
                nodes_before, before = graph(tool, data, scratch)
                for file in files:
                    (tree / file).parent.mkdir(parents=True, exist_ok=True)
                    (tree / file).write_bytes(git(arguments.clone, 'show', f'{commit}:{file}', binary=True))
                line = process.stdout.readline()
                if 'preview' not in line:
                    print(f'{commit[:10]}  no preview: {line.strip()}')
                    continue
                process.send_signal(signal.SIGSTOP)
                nodes_then, then = graph(tool, data, scratch)
                process.send_signal(signal.SIGCONT)
                while 'preview' in process.stdout.readline():
                    pass
                nodes_after, after = graph(tool, data, scratch)
            finally:
                process.send_signal(signal.SIGCONT)
                process.terminate()
                process.wait()
        differ = before ^ after
        found = {'previews': 1, 'nodes right': nodes_then == nodes_after, 'edges that differ': len(differ), 'of these right': len(differ - (then ^ after)),
                 'wrong that were not before': len(then - after - before), 'lost': len(before & after - then)}
        for name, value in found.items():
            sums[name] += value
        print(f'{commit[:10]}  ' + ', '.join(f'{name} {int(value)}' for name, value in found.items()))
    print('; '.join(f'{name} {value}' for name, value in sums.items()))


if __name__ == '__main__':
    main()
