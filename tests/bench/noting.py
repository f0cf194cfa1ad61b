"""A note to a class of 25, durable and counted, beside the raw inserts of the rows it leaves, in one durable transaction."""
import json
import pathlib
import sqlite3
import subprocess

from asking import RUN, Load, cookie, masked, post_request, told, without_ids
from reading import api
from running import BUILD
from schools import PORT
from spread import median


def note(school_class):
    return json.dumps({"kind": "information", "ask": "sign_one", "title": "Mesure", "body": "Bonjour.", "facts": {},
                       "audience": [{"kind": "school_class", "id": school_class}]})


def counts(data):
    """How many notes and deliveries stand in the database."""
    with sqlite3.connect(f"file:{pathlib.Path(data) / 'preau.sqlite'}?mode=ro", uri=True) as database:
        return [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("liaison_note", "notices_delivery")]


class RawRows:
    """bench_rows, kept open: finding what a note wrote takes longer than writing it again."""

    def __init__(self, data, teacher, body):
        words = [BUILD / "bench_rows", "note", data, teacher["cookie"], teacher["context"], body]
        self.process = subprocess.Popen([str(word) for word in words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def measure(self, seconds):
        self.process.stdin.write(f"{seconds}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit("bench_rows s’est arrêté")
        return json.loads(line)

    def close(self):
        self.process.stdin.close()
        self.process.wait(30)


def measure(schools, preau, raw_data, options):
    teacher, body = schools.cast["teacher"], note(schools.cast["class"])
    path = api(teacher, "/liaison/notes")
    sent = told(PORT, "POST", path, teacher, body)
    expected = json.dumps(sent, separators=(",", ":")).encode()
    request = post_request(PORT, path, body, "application/json", f"Cookie: {cookie(teacher)}\r\nIdempotency-Key: {RUN}-note-{{n}}\r\n")
    load = Load("note", PORT, request, without_ids(masked(expected)))
    raw = RawRows(raw_data, teacher, body)
    ours, theirs = [], []
    notes, deliveries = counts(schools.data)
    for _ in range(options.rounds):
        theirs.append(raw.measure(options.seconds))
        ours.append(load.measure(preau, 1, options.seconds))
    raw.close()
    answered = sum(one["answers"] for one in ours)
    reached = told(PORT, "GET", api(teacher, f"/liaison/notes/{sent['note']}/follow-up"), teacher)
    found = counts(schools.data)
    if found[0] - notes != answered or (found[1] - deliveries) % answered or len(reached["children"]) != sent["children"]:
        raise SystemExit(f"{answered} notes sont parties ; la base en compte {found[0] - notes} et {found[1] - deliveries} destinataires")
    figures = {name: median(ours, name) for name in ("rate", "cpu_ms", "p50", "p99")}
    return {**figures, "children": sent["children"], "adults": sent["adults"], "rows": theirs[0]["rows"],
            "raw_rate": median(theirs, "rate"), "raw_cpu_ms": median(theirs, "cpu_ms"), "raw_p99": median(theirs, "p99")}
