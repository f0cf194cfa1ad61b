"""Writers, and the ledger they keep: what was asked, what was acknowledged. It lives in this process, which nobody kills.

A write that got no answer is asked again with the same key until it is answered, as the pages do.
"""

import hashlib
import json
import random
import threading
import time
import uuid

from house import Browser

TEACHER, HEAD = "samir.benali", "helene.garcin"
TEACHER_DESK, HEAD_DESK = "les-tilleuls-enseignant", "les-tilleuls-direction"


def pdf(text):
    return f"%PDF-1.4\n{text}\n{'.' * 80}\nstartxref\n9\n%%EOF\n".encode()


class Ledger:
    def __init__(self):
        self.lock = threading.Lock()
        self.asked = set()
        self.notes = {}  # title → id
        self.changes = set()  # titles of notes that have a second version
        self.files = {}  # upload → hash of what was sent
        self.refused = []

    def count(self):
        with self.lock:
            return len(self.notes) + len(self.changes) + len(self.files)


class Writer(threading.Thread):
    """One browser that writes without pause: notes to a class, a second version of each, files in three requests and more."""

    def __init__(self, ledger, nodes, token, desk, school_class, seed):
        super().__init__(daemon=True)
        self.ledger, self.nodes, self.desk = ledger, nodes, desk
        self.browser = Browser(token)
        self.school_class = school_class
        self.random = random.Random(seed)
        self.name = f"{desk}-{seed}"
        self.going = True
        self.number = 0

    def insist(self, method, path, body=None, raw=None):
        """Asks until there is an answer that is not `come back later`, always with the same key."""
        key = str(uuid.uuid4())
        until = time.monotonic() + 120
        while time.monotonic() < until:
            node = self.random.choice(self.nodes)
            status, reply = self.browser.call(node, method, f"/api/c/{self.desk}{path}", body, key, raw)
            if status not in (0, 503, 507):
                return status, reply
            time.sleep(0.02)
        return 0, {}

    def run(self):
        while self.going:
            act = self.random.choice([self.write_note, self.write_note, self.send_file])
            act()

    def write_note(self):
        self.number += 1
        title = f"{self.name} n° {self.number}"
        with self.ledger.lock:
            self.ledger.asked.add(title)
        body = {
            "kind": "information", "ask": "sign_one", "title": title, "body": "Merci de signer.", "facts": {},
            "audience": [{"kind": "school_class", "id": self.school_class}],
        }
        status, reply = self.insist("POST", "/liaison/notes", body)
        if status != 200:
            return self.refused(status, reply)
        with self.ledger.lock:
            self.ledger.notes[title] = reply["note"]
        changed = {"version": 1, "title": title, "body": "Merci de signer avant jeudi.", "facts": {}}
        status, answer = self.insist("PUT", f"/liaison/notes/{reply['note']}", changed)
        if status != 200:
            return self.refused(status, answer)
        with self.ledger.lock:
            self.ledger.changes.add(title)

    def send_file(self):
        self.number += 1
        content = pdf(f"{self.name} {self.number} " + "x" * self.random.randrange(10, 300_000))
        status, begun = self.insist("POST", "/uploads", {"name": "plan.pdf", "size_bytes": len(content)})
        if status != 200:
            return self.refused(status, begun)
        size = begun["part_bytes"]
        for part in range(begun["parts"]):
            status, reply = self.insist("PUT", f"/uploads/{begun['upload']}/parts/{part}", raw=content[part * size : (part + 1) * size])
            if status not in (200, 204):
                return self.refused(status, reply)
        sha = hashlib.sha256(content).hexdigest()
        status, reply = self.insist("POST", f"/uploads/{begun['upload']}/finish", {"sha256": sha})
        if status != 200:
            return self.refused(status, reply)
        with self.ledger.lock:
            self.ledger.files[begun["upload"]] = sha

    def refused(self, status, reply):
        if status == 404 and reply.get("error") == "uploads.no_upload":
            return  # the oldest of too many unfinished ones made way
        with self.ledger.lock:
            self.ledger.refused.append(f"{status} {json.dumps(reply)}")


def writers(house, ledger, nodes, count=4):
    """Half of them a teacher's, half the head's."""
    school_class = house.one("SELECT id FROM people_class WHERE label = 'CE2' ORDER BY id")
    tokens = {TEACHER: house.signed_in(TEACHER), HEAD: house.signed_in(HEAD)}
    made = []
    for seed in range(count):
        login, desk = ((TEACHER, TEACHER_DESK), (HEAD, HEAD_DESK))[seed % 2]
        made.append(Writer(ledger, nodes, tokens[login], desk, str(uuid.UUID(school_class)), seed))
    return made


def wrong_in(house, ledger):
    """What the database and the ledger do not agree on: lost, doubled, half there."""
    wrong = list(ledger.refused) + house.complaints()
    found = {}
    for title, note in house.rows("SELECT title, id FROM liaison_note WHERE title LIKE 'les-tilleuls-%'"):
        if title in found:
            wrong.append(f"doubled: {title}")
        found[title] = str(uuid.UUID(note))
    for title, note in ledger.notes.items():
        if found.get(title) != note:
            wrong.append(f"lost: {title}")
    wrong += [f"nobody asked for: {title}" for title in found if title not in ledger.asked]
    versions = {title: int(count) for title, count in house.rows(
        "SELECT n.title, count(v.note) FROM liaison_note n LEFT JOIN liaison_version v ON v.note = n.id AND v.version <= n.version "
        "WHERE n.title LIKE 'les-tilleuls-%' GROUP BY n.id, n.title, n.version HAVING count(v.note) = n.version")}
    wrong += [f"half written: {title}" for title in found if title not in versions]
    wrong += [f"lost: the change of {title}" for title in ledger.changes if versions.get(title) != 2]
    wrong += [f"changed twice: {title}" for title, count in versions.items() if count > 2]
    if house.one("SELECT count(*) FROM liaison_note n WHERE title LIKE 'les-tilleuls-%' "
                 "AND NOT EXISTS (SELECT 1 FROM notices_delivery d WHERE d.thing = n.id)") != "0":
        wrong.append("half written: notes that reach nobody")
    return wrong + wrong_files(house, ledger)


def wrong_files(house, ledger):
    wrong = []
    finished = {str(uuid.UUID(upload)): sha for upload, sha in house.rows("SELECT id, sha256 FROM uploads_upload WHERE finished_at IS NOT NULL")}
    for upload, sha in ledger.files.items():
        if finished.get(upload, "").removeprefix("\\x") != sha:
            wrong.append(f"lost: file {upload}")
    for blob, sha in house.rows("SELECT blob, sha256 FROM uploads_form"):
        key = blob.replace("-", "")
        path = house.data / "files" / key[:2] / key
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != sha.removeprefix("\\x"):
            wrong.append(f"a row without its file: {key}")
    for (blob,) in house.rows("SELECT blob FROM uploads_part"):
        key = blob.replace("-", "")
        if not (house.data / "files" / key[:2] / key).exists():
            wrong.append(f"a part without its file: {key}")
    return wrong
