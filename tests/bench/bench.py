#!/usr/bin/env python3
"""How fast Préau is, beside what bounds it: each request alternates with its reference in one run, five rounds, medians.

usage: bench.py [--sizes 1,20,200] [--seconds 2] [--rounds 5] [--out docs/benchmarks.md]

Builds schools of 306 accounts each (tools/aaf_export.py, then `preau import aaf`), lives in them (bench_prepare), serves them with the
release build, and asks with wrk. Reference of a list: its own SQL and JSON in a bare loop (bench_bare), plus nginx serving the same bytes
from a file: no server can do less. CPU is that of the whole process tree, from /proc; the load generator shares the machine's cores,
so read ratios, not rates. Only targets the loopback; stops what it started.
"""
import argparse
import datetime
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build" / "release"
PLACE = ROOT / "build" / "bench"
TICK = os.sysconf("SC_CLK_TCK")
PORT, NGINX_PORT = 18080, 18090
ORIGIN = f"http://localhost:{PORT}"
CONNECTIONS = (2, 16, 64)


# ---- processes

def tree(pid):
    """The process and its children, whatever their depth."""
    pids = [pid]
    for one in pids:
        for task in pathlib.Path(f"/proc/{one}/task").glob("*/children"):
            pids += [int(child) for child in task.read_text().split()]
    return pids


def cpu_seconds(pid):
    total = 0
    for one in tree(pid):
        try:
            fields = pathlib.Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
        except FileNotFoundError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / TICK


def memory_mib(pid):
    total = 0
    for one in tree(pid):
        found = re.search(r"^Pss:\s+(\d+)", pathlib.Path(f"/proc/{one}/smaps_rollup").read_text(), re.M)
        total += int(found[1]) if found else 0
    return total / 1024


class Running:
    """A server started for the time of a `with`, and stopped by its pid."""

    def __init__(self, command, port, log):
        self.command, self.port, self.log = command, port, log

    def __enter__(self):
        began = time.monotonic()
        self.process = subprocess.Popen(self.command, stdout=open(self.log, "w"), stderr=subprocess.STDOUT, cwd=ROOT)
        while True:
            try:
                connection = http.client.HTTPConnection("localhost", self.port, timeout=1)
                connection.request("GET", "/healthz")
                connection.getresponse().read()
                break
            except OSError:
                if time.monotonic() - began > 20 or self.process.poll() is not None:
                    raise SystemExit(f"{self.command[0]} ne répond pas : voir {self.log}")
                time.sleep(0.01)
        self.ready_seconds = time.monotonic() - began
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(15)


# ---- data

def run(*command, **more):
    return subprocess.run([str(word) for word in command], check=True, text=True, capture_output=True, cwd=ROOT, **more).stdout


def schools(size):
    """A data folder with `size` schools in it, and who asks; built once."""
    data = PLACE / f"schools-{size}"
    cast = data / "cast.json"
    if cast.exists():
        return data, json.loads(cast.read_text())
    shutil.rmtree(data, ignore_errors=True)
    export = PLACE / f"export-{size}"
    shutil.rmtree(export, ignore_errors=True)
    run(sys.executable, "tools/aaf_export.py", "--schools", size, "--out", export, "--date", datetime.date.today().isoformat())
    timings = {}
    run(BUILD / "preau", "migrate", "--data", data)
    for name in ("first", "replay"):
        began = time.monotonic()
        run(BUILD / "preau", "import", "aaf", export, "--apply", "--accept-invented-uai", "--data", data, "--dated",
            datetime.date.today().isoformat())
        timings[name] = time.monotonic() - began
    people = json.loads(run(BUILD / "bench_prepare", data))
    people["import"] = timings
    cast.write_text(json.dumps(people))
    return data, people


# ---- asking

def ask(path, cookie, key=None, body=None):
    connection = http.client.HTTPConnection("localhost", PORT, timeout=20)
    headers = {"Cookie": f"__Host-preau={cookie}", "Accept": "application/json"}
    if key:
        headers |= {"Idempotency-Key": key, "Origin": ORIGIN, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"}
    connection.request("POST" if key else "GET", path, body, headers)
    reply = connection.getresponse()
    return reply.status, reply.read()


def wrk(url, connections, seconds, cookie=None):
    """Requests a second and latencies in ms; refuses a run in which anything but success was answered."""
    headers = ["-H", f"Cookie: __Host-preau={cookie}", "-H", "Accept: application/json"] if cookie else []
    said = run("wrk", "-t", "1", "-c", connections, "-d", f"{seconds}s", "--latency", *headers, url)
    if "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(f"{url} : {said}")
    number = {"us": 0.001, "ms": 1, "s": 1000}

    def latency(percent):
        found = re.search(rf"^\s*{percent}%\s+([\d.]+)(us|ms|s)", said, re.M)
        return float(found[1]) * number[found[2]]

    requests = int(re.search(r"(\d+) requests in", said)[1])
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    return {"requests": requests, "rate": rate, "p50": latency(50), "p99": latency(99)}


def measured(pid, url, connections, seconds, cookie=None):
    before = cpu_seconds(pid)
    got = wrk(url, connections, seconds, cookie)
    got["cpu_ms"] = (cpu_seconds(pid) - before) * 1000 / max(1, got["requests"])
    return got


def median(rounds, name):
    return statistics.median(one[name] for one in rounds)


def nginx_config():
    folder = PLACE / "nginx"
    (folder / "files").mkdir(parents=True, exist_ok=True)
    (folder / "files" / "healthz").write_text("ok\n")
    config = folder / "nginx.conf"
    config.write_text(f"""daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{ access_log off; sendfile on; keepalive_requests 1000000; open_file_cache max=100; client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{ listen 127.0.0.1:{NGINX_PORT}; root {folder}/files; }} }}
""")
    return config, folder / "files"


# ---- the runs

def lists(size, data, people, options):
    """The reading routes beside nginx and the bare loop."""
    guardian, teacher = people.get("guardian"), people["teacher"]
    works = [("bell", "/bell", teacher)]
    if guardian:
        works += [("list of 50 notes, guardian", "/liaison/notes", guardian), ("home of a guardian", "/home", guardian)]
    works += [("home of a teacher", "/home", teacher)]
    config, files = nginx_config()
    rows = []
    with Running([str(BUILD / "preau"), "serve", "--data", str(data), "--port", str(PORT)], PORT, PLACE / "serve.log") as preau, \
            Running(["/usr/sbin/nginx", "-c", str(config)], NGINX_PORT, PLACE / "nginx.log") as nginx:
        figures = {"ready_s": preau.ready_seconds, "memory_mib": None}
        for name, path, who in works:
            url = f"{ORIGIN}/api/c/{who['context']}{path}"
            status, body = ask(f"/api/c/{who['context']}{path}", who["cookie"])
            if status != 200:
                raise SystemExit(f"{name} : {status} {body[:200]}")
            (files / "same").write_bytes(body)
            bare, _ = map(float, run(BUILD / "bench_bare", f"{data}-copy", who["cookie"], who["context"], path, "0.7").split())
            for connections in CONNECTIONS:
                ours, theirs = [], []
                for _ in range(options.rounds):
                    ours.append(measured(preau.process.pid, url, connections, options.seconds, who["cookie"]))
                    theirs.append(measured(nginx.process.pid, f"http://localhost:{NGINX_PORT}/same", connections, options.seconds))
                ceiling = bare + median(theirs, "cpu_ms")
                rows.append({"work": name, "bytes": len(body), "connections": connections, "rate": median(ours, "rate"),
                             "cpu_ms": median(ours, "cpu_ms"), "nginx_ms": median(theirs, "cpu_ms"), "bare_ms": bare,
                             "ratio": ceiling / median(ours, "cpu_ms"), "p50": median(ours, "p50"), "p99": median(ours, "p99")})
                print(f"{size:>4} {name:<28} {connections:>3} c  {rows[-1]['rate']:>8.0f}/s  {rows[-1]['ratio']:.2f} du plafond", flush=True)
        figures["memory_mib"] = memory_mib(preau.process.pid)
        figures["writes"] = notes_sent(teacher, options)
    return rows, figures


def notes_sent(teacher, options):
    """A note to a class of 25, one after the other: durable when answered."""
    times = []
    for number in range(40 * options.rounds):
        body = json.dumps({"kind": "information", "ask": "sign_one", "title": f"Mesure {number}", "body": "Bonjour.", "facts": {},
                           "audience": [{"kind": "school_class", "id": teacher["class"]}]})
        began = time.monotonic()
        status, answer = ask(f"/api/c/{teacher['context']}/liaison/notes", teacher["cookie"], f"mesure-{os.getpid()}-{number:08}", body)
        times.append((time.monotonic() - began) * 1000)
        if status != 200:
            raise SystemExit(f"note : {status} {answer[:200]}")
    times.sort()
    return {"p50": times[len(times) // 2], "p99": times[int(len(times) * 0.99)]}


def machine():
    model = re.search(r"model name\s*:\s*(.+)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text())
    return f"{os.cpu_count()} cores ({model[1].strip() if model else 'unknown'}), {int(memory[1]) // 1048576} GiB"


def page(results, writer, hash_ms):
    lines = ["# Benchmarks", "",
             f"Written by `./dev bench` on {datetime.date.today().isoformat()}, {machine()}, release build, SQLite. The load generator shares",
             "the cores: rates are lower than a machine of its own would give, ratios hold. CPU is that of the whole process tree.",
             "*Ceiling*: the route's own SQL and JSON in a bare loop, plus nginx serving the same bytes from a file.", ""]
    for size, (rows, figures, people) in results.items():
        lines += [f"## {size} school{'s' if size > 1 else ''} ({306 * size} accounts)", "",
                  "| Work | bytes | connections | requests/s | CPU ms | nginx | bare loop | of the ceiling | p50 ms | p99 ms |",
                  "|---|---|---|---|---|---|---|---|---|---|"]
        for row in rows:
            lines.append(f"| {row['work']} | {row['bytes']} | {row['connections']} | {row['rate']:.0f} | {row['cpu_ms']:.3f} | "
                         f"{row['nginx_ms']:.3f} | {row['bare_ms']:.3f} | **{row['ratio']:.2f}** | {row['p50']:.2f} | {row['p99']:.2f} |")
        imports = people["import"]
        lines += ["", f"Ready in {figures['ready_s']:.2f} s; {figures['memory_mib']:.0f} MiB (PSS) after the run; a note to a class of 25, durable: "
                  f"p50 {figures['writes']['p50']:.1f} ms, p99 {figures['writes']['p99']:.1f} ms; import {imports['first']:.1f} s, "
                  f"replay {imports['replay']:.1f} s.", ""]
    lines += ["## Durable writes", "", "```", writer.strip(), "```", "", "## Sign-in", "",
              f"One argon2id hash with the cost in use: {hash_ms:.0f} ms of CPU. A sign-in is that and two short transactions.", ""]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--sizes", default="1,20,200")
    parser.add_argument("--seconds", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "docs" / "benchmarks.md")
    options = parser.parse_args()
    PLACE.mkdir(parents=True, exist_ok=True)
    results = {}
    for size in (int(word) for word in options.sizes.split(",")):
        data, people = schools(size)
        # the bare loop opens the database itself: one process writes a territory, so it is given a copy
        shutil.rmtree(f"{data}-copy", ignore_errors=True)
        shutil.copytree(data, f"{data}-copy")
        rows, figures = lists(size, data, people, options)
        results[size] = (rows, figures, people)
    writer = run(BUILD / "bench_writer", 1)
    hash_ms = float(run(BUILD / "bench_bare", "hash", 2).split()[0])
    options.out.write_text(page(results, writer, hash_ms))
    print(f"→ {options.out}")


main()
