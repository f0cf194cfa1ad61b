#!/usr/bin/env python3
"""clang-tidy over every source of the program, two at a time; a source whose text, headers and flags have not changed is not read again.

usage: tidy.py BUILD_FOLDER        (holds compile_commands.json, built once so that the depfiles are known)
Last line: `N passed, N failed`, in sources.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TIDY = "clang-tidy-19"


def sources(build):
    """path -> compile command, for the program's own sources. Tests stay out: parsing Catch2 would double the time."""
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = pathlib.Path(entry["file"])
        if path.is_relative_to(ROOT / "server") and not path.stem.endswith("_test"):
            yield path, entry


def headers(build):
    """object file -> the files of ours it was made from, as ninja remembers them."""
    out = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=True).stdout
    found, current = {}, []
    for line in out.splitlines():
        if line and not line.startswith(" "):
            current = found.setdefault(line.split(":")[0], [])
        elif line.strip():
            path = (build / line.strip()).resolve()
            if path.is_relative_to(ROOT):
                current.append(path)
    return found


def clang_flags(entry):
    """g++'s command, without what clang would stumble on: its own precompiled header is text to us."""
    words = shlex.split(entry["command"])
    kept = [word for word in words if not word.startswith(("-fsanitize", "-fno-sanitize", "-Winvalid-pch", "-Werror"))]
    return [word for word in kept if word not in ("ccache", "/usr/bin/ccache")]


def fingerprint(path, flags, made_from):
    digest = hashlib.sha256(repr(flags).encode())
    for one in [ROOT / ".clang-tidy", path, *sorted(made_from)]:
        if one.suffix != ".gch" and one.exists():
            digest.update(one.read_bytes())
    return digest.hexdigest()


def read(path, database):
    done = subprocess.run(
        [TIDY, "--quiet", "-p", database, "--extra-arg=-Wno-ignored-gch", "--extra-arg=-Wno-unknown-warning-option", path],
        capture_output=True, text=True, cwd=ROOT,
    )
    noise = ("warnings generated.", "warning generated.", "Suppressed ", "Use -header-filter")
    return done.returncode, "\n".join(line for line in done.stdout.splitlines() + done.stderr.splitlines() if not any(n in line for n in noise))


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    known = build / "tidy"
    known.mkdir(exist_ok=True)
    made_from = headers(build)
    commands, waiting, passed, failed = [], [], 0, 0
    for path, entry in sources(build):
        flags = clang_flags(entry)
        commands.append({"directory": entry["directory"], "file": entry["file"], "arguments": flags})
        output = entry.get("output") or flags[flags.index("-o") + 1]
        mark = known / fingerprint(path, flags, made_from.get(output, []))
        if mark.exists():
            passed += 1
        else:
            waiting.append((path, mark))
    (known / "compile_commands.json").write_text(json.dumps(commands))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for (path, mark), (code, text) in zip(waiting, pool.map(lambda one: read(one[0], known), waiting)):
            if code == 0:
                mark.touch()
                passed += 1
            else:
                failed += 1
                print(f"{path.relative_to(ROOT)}\n{text}")
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and passed else 1


if __name__ == "__main__":
    sys.exit(main())
