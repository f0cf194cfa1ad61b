#!/usr/bin/env python3
"""The committed files that are made from the program: are they what today's program would make?

usage: generated.py            compares; prints the first differences of each stale file
       generated.py --write    makes them anew (this is `./dev generate`)
"""

import difflib
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PREAU = ROOT / "build/asan/preau"

# file -> the command that prints it, and where it runs. In this order: the types are made from openapi.json.
GENERATED = {
    "docs/openapi.json": ([PREAU, "openapi"], ROOT),
    "docs/schema.sql": ([PREAU, "schema"], ROOT),
    "docs/rights.md": ([PREAU, "rights"], ROOT),
    "web/src/api/types.gen.ts": (["npx", "openapi-typescript", "../docs/openapi.json"], ROOT / "web"),
}


def made(command, folder):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stderr}")
    return done.stdout


def difference(name, committed, fresh):
    lines = difflib.unified_diff(committed.splitlines(), fresh.splitlines(), f"{name} (committed)", f"{name} (today)", lineterm="", n=1)
    return "\n".join(list(lines)[:30])


def main():
    write = sys.argv[1:] == ["--write"]
    failed = 0
    for name, (command, folder) in GENERATED.items():
        path = ROOT / name
        try:
            fresh = made(command, folder)
        except (OSError, RuntimeError) as problem:
            print(f"{name}: {problem}")
            failed += 1
            continue
        committed = path.read_text(encoding="utf-8") if path.exists() else ""
        if write:
            path.write_text(fresh, encoding="utf-8")
        elif committed != fresh:
            print(f"{name} is stale: run ./dev generate\n{difference(name, committed, fresh)}")
            failed += 1
    print(f"{len(GENERATED) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
