"""A server started for the time of a `with`, and what it costs: CPU and memory of its whole process tree."""
import http.client
import os
import pathlib
import re
import signal
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build" / "release"
PLACE = ROOT / "build" / "bench"


def run(*command):
    """Runs to the end and gives what it printed; shows why when it fails."""
    done = subprocess.run([str(word) for word in command], text=True, capture_output=True, cwd=ROOT)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))[:400]} : {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def tree(pid):
    """The process and its children, whatever their depth."""
    pids = [pid]
    for one in pids:
        for task in pathlib.Path(f"/proc/{one}/task").glob("*/children"):
            pids += [int(child) for child in task.read_text().split()]
    return pids


class Running:
    """Ready once `path` is answered 200; stopped by its pid."""

    def __init__(self, command, port, log, path="/healthz", environment=None):
        self.command, self.port, self.log, self.path = [str(word) for word in command], port, log, path
        self.environment = os.environ | (environment or {})

    def __enter__(self):
        began = time.monotonic()
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(self.command, stdout=log, stderr=subprocess.STDOUT, cwd=ROOT, env=self.environment)
        while not self.answers():
            if time.monotonic() - began > 30 or self.process.poll() is not None:
                self.__exit__()
                raise SystemExit(f"{self.command[0]} ne répond pas : voir {self.log}")
            time.sleep(0.002)
        self.ready_seconds = time.monotonic() - began
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)

    def answers(self):
        connection = http.client.HTTPConnection("localhost", self.port, timeout=2)
        try:
            connection.request("GET", self.path)
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def cpu_seconds(self):
        """From the scheduler's own clock of each process, threads that ended included: /proc counts in ticks of 10 ms."""
        total = 0.0
        for pid in tree(self.process.pid):
            try:
                total += time.clock_gettime((~pid << 3) | 2)  # what clock_getcpuclockid(3) gives for another process
            except OSError:
                continue
        return total

    def pss_kib(self):
        """Proportional set size: memory that several processes share counts once."""
        total = 0
        for pid in tree(self.process.pid):
            found = re.search(r"^Pss:\s+(\d+)", pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text(), re.M)
            total += int(found[1]) if found else 0
        return total
