"""One installation of Préau for one trial: its folder, its database, its server, and people who are already signed in.

It begins with the demonstration town of the first release (tests/upgrade), brought to today's schema. Everybody in it is invented.
"""

import contextlib
import gzip
import hashlib
import http.client
import json
import os
import pathlib
import re
import secrets
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PREAU = ROOT / os.environ.get("PREAU_PROGRAM", "build/asan/preau")
TOWN = ROOT / "tests/upgrade/0.1.0"
MORNING = 1789367400000  # Monday 14 September 2026, 8:30 in Paris, where the demo's clock starts
COOKIE = "__Host-preau"
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started is stopped then, too
PSQL = ["psql", "-qAtX", "-v", "ON_ERROR_STOP=1"]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def psql(uri, *words, text=None):
    done = subprocess.run([*PSQL, uri, *words], input=text, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


def fresh_database(server_uri):
    name = f"faults_{secrets.token_hex(6)}"
    psql(server_uri, "-c", f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
    return re.sub(r"/[^/?]*(\?.*)?$", rf"/{name}\1", server_uri)


class Node:
    """One `preau serve`."""

    def __init__(self, house, port):
        self.house, self.port = house, port
        self.process = None
        self.starting_seconds = 0.0  # to the first answer

    def start(self, patience_seconds=120):
        started = time.monotonic()
        log = open(self.house.folder / f"log-{self.port}", "ab")
        command = [*self.house.command("serve"), "--port", str(self.port)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, start_new_session=True)
        while time.monotonic() < started + patience_seconds:
            if self.process.poll() is not None:
                raise RuntimeError("preau serve ended at once\n" + self.told())
            if self.answers():
                self.starting_seconds = time.monotonic() - started
                return self
            time.sleep(0.01)
        raise RuntimeError("preau serve does not answer\n" + self.told())

    def answers(self):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
            connection.request("GET", "/healthz", headers={"Host": f"localhost:{self.port}"})
            return connection.getresponse().status == 200
        except OSError:
            return False
        except http.client.HTTPException:
            return False

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """As a service manager would."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.kill()

    def told(self):
        return (self.house.folder / f"log-{self.port}").read_text(errors="replace")[-4000:]


class House:
    def __init__(self, engine, server_uri=None, data=None):
        self.engine = engine
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="preau-faults-"))
        self.data = pathlib.Path(data) if data else self.folder / "data"
        self.data.mkdir(exist_ok=True)
        self.uri = fresh_database(server_uri) if engine == "postgres" else None
        self.sqlite = self.data / "preau.sqlite"
        self.nodes = []
        self.fill()

    def settings(self):
        settings = ["--data", str(self.data), "--engine", self.engine, "--demo_clock", "2026-09-14T08:30"]
        return settings + (["--database", self.uri] if self.uri else [])

    def command(self, *words):
        return [str(PREAU), *words, *self.settings()]

    def run(self, *words, code=0):
        """A verb of the command line; what it printed. Any other exit code is a failure."""
        done = subprocess.run(self.command(*words), cwd=ROOT, capture_output=True, text=True)
        if done.returncode != code:
            raise AssertionError(f"preau {' '.join(words)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout + done.stderr

    def fill(self):
        town = gzip.decompress((TOWN / f"{self.engine}.sql.gz").read_bytes()).decode()
        if self.engine == "sqlite":
            with contextlib.closing(sqlite3.connect(self.sqlite)) as database:
                database.executescript(town)
        else:
            psql(self.uri, text=town)
        self.run("migrate")

    # ---- nodes

    def node(self):
        self.nodes.append(Node(self, free_port()))
        return self.nodes[-1]

    def leave(self):
        for node in self.nodes:
            node.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.leave()

    def complaints(self):
        """What a sanitizer of the build wrote into the logs of the nodes: nobody else would tell of a race."""
        words = re.compile(r"^SUMMARY: \w+Sanitizer.*$|^.*: runtime error: .*$", re.M)
        return [line for log in sorted(self.folder.glob("log-*")) for line in words.findall(log.read_text(errors="replace"))]

    # ---- rows, past the server

    def rows(self, sql):
        """Each row as a list of texts; bytes as hex."""
        if self.engine == "postgres":
            out = psql(self.uri, "-F", "\x1f", "-c", sql)
            return [line.split("\x1f") for line in out.splitlines()]
        with contextlib.closing(sqlite3.connect(f"file:{self.sqlite}?mode=ro", uri=True, timeout=20)) as database:
            return [[self.text(value) for value in row] for row in database.execute(sql)]

    @staticmethod
    def text(value):
        if value is None:
            return ""
        return value.hex() if isinstance(value, bytes) else str(value)

    def rows_of(self, questions):
        """name → rows, for name → SQL; one conversation, since starting psql costs more than asking."""
        if self.engine == "sqlite":
            return {name: sorted(map(tuple, self.rows(sql))) for name, sql in questions.items()}
        return {name: sorted(lines) for name, lines in self.told_by_psql(questions).items()}

    def told_by_psql(self, questions):
        script = "".join(f"\\echo \x1e{name}\n{sql};\n" for name, sql in questions.items())
        answers = psql(self.uri, "-F", "\x1f", text=script).split("\x1e")[1:]
        return {name: lines.splitlines() for name, _, lines in (answer.partition("\n") for answer in answers)}

    def one(self, sql):
        return self.rows(sql)[0][0]

    def change(self, sql):
        if self.engine == "postgres":
            psql(self.uri, "-c", sql)
            return
        with contextlib.closing(sqlite3.connect(self.sqlite, timeout=20)) as database, database:
            database.execute(sql)

    def identity(self, text_id):
        """An id as a literal of this engine."""
        plain = text_id.replace("-", "")
        return f"X'{plain}'" if self.engine == "sqlite" else f"'{uuid.UUID(plain)}'"

    def raw(self, content):
        return f"X'{content.hex()}'" if self.engine == "sqlite" else f"'\\x{content.hex()}'"

    # ---- people

    def signed_in(self, login):
        """A session of that person, as if they had just typed their password: its token."""
        person = self.one(f"SELECT person FROM gate_account WHERE login = '{login}'")
        token = secrets.token_urlsafe(32)
        true = "1" if self.engine == "sqlite" else "TRUE"
        self.change(
            "INSERT INTO gate_session (id, token, person, own_device, device, made_at, seen_at, confirmed_at) VALUES "
            f"({self.identity(uuid.uuid4().hex)}, {self.raw(hashlib.sha256(token.encode()).digest())}, {self.identity(person)}, {true}, "
            f"'Firefox', {MORNING}, {MORNING}, {MORNING})"
        )
        return token


class Browser:
    """Somebody in front of one node at a time. `status` 0: no answer came, and nobody knows what became of the request."""

    def __init__(self, token):
        self.token = token

    def call(self, node, method, path, body=None, key=None, raw=None):
        headers = {
            "Host": f"localhost:{node.port}",
            "Cookie": f"{COOKIE}={self.token}",
            "Origin": f"http://localhost:{node.port}",
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/json" if raw is None else "application/octet-stream",
        }
        if method != "GET":
            headers["Idempotency-Key"] = key or str(uuid.uuid4())
        content = raw if raw is not None else json.dumps(body) if body is not None else "{}" if method != "GET" else None
        try:
            connection = http.client.HTTPConnection("127.0.0.1", node.port, timeout=20)
            connection.request(method, path, content, headers)
            reply = connection.getresponse()
            text = reply.read()
            connection.close()
        except (OSError, http.client.HTTPException):
            return 0, {}
        try:
            return reply.status, json.loads(text) if text else {}
        except ValueError:
            return reply.status, {}
