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
import threading

ROOT = pathlib.Path(__file__).resolve().parent.parent
TIDY, COMPILER = "clang-tidy-19", "clang++-19"


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
    """g++'s command, without what clang would stumble on."""
    words = shlex.split(entry["command"])
    kept = [word for word in words if not word.startswith(("-fsanitize", "-fno-sanitize", "-Winvalid-pch", "-Werror", "-fpch-preprocess"))]
    return [word for word in kept if word not in ("ccache", "/usr/bin/ccache")]


class Precompiled:
    """g++'s precompiled header is text to clang: one of its own, for each set of flags, spares a third of the reading."""

    def __init__(self, folder):
        self.folder, self.made, self.lock = folder, {}, threading.Lock()

    def flags(self, flags):
        """The same flags, with the header read already; as they are where there is none, or it cannot be made."""
        if "-include" not in flags:
            return flags
        at = flags.index("-include")
        header, rest = flags[at + 1], flags[1:at] + flags[at + 2 :]
        shared = [word for word in without_files(rest) if not word.startswith("-I")]
        with self.lock:
            if (key := (header, *shared)) not in self.made:
                self.made[key] = self.make(header, without_files(rest), self.folder / f"header-{len(self.made)}.pch")
        made = self.made[key]
        return [flags[0], *rest, "-include-pch", str(made)] if made else flags

    @staticmethod
    def make(header, flags, pch):
        done = subprocess.run([COMPILER, "-x", "c++-header", *flags, "-w", header, "-o", pch], cwd=ROOT, capture_output=True)
        return pch if done.returncode == 0 else None


def without_files(flags):
    """What says how to compile, without what and where to."""
    kept, skip = [], False
    for word in flags:
        if skip or word in ("-o", "-c", "-MT", "-MF"):
            skip = not skip
        elif word not in ("-MD", "-MMD"):
            kept.append(word)
    return kept


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
    precompiled = Precompiled(known)
    for path, entry in sources(build):
        flags = clang_flags(entry)
        output = entry.get("output") or flags[flags.index("-o") + 1]
        mark = known / fingerprint(path, flags, made_from.get(output, []))
        if mark.exists():
            passed += 1
        else:
            commands.append({"directory": entry["directory"], "file": entry["file"], "arguments": precompiled.flags(flags)})
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
