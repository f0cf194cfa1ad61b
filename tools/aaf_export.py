#!/usr/bin/env python3
"""Writes an invented full export of the academic directory (AAF 1D), of any size, in constant memory.

usage: aaf_export.py --schools N --out FOLDER [--seed TEXT] [--date 2026-09-01] [--academy 10] [--classes 6] [--pupils 25] [--valid-dtd]
       aaf_export.py --demo --out FOLDER [--date 2026-09-01]

A school has by default 6 classes of 25 pupils, 150 guardians and 6 teachers, the head among them: 306 possible accounts. Schools go two
by two in one town, so that brothers and sisters are in two of them. The same arguments give the same files.
"""
import argparse
import shutil
from datetime import date
from pathlib import Path

from aaf_demo import demo_town
from aaf_records import ExportWriter
from aaf_town import Keys, invented_town

STORY = Path(__file__).resolve().parent.parent / "server/app/demo/story"  # what happens in the demonstration town, for `preau demo load`
ACADEMIES = {"10": "Lyon", "02": "Aix-Marseille", "14": "Rennes", "25": "Versailles"}


def arguments(words=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--schools", type=int, help="how many schools (at most 1,000,000)")
    what.add_argument("--demo", action="store_true", help="the demonstration town instead: two schools, a fixed cast")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write into; made when it is missing")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--date", type=date.fromisoformat, default=date(2026, 9, 1), help="the day the export stands for")
    parser.add_argument("--academy", default="10", help="two digits")
    parser.add_argument("--classes", type=int, default=6, help="per school")
    parser.add_argument("--pupils", type=int, default=25, help="per class")
    parser.add_argument("--valid-dtd", action="store_true", help="lay the DTD beside the files")
    chosen = parser.parse_args(words)
    if not chosen.demo and not 1 <= chosen.schools <= 1_000_000:
        parser.error("--schools: between 1 and 1,000,000")
    if list(chosen.out.glob("*.xml")) if chosen.out.is_dir() else False:
        parser.error(f"--out: {chosen.out} already holds XML files; an export goes into a folder of its own")
    return chosen


def towns(chosen):
    if chosen.demo:
        yield demo_town(chosen.date)
        return
    keys = Keys()
    for number in range((chosen.schools + 1) // 2):
        schools = min(2, chosen.schools - 2 * number)
        yield invented_town(number, chosen.seed, keys, chosen.date, schools, chosen.classes, chosen.pupils)


def main(words=None):
    chosen = arguments(words)
    name = ACADEMIES.get(chosen.academy, "Académie inventée")
    with ExportWriter(chosen.out, chosen.date, chosen.academy, name, dtd=chosen.valid_dtd) as export:
        for town in towns(chosen):
            town.write(export)
    if chosen.demo:
        shutil.copytree(STORY, chosen.out / "story", dirs_exist_ok=True)
    print(", ".join(f"{kind} {count}" for kind, count in export.counts.items()))


if __name__ == "__main__":
    main()
