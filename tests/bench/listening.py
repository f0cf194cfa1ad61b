"""Idle live connections: how many are held, and what each keeps of memory."""
import base64
import resource
import select
import socket
import time

from asking import Load, ask, cookie, get_request, masked
from reading import api
from schools import PORT

WANTED = 10_000
OF_ONE = 24  # the server's own limit for one person
HELD_SECONDS = 30  # longer than the server waits before it asks whether they are there


def opened(token):
    """A socket on which hands were shaken."""
    line = socket.create_connection(("127.0.0.1", PORT), timeout=20)
    key = base64.b64encode(b"0123456789abcdef").decode()
    line.sendall(f"GET /api/c/parent/live HTTP/1.1\r\nHost: localhost:{PORT}\r\nOrigin: http://localhost:{PORT}\r\nConnection: Upgrade\r\n"
                 f"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\nCookie: {cookie({'cookie': token})}\r\n\r\n"
                 .encode())
    answer = line.recv(2000)
    if not answer.startswith(b"HTTP/1.1 101"):
        raise SystemExit(f"/live : {answer[:200]}")
    return line


def closed(lines):
    """Those the server has let go. What was said to the others is left unread."""
    gone = 0
    poller = select.poll()
    by_number = {line.fileno(): line for line in lines}
    for number in by_number:
        poller.register(number, select.POLLIN | select.POLLRDHUP)
    for number, events in poller.poll(0):
        gone += bool(events & (select.POLLRDHUP | select.POLLHUP | select.POLLERR))
    return gone


def measure(schools, preau, options):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    tokens = schools.cast["listeners"]
    wanted = min(WANTED, OF_ONE * len(tokens), hard - 100)
    family = schools.cast["family"]
    _, _, body = ask(PORT, "GET", api(family, "/bell"), family)
    bell = Load("bell", PORT, get_request(PORT, api(family, "/bell"), family), masked(body))
    before = preau.pss_kib()
    began = time.monotonic()
    lines = [opened(tokens[number % len(tokens)]) for number in range(wanted)]
    seconds = time.monotonic() - began
    time.sleep(1)
    each = (preau.pss_kib() - before) / wanted
    cpu = preau.cpu_seconds()
    time.sleep(min(HELD_SECONDS, 15 * options.seconds))
    idle_cpu = preau.cpu_seconds() - cpu
    read = bell.finish(bell.start(2, options.seconds))
    gone = closed(lines)
    for line in lines:
        line.close()
    return {"wanted": WANTED, "held": wanted - gone, "kib_each": each, "open_seconds": seconds, "bell_p99": read["p99"],
            "idle_cores": idle_cpu / min(HELD_SECONDS, 15 * options.seconds)}
