"""A PostgreSQL that keeps what it acknowledged, can be killed as by a power cut, and started again."""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / "tools"))
import postgres  # noqa: E402

DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}


def children_of(parent):
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        with contextlib.suppress(OSError):
            if int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1]) == parent:
                found.append(int(entry.name))
    return found


class Durable:
    def __init__(self):
        self.identity = postgres.as_somebody()
        self.folder = tempfile.mkdtemp(prefix="preau-durable-")
        if self.identity:
            os.chown(self.folder, self.identity["user"], self.identity["group"])
        command = [postgres.programs() / "initdb", "-D", f"{self.folder}/data", "-U", "preau", "-A", "trust", "-E", "UTF8", "--locale=C"]
        subprocess.run(command, check=True, capture_output=True, cwd=self.folder, env={"HOME": self.folder, "PATH": os.environ["PATH"]}, **self.identity)
        self.port = postgres.free_port()
        self.uri = f"postgresql://preau@127.0.0.1:{self.port}/postgres"
        self.start()

    def start(self):
        for _ in range(5):
            self.process = postgres.start(self.folder, self.port, self.identity, DURABLE)
            if postgres.answers(self.folder, self.port, self.process, patience_seconds=180):  # it syncs all it has, first
                return
            postgres.stop(self.process)
            time.sleep(0.5)  # shared memory of those that were killed
        raise RuntimeError("PostgreSQL does not start\n" + pathlib.Path(f"{self.folder}/log").read_text()[-2000:])

    def kill(self):
        """All of it at once, by the number of each process: nothing gets to say goodbye."""
        for process in [self.process.pid, *children_of(self.process.pid)]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        postgres.stop(self.process)
        shutil.rmtree(self.folder, ignore_errors=True)
