#!/usr/bin/env python3
"""How fast Préau is, beside what bounds it: each request alternates with its reference in one run, rounds, medians.

usage: bench.py [--sizes 1,20,200] [--seconds 1] [--rounds 5] [--out docs/benchmarks.md]
       bench.py --page        writes the page anew from the last run's figures (build/bench/results.json)

Builds schools of 306 accounts each (tools/aaf_export.py, then `preau import aaf`), lives in them (bench_life), serves them with the
release build, and asks (bench_load). Only asks this machine; stops what it started.
"""
import argparse
import datetime
import json
import os
import pathlib
import re
import shutil
import time

import delivering
import listening
import noting
import page
import reading
import signing_in
import starting
from running import BUILD, PLACE, ROOT, run
from schools import Schools

RESULTS = PLACE / "results.json"


def machine():
    model = re.search(r"model name\s*:\s*(.+)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text())
    return f"{os.cpu_count()} cores ({model[1].strip() if model else 'unknown'}), {int(memory[1]) // 1048576} GiB"


def say(size, what, began):
    print(f"{size:>4} {what} ({time.monotonic() - began:.0f} s)", flush=True)


def measure_size(size, options):
    """Everything that depends on how many schools there are, and the live connections that so many families may hold."""
    began = time.monotonic()
    schools = Schools(size)
    schools.deliver()
    measured = {"accounts": schools.accounts, "delivery": delivering.measure(schools, options)}
    say(size, "importées", began)
    schools.fill()
    measured["starting"] = starting.measure(schools, options)
    bare, raw = schools.copy("bare"), schools.copy("raw")
    say(size, "prêtes", began)
    with schools.serving() as preau:
        measured["reading"] = reading.measure(schools, preau, bare, options)
        measured["sign_in"] = signing_in.measure(schools, preau, options)
        measured["note"] = noting.measure(schools, preau, raw, options)
        measured["memory_mib"] = preau.pss_kib() / 1024
        live = listening.measure(schools, preau, options)
    shutil.rmtree(schools.place)
    say(size, "mesurées", began)
    return measured, live


def measure(options):
    """Writes the figures and the page after each size: a run that is cut short leaves what it has."""
    results = {"date": datetime.date.today().isoformat(), "machine": machine(), "rounds": options.rounds, "seconds": options.seconds, "sizes": {}}
    results["writer"] = json.loads(run(BUILD / "bench_writer", PLACE / "writer", options.seconds, options.rounds))
    for size in (int(word) for word in options.sizes.split(",")):
        results["sizes"][str(size)], results["live"] = measure_size(size, options)
        RESULTS.write_text(json.dumps(results, indent=1))
        options.out.write_text(page.written(results))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--sizes", default="1,20,200")
    parser.add_argument("--seconds", type=float, default=1)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "docs" / "benchmarks.md")
    parser.add_argument("--page", action="store_true")
    options = parser.parse_args()
    PLACE.mkdir(parents=True, exist_ok=True)
    if options.page:
        options.out.write_text(page.written(json.loads(RESULTS.read_text())))
    else:
        measure(options)
    print(f"→ {options.out}")


main()
