#!/usr/bin/env python3
"""Runs everything that says whether Préau is well, one line a step, and ends with `N passed, N failed`.

usage: steps.py check              what needs no running server: formats, lints, layers, types, generated files
       steps.py test               all of it: check, every test on both engines, the browser's tests and journeys
       steps.py test --all         and what takes long: faults, other compilers and sanitizers, every page in every way, Firefox
       steps.py test ROOM          the tests of one room, on both engines
       steps.py e2e                the browser's journeys alone, on both engines

`./dev` calls it, with Node in PATH. Each step's whole output is kept in build/logs/. A step that fails does not stop the others;
one whose build failed counts as failed. N counts single tests where a program counts them, else one a step.
"""

import concurrent.futures
import dataclasses
import os
import pathlib
import re
import signal
import subprocess
import sys
import time

import postgres

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build/asan"
RELEASE = ROOT / "build/release"
TSAN = ROOT / "build/tsan"
LOGS = ROOT / "build/logs"
ENGINES = ("sqlite", "postgres")
LONGEST_SECONDS = 30 * 60
LONGEST_BUILD_SECONDS = 3 * 60 * 60

# How the programs we run count their tests, in their last words: ours and the journeys, Catch2 (two spellings), Vitest, unittest.
OURS = re.compile(r"^(?P<passed>\d+) passed, (?P<failed>\d+) failed$", re.M)
CATCH_ALL = re.compile(r"^All tests passed \(.* in (?P<passed>\d+) test cases?\)(?P<failed>)$", re.M)
CATCH_SOME = re.compile(r"^test cases: +\d+(?: \| +(?P<passed>\d+) passed)?(?: \| +(?P<failed>\d+) failed)?", re.M)
UNITTEST = re.compile(r"^Ran (?P<passed>\d+) tests? in .*\s+(?:OK|FAILED \((?:failures|errors)=(?P<failed>\d+))", re.M)
VITEST = re.compile(r"^ +Tests +(?:(?P<failed>\d+) failed)?(?: \| )?(?:(?P<passed>\d+) passed)?", re.M)


@dataclasses.dataclass
class Step:
    name: str
    command: list
    folder: pathlib.Path = ROOT
    environment: dict = dataclasses.field(default_factory=dict)
    needs_build: bool = False
    longest_seconds: int = LONGEST_SECONDS


@dataclasses.dataclass
class Outcome:
    passed: int
    failed: int
    seconds: float
    text: str


def counted(text, code):
    """(passed, failed): never nothing, and never all well after a bad end."""
    passed, failed = 0, 0
    for words in (OURS, CATCH_ALL, CATCH_SOME, VITEST, UNITTEST):
        if found := list(words.finditer(text)):
            passed, failed = int(found[-1]["passed"] or 0), int(found[-1]["failed"] or 0)
            if words is UNITTEST:  # which counts those it ran
                passed -= failed
            break
    else:
        passed = 1 if code == 0 and "No tests ran" not in text else 0
    if failed == 0 and (code != 0 or passed == 0):
        failed = 1
    return passed, failed


def perform(step):
    started = time.monotonic()
    environment = dict(os.environ, NO_COLOR="1", UBSAN_OPTIONS="print_stacktrace=1", **step.environment)
    try:
        process = subprocess.Popen(
            step.command, cwd=step.folder, env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        )
    except OSError as problem:
        return Outcome(0, 1, 0.0, str(problem))
    try:
        out, _ = process.communicate(timeout=step.longest_seconds)
        code = process.returncode
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, _ = process.communicate()
        out, code = out + b"\nkilled: it took too long", 1
    except BaseException:  # interrupted: leave nothing running behind
        os.killpg(process.pid, signal.SIGTERM)
        raise
    text = out.decode("utf-8", "replace")
    return Outcome(*counted(text, code), time.monotonic() - started, text)


class Run:
    def __init__(self):
        self.passed = self.failed = 0
        self.built = True
        LOGS.mkdir(parents=True, exist_ok=True)

    def tell(self, step, outcome):
        self.passed += outcome.passed
        self.failed += outcome.failed
        log = LOGS / (re.sub(r"[^a-z0-9]+", "-", step.name.lower()) + ".log")
        log.write_text(outcome.text, encoding="utf-8")
        well = "ok    " if outcome.failed == 0 else "FAILED"
        counts = f"{outcome.passed} passed" + (f", {outcome.failed} failed" if outcome.failed else "")
        print(f"{well}  {step.name:<34}{outcome.seconds:8.1f} s   {counts}", flush=True)
        if outcome.failed:
            for line in outcome.text.rstrip().splitlines()[-12:]:
                print(f"        {line}")
            print(f"        → {log.relative_to(ROOT)}", flush=True)

    def steps(self, steps, at_once=1):
        def one(step):
            if step.needs_build and not self.built:
                return Outcome(0, 1, 0.0, "not run: the build failed")
            return perform(step)

        with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
            for step, outcome in zip(steps, pool.map(one, steps)):
                self.tell(step, outcome)

    def build(self, preset, *targets, name="build"):
        """Whether it could be built decides for the steps after it that need a build."""
        before = self.failed
        self.steps([Step(name, ["./dev", "build", preset, *targets], longest_seconds=LONGEST_BUILD_SECONDS)])
        self.built = self.failed == before

    def end(self):
        print(f"\n{self.passed} passed, {self.failed} failed")
        return 0 if self.passed and not self.failed else 1


def tool(name, *arguments):
    return [sys.executable, str(ROOT / "tools" / name), *map(str, arguments)]


def cpp_files():
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "*.cpp", "*.h"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [name for name in listed.stdout.splitlines() if (ROOT / name).exists()]


def check_steps():
    web = ROOT / "web"
    return [
        Step("format", ["clang-format-19", "--dry-run", "-Werror", *cpp_files()]),
        Step("lint", tool("lint.py")),
        Step("layers", tool("layers.py")),
        Step("personal data", tool("personal_data.py")),
        Step("words", tool("words.py", "check")),
        Step("clang-tidy", tool("tidy.py", BUILD), needs_build=True),
        Step("web: ESLint", ["npx", "eslint", "."], web),
        Step("web: Prettier", ["npx", "prettier", "--check", "."], web),
        Step("web: svelte-check", ["npm", "run", "--silent", "check"], web),
        Step("generated files", tool("generated.py"), needs_build=True),
    ]


def test_programs():
    """Every test_* the build knows (so one that was removed is not run from an old build folder)."""
    known = subprocess.run(["ninja", "-C", BUILD, "-t", "targets", "all"], capture_output=True, text=True)
    return sorted(set(re.findall(r"^(test_[a-z_0-9]+):", known.stdout, re.M)))


def uses_a_database(program):
    path = BUILD / program
    return not path.exists() or b"PREAU_TEST_ENGINE" in path.read_bytes()


def test_steps(programs, build=BUILD, engines=ENGINES, words=()):
    for program in programs:
        for engine in engines if uses_a_database(program) else (None,):
            told = ", ".join([engine or "", build.name if build != BUILD else ""]).strip(", ")
            yield Step(
                program + (f" ({told})" if told else ""),
                [str(build / program), "--use-colour", "no", *words],
                environment={"PREAU_TEST_ENGINE": engine} if engine else {},
                needs_build=True,
            )


def other_tests():
    return [
        Step("web: Vitest", ["npm", "run", "--silent", "test"], ROOT / "web"),
        Step("upgrade", [sys.executable, str(ROOT / "tests/upgrade/upgrade_test.py")], needs_build=True),
        Step("tools", [sys.executable, "-m", "unittest", "discover", "-s", "tools", "-p", "*_test.py"]),
    ]


# What the browser is asked beside the journey; no engine changes it, so it is asked once.
WALKS = {
    "every page, in every way": "comfort.mjs",
    "an invented language": "pseudo.mjs",
    "gallery of components": "gallery.mjs",
    "journey in Firefox": "firefox.mjs",
    "school without network": "offline.mjs",
}


def walk_steps():
    return [
        Step(name, ["node", script], ROOT / "tests/e2e", {"PREAU_TEST_ENGINE": "sqlite"}, needs_build=True)
        for name, script in WALKS.items()
    ]


def fault_steps(faults, program="build/asan/preau"):
    """What is killed, filled, backed up and restored; each starts a database of its own, which keeps what it says it keeps."""
    watched = {"PREAU_PROGRAM": program}
    return [Step(name, [sys.executable, *words.split()], ROOT / "tests/faults", watched, needs_build=True) for name, words in faults.items()]


KILLS = {"20 kills (sqlite)": "kills.py 20 sqlite", "20 kills (postgres)": "kills.py 20 postgres"}
LASTING = {
    "20 kills (sqlite, release)": "kills.py 20 sqlite",
    "20 kills (postgres, release)": "kills.py 20 postgres",
    "20 backups (sqlite)": "backups.py 20 sqlite",
    "20 backups (postgres)": "backups.py 20 postgres",
    "two nodes": "two_nodes.py",
    "full disk": "full_disk.py",
}
WATCHED = {"4 kills (sqlite, tsan)": "kills.py 4 sqlite", "two nodes (tsan)": "two_nodes.py"}


def journey_steps():
    return [
        Step(f"journey ({engine})", ["node", "journey.mjs"], ROOT / "tests/e2e", {"PREAU_TEST_ENGINE": engine}, needs_build=True)
        for engine in ENGINES
    ]


# What runs on several threads at once: the writer and its readers, hints between processes, sockets, the hatch, the painters.
CONCURRENT = ["test_app", "test_base", "test_edge", "test_gate", "test_store", "test_uploads"]


def thread_steps():
    """The concurrent parts, then whole servers under fire, watched for data races."""
    yield from test_steps(CONCURRENT, TSAN)
    yield from test_steps(["test_house"], TSAN, words=["live:*"])
    yield from fault_steps(WATCHED, "build/tsan/preau")


def other_builds(run):
    """As schools will run it, which starts at once; then what other eyes see: clang's warnings, and its sanitizer of threads."""
    programs = test_programs()
    run.build("release", "preau", *programs, name="build: release")
    run.steps(list(test_steps(programs, RELEASE, ("sqlite",))), at_once=os.cpu_count() or 1)
    run.steps(fault_steps(LASTING, "build/release/preau"))
    run.steps([Step(f"package: {what}", [sys.executable, str(ROOT / "deploy" / script)], needs_build=True)
               for what, script in {"made": "package.py", "installed, removed": "package_test.py"}.items()])
    run.build("tsan", "all", name="build: clang, for threads")
    run.steps(list(thread_steps()))


def main():
    what, *rooms = sys.argv[1:] or [""]
    # What takes long and seldom changes its answer: kills, backups, every page in every way, other browsers and builds.
    everything = "--all" in rooms
    rooms = [room for room in rooms if room != "--all"]
    if what not in ("check", "test", "e2e"):
        print(__doc__, file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    run = Run()
    programs = [f"test_{room}" for room in rooms]
    run.build("asan", *programs)
    if what == "check" or what == "test" and not rooms:
        run.steps(check_steps(), at_once=2)
    if what != "check":
        with postgres.server() as uri:
            os.environ["PREAU_TEST_POSTGRES"] = uri
            if what == "test":
                run.steps(list(test_steps(programs or test_programs())), at_once=os.cpu_count() or 1)
                if not rooms:
                    run.steps(other_tests())
                    run.steps(fault_steps(KILLS))
            if not rooms:
                run.steps(journey_steps())
                if everything:
                    run.steps(walk_steps())
            if everything and what == "test" and not rooms:
                other_builds(run)
    return run.end()


if __name__ == "__main__":
    sys.exit(main())
