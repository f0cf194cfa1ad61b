#!/usr/bin/env python3
"""A PostgreSQL of our own for one run of tests: temporary folder, free loopback port, never as root, stopped by its pid.

As a command, it sets PREAU_TEST_POSTGRES for CMD and always stops:     postgres.py run -- CMD…
In Python:                                                              with postgres.server() as uri: …

It is made to be lost: nothing is flushed to disk (fsync off), and whoever is on this machine may connect while it lives.
Collation is C and encoding UTF-8, as in every database of Préau.
"""

import contextlib
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "jit": "off",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "listen_addresses": "127.0.0.1",
    "logging_collector": "off",
}


def programs():
    """The folder of Debian's newest PostgreSQL; its programs are not in PATH."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if not found:
        raise SystemExit("postgres.py: no PostgreSQL under /usr/lib/postgresql: install Debian's `postgresql`")
    return found[-1]


def as_somebody():
    """PostgreSQL refuses root; Debian's package made the user `postgres` for it."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(folder, port, identity, other_settings=()):
    settings = dict(SETTINGS, port=port, unix_socket_directories=folder, **dict(other_settings))
    command = [programs() / "postgres", "-D", f"{folder}/data"]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    log = open(f"{folder}/log", "ab")
    # Its own session: a Ctrl-C in the terminal reaches this script alone, which then stops the server in good order.
    return subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, start_new_session=True, **identity)


def answers(folder, port, process, patience_seconds=30):
    """True once it accepts connections; False when it ended (the port was taken meanwhile, say) or stays silent."""
    until = time.monotonic() + patience_seconds
    while time.monotonic() < until and process.poll() is None:
        ready = subprocess.run([programs() / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port), "-U", "preau"])
        if ready.returncode == 0:
            return True
        time.sleep(0.1)
    return False


def stop(process):
    """Fast shutdown, then a harder one; by pid, so that no other PostgreSQL is ever touched."""
    for how, patience_seconds in ((signal.SIGINT, 15), (signal.SIGQUIT, 10), (signal.SIGKILL, 10)):
        if process.poll() is not None:
            return
        process.send_signal(how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(patience_seconds)


@contextlib.contextmanager
def server():
    """A running server; gives its libpq URI. Its user `preau` may create databases."""
    identity = as_somebody()
    folder = tempfile.mkdtemp(prefix="preau-postgres-")
    if identity:
        os.chown(folder, identity["user"], identity["group"])
    process = None
    try:
        made = subprocess.run(
            [programs() / "initdb", "-D", f"{folder}/data", "-U", "preau", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
            capture_output=True, text=True, cwd=folder, env={"HOME": folder, "PATH": os.environ["PATH"]}, **identity,
        )
        if made.returncode != 0:
            raise SystemExit(f"postgres.py: initdb failed\n{made.stdout}{made.stderr}")
        for _ in range(3):
            port = free_port()
            process = start(folder, port, identity)
            if answers(folder, port, process):
                break
            stop(process)
        else:
            raise SystemExit("postgres.py: the server does not start\n" + pathlib.Path(f"{folder}/log").read_text())
        yield f"postgresql://preau@127.0.0.1:{port}/postgres"
    finally:
        if process:
            stop(process)
        shutil.rmtree(folder, ignore_errors=True)


def main():
    if len(sys.argv) < 4 or sys.argv[1:3] != ["run", "--"]:
        print(__doc__, file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped then, too
    with server() as uri:
        return subprocess.run(sys.argv[3:], env=dict(os.environ, PREAU_TEST_POSTGRES=uri)).returncode


if __name__ == "__main__":
    sys.exit(main())
