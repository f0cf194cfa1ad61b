"""What is asked of a server of the bench: once from here, or by bench_load over many connections."""
import http.client
import itertools
import json
import os
import re
import subprocess
import time

from running import BUILD, PLACE, ROOT

COOKIE = "__Host-preau"
numbers = itertools.count(1)
RUN = f"mesure-{os.getpid()}-{int(time.time())}"


def cookie(who):
    return f"{COOKIE}={who['cookie']}"


def ask(port, method, path, who=None, body=None, kind="application/json"):
    """One request and its answer: status, headers, bytes. A write carries a key of its own."""
    connection = http.client.HTTPConnection("localhost", port, timeout=30)
    headers = {"Accept": "application/json"}
    if who:
        headers["Cookie"] = cookie(who)
    if method != "GET":
        headers |= {"Idempotency-Key": f"{RUN}-{next(numbers):08}", "Origin": f"http://localhost:{port}", "Sec-Fetch-Site": "same-origin",
                    "Content-Type": kind}
    connection.request(method, path, body, headers)
    reply = connection.getresponse()
    answer = reply.status, dict(reply.getheaders()), reply.read()
    connection.close()
    return answer


def told(port, method, path, who=None, body=None, kind="application/json"):
    """The same, when only success will do: its JSON, if any."""
    status, _, content = ask(port, method, path, who, body, kind)
    if status not in (200, 204):
        raise SystemExit(f"{method} {path} : {status} {content[:300]}")
    return json.loads(content) if content else None


def get_request(port, path, who=None):
    """A GET as bench_load takes it."""
    mine = f"Cookie: {cookie(who)}\r\n" if who else ""
    return f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nAccept: application/json\r\n{mine}\r\n".encode()


def post_request(port, path, body, kind, more=""):
    return (f"POST {path} HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: http://localhost:{port}\r\nSec-Fetch-Site: same-origin\r\n"
            f"Content-Type: {kind}\r\n{more}\r\n{body}").encode()


def masked(body):
    """An answer as bench_load compares it: instants and fresh ids may differ, so each of their characters becomes a NUL."""
    body = re.sub(rb"(?<=[:,\[])1[789]\d{11}(?=[,}\]])", b"\0" * 13, body)
    return body


def without_ids(body):
    return re.sub(rb"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", b"\0" * 36, body)


class Load:
    """bench_load with one question; each call of `start` runs it."""

    def __init__(self, name, port, request, expect=None, head="", values=None, statuses=(200,)):
        self.words = [BUILD / "bench_load", "--port", port, "--request", self.file(name, "request", request)]
        if expect is not None:
            self.words += ["--expect", self.file(name, "expected", expect)]
        if values:
            self.words += ["--values", self.file(name, "values", "\n".join(values).encode())]
        if head:
            self.words += ["--head", head]
        for status in statuses:
            self.words += ["--status", status]
        self.first = 1

    @staticmethod
    def file(name, what, content):
        folder = PLACE / "questions"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.{what}"
        path.write_bytes(content)
        return path

    def start(self, connections, seconds, rate=0):
        words = [*self.words, "--connections", connections, "--seconds", seconds, "--rate", rate, "--first", self.first]
        return subprocess.Popen([str(word) for word in words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)

    def finish(self, process):
        said, wrong = process.communicate()
        if process.returncode:
            raise SystemExit(f"{' '.join(process.args)} :\n{wrong[-3000:]}")
        got = json.loads(said)
        self.first += got["answers"] + 1000  # no number is given twice, those of unanswered questions included
        got["rate"] = got["answers"] / got["seconds"]
        return got

    def measure(self, server, connections, seconds):
        """One run, and the CPU that each answer cost the server."""
        before = server.cpu_seconds()
        got = self.finish(self.start(connections, seconds))
        got["cpu_ms"] = (server.cpu_seconds() - before) * 1000 / got["answers"]
        return got
