#!/usr/bin/env python3
"""Measures a server over loopback: the first answer of each endpoint after a start, the median of warm ones, and requests a second.

    measure.py codex-aura REPOSITORY [--wrk wrk] [--seconds 10] [--data FOLDER]

Requests are made with curl, one connection each, so that cold figures have a connection in them; wrk makes the load.
"""
import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

COLD, WARM = 5, 200


def start(arguments, data):
    environment = dict(os.environ, CODEX_AURA_HOME=str(data))
    server = subprocess.Popen([arguments.tool, "serve", "--urls", "http://127.0.0.1:0", "--log", "none"], env=environment,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return server, re.search(r"http://\S+", server.stdout.readline()).group()


def stop(server):
    server.terminate()
    server.wait()


def curl(url, body=None):
    """Milliseconds until the last byte, of one request on a connection of its own."""
    command = ["curl", "-s", "-o", "/dev/null", "-w", "%{time_total} %{http_code}", url]
    if body is not None:
        command += ["-H", "Content-Type: application/json", "--data-binary", json.dumps(body)]
    seconds, status = subprocess.check_output(command, text=True).split()
    if status != "200":
        sys.exit(f"{url} answered {status}")
    return float(seconds) * 1000


def resident(server):
    text = pathlib.Path(f"/proc/{server.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", text).group(1)) / 1024


def cpu(server):
    fields = pathlib.Path(f"/proc/{server.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("repository", type=pathlib.Path)
    parser.add_argument("--wrk", default="wrk")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--data", type=pathlib.Path)
    arguments = parser.parse_args()
    repository = str(arguments.repository.resolve())
    data = arguments.data or pathlib.Path(tempfile.mkdtemp(prefix="codex-aura-bench-"))

    server, url = start(arguments, data)
    answer = subprocess.check_output(["curl", "-s", f"{url}/api/v1/analyze", "-H", "Content-Type: application/json",
                                      "--data-binary", json.dumps({"repo_path": repository})])
    analysis = json.loads(answer)
    stop(server)
    graph = analysis["graph_id"]
    stats = analysis["stats"]
    print(f"{stats['total_nodes']:,} nodes, {stats['total_edges']:,} edges")

    node = urllib.parse.quote("pkg10/mod500.py::function::Thing500_1.step5")
    files = [f"pkg{n // 50}/mod{n}.py" for n in (100, 500, 900, 1300, 1700)]
    endpoints = {
        "graphs": ("/api/v1/graphs", None),
        "node": (f"/api/v1/graph/{graph}/node?node_id={node}", None),
        "dependencies, depth 2": (f"/api/v1/graph/{graph}/dependencies?node_id={node}&depth=2", None),
        "impact of five files": (f"/api/v1/graph/{graph}/impact", {"changed_files": files}),
    }
    print(f"{'':24}{'first after start':>20}{'second':>10}{'warm median':>14}   (ms)")
    for name, (path, body) in endpoints.items():
        firsts, seconds = [], []
        for run in range(COLD):
            server, url = start(arguments, data)
            firsts.append(curl(url + path, body))
            seconds.append(curl(url + path, body))
            if run < COLD - 1:
                stop(server)
        warm = statistics.median(curl(url + path, body) for _ in range(WARM))
        stop(server)
        print(f"{name:24}{statistics.median(firsts):20.1f}{statistics.median(seconds):10.1f}{warm:14.2f}")

    server, url = start(arguments, data)
    path = endpoints["dependencies, depth 2"][0]
    for part in ("warming up", "measured"):
        before, at = cpu(server), time.monotonic()
        output = subprocess.check_output([arguments.wrk, "-t1", "-c16", f"-d{arguments.seconds}s", "--latency", url + path], text=True)
        requests = int(re.search(r"(\d+) requests in", output).group(1))
        errors = re.search(r"Non-2xx.*", output)
        rate = re.search(r"Requests/sec:\s+(\S+)", output).group(1)
        print(f"wrk, {part}: {rate} a second, {(cpu(server) - before) / requests * 1e6:.0f} µs of the server's CPU each, "
              f"{resident(server):.0f} MB resident{', ' + errors.group() if errors else ''}")
    sizes = []
    for _ in range(10):
        subprocess.check_output([arguments.wrk, "-t1", "-c16", "-d3s", url + path])
        sizes.append(resident(server))
    print("resident after each of ten further runs of 3 s:", " ".join(f"{size:.0f}" for size in sizes), "MB")
    stop(server)


if __name__ == "__main__":
    main()
