"""The reading routes, each beside the same bytes sent by nginx and its own SQL and JSON in a bare loop, in turn."""
import hashlib
import json
import re

import nginx
from asking import Load, ask, get_request, masked, told
from running import BUILD, run
from schools import PORT
from spread import median

CONNECTIONS = (2, 16, 64)
FILE_BYTES = 256 * 1024


def api(who, path):
    return f"/api/c/{who['context']}{path}"


def pdf(size):
    """A file of that many bytes that its reader takes for a document."""
    begin, end = b"%PDF-1.7\n%", b"\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n"
    return begin + b"x" * (size - len(begin) - len(end)) + end


def file_of_note(cast):
    """Sends the class a note with a file; its path for the family."""
    teacher, content = cast["teacher"], pdf(FILE_BYTES)
    begun = told(PORT, "POST", api(teacher, "/uploads"), teacher, json.dumps({"name": "lettre.pdf", "size_bytes": len(content)}))
    upload, length = begun["upload"], begun["part_bytes"]
    for part in range(begun["parts"]):
        told(PORT, "PUT", api(teacher, f"/uploads/{upload}/parts/{part}"), teacher, content[part * length:(part + 1) * length],
             "application/octet-stream")
    told(PORT, "POST", api(teacher, f"/uploads/{upload}/finish"), teacher, json.dumps({"sha256": hashlib.sha256(content).hexdigest()}))
    note = told(PORT, "POST", api(teacher, "/liaison/notes"), teacher, json.dumps(
        {"kind": "information", "ask": "sign_one", "title": "La lettre", "body": "Bonjour.", "facts": {}, "files": [upload],
         "audience": [{"kind": "school_class", "id": cast["class"]}]}))
    return f"/liaison/notes/{note['note']}/files/{upload}"


def works(cast):
    """Name, path, who asks, a text the answer must hold, and whether a bare loop can stand beside it."""
    family, teacher = cast["family"], cast["teacher"]
    yield "bell", "/bell", family, b'"unread":', True
    yield "list of 50 notes", "/liaison/notes", family, b"Sortie num", True
    if "two_schools" in cast:
        yield "home of a guardian with two schools", "/home", cast["two_schools"], b'"liaison_family"', True
    yield "home of a guardian with one school", "/home", family, b'"liaison_family"', True
    yield "home of a teacher", "/home", teacher, b'"liaison_follow"', True
    yield "file of 256 KiB", file_of_note(cast), family, b"%PDF-1.7", False


def row(work, body, connections, ours, theirs, bare):
    figures = {name: median(ours, name) for name in ("rate", "cpu_ms", "p50", "p99")}
    return {"work": work, "bytes": len(body), "connections": connections, **figures, "nginx_ms": median(theirs, "cpu_ms"),
            "nginx_rate": median(theirs, "rate"), "nginx_p99": median(theirs, "p99"), "bare_ms": bare}


def measure_one(work, path, who, preau, beside, bare_data, files, options):
    """One work at each number of connections."""
    name, _, _, holds, has_bare = work
    status, _, body = ask(PORT, "GET", path, who)
    if status != 200 or holds not in body:
        raise SystemExit(f"{name} : {status} {body[:300]}")
    same = re.sub(r"\W", "-", name)  # a name of its own: nginx remembers how long a file was
    (files / same).write_bytes(body)
    ours = Load("ours", PORT, get_request(PORT, path, who), masked(body))
    theirs = Load("nginx", nginx.PORT, get_request(nginx.PORT, f"/{same}"), body)
    rounds = {connections: ([], []) for connections in CONNECTIONS}
    bare = []
    for _ in range(options.rounds):
        if has_bare:
            bare.append(float(run(BUILD / "bench_bare", bare_data, who["cookie"], who["context"], work[1], 0.3).split()[0]))
        for connections, (mine, other) in rounds.items():
            mine.append(ours.measure(preau, connections, options.seconds))
            other.append(theirs.measure(beside, connections, options.seconds))
    middle = sorted(bare)[len(bare) // 2] if bare else 0.0
    return [row(name, body, connections, mine, other, middle) for connections, (mine, other) in rounds.items()]


def measure(schools, preau, bare_data, options):
    beside, files = nginx.serving()
    rows = []
    with beside:
        for work in works(schools.cast):
            rows += measure_one(work, api(work[2], work[1]), work[2], preau, beside, bare_data, files, options)
            for one in rows[-len(CONNECTIONS):]:
                print(f"{schools.size:>4} {one['work']:<36} {one['connections']:>3} c {one['rate']:>8.0f}/s  {one['cpu_ms']:.3f} ms  "
                      f"nginx {one['nginx_ms']:.3f}  bare {one['bare_ms']:.3f}", flush=True)
    return rows
