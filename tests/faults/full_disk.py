#!/usr/bin/env python3
"""A disk that fills up: writes are answered 507, reading goes on, and as soon as there is room everything is as before.

usage: full_disk.py          needs to be able to mount a small tmpfs; says so and passes over it when it cannot
"""

import contextlib
import pathlib
import subprocess
import sys
import tempfile
import time
import uuid

import house as houses
import ledger as ledgers

SIZE = "24m"
NOTES = f"/api/c/{ledgers.HEAD_DESK}/liaison/notes"


class SmallDisk:
    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="preau-small-"))
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=0700", "tmpfs", self.folder], capture_output=True)
        self.mounted = made.returncode == 0
        return self

    def __exit__(self, *_):
        if self.mounted:
            subprocess.run(["umount", self.folder], check=True)
        self.folder.rmdir()

    def fill(self):
        """To the last byte."""
        with open(self.folder / "ballast", "wb", buffering=0) as ballast:
            for piece in (1 << 20, 4096, 1):
                with contextlib.suppress(OSError):
                    while ballast.write(b"\0" * piece) == piece:
                        pass

    def free(self):
        (self.folder / "ballast").unlink()


def note(browser, node, school_class, number):
    body = {"kind": "information", "ask": "sign_one", "title": f"Mot {number}", "body": "Un mot. " * 500, "facts": {},
            "audience": [{"kind": "school_class", "id": school_class}]}
    return browser.call(node, "POST", NOTES, body)


def tried(disk):
    wrong = []
    with houses.House("sqlite", data=disk.folder / "data") as house:
        node = house.node().start()
        browser = houses.Browser(house.signed_in(ledgers.HEAD))
        school_class = str(uuid.UUID(house.one("SELECT id FROM people_class WHERE label = 'CE2' ORDER BY id")))
        written = [note(browser, node, school_class, number)[0] for number in range(3)]
        disk.fill()
        full = [note(browser, node, school_class, 100 + number)[0] for number in range(60)]
        if 507 not in full or set(full) - {200, 507}:
            wrong.append(f"writing on a full disk: {sorted(set(full))}")
        status, begun = browser.call(node, "POST", f"/api/c/{ledgers.HEAD_DESK}/uploads", {"name": "a.pdf", "size_bytes": 200_000})
        if status not in (200, 507):
            wrong.append(f"an upload on a full disk: {status} {begun}")
        reads = [browser.call(node, "GET", f"/api/c/{ledgers.HEAD_DESK}/{path}")[0] for path in ("home", "bell", "liaison/sent")]
        if reads != [200, 200, 200]:
            wrong.append(f"reading on a full disk: {reads}")
        if node.process.poll() is not None:
            wrong.append("the server ended: " + node.told())
        disk.free()
        time.sleep(0.1)
        after = [note(browser, node, school_class, 200 + number)[0] for number in range(3)]
        if after != [200, 200, 200]:
            wrong.append(f"writing once there is room: {after}")
        node.stop()
        kept = house.one("SELECT count(*) FROM liaison_note WHERE title LIKE 'Mot %'")
        expected = (written + full + after).count(200)
        if kept != str(expected):
            wrong.append(f"{kept} notes kept, {expected} acknowledged")
        if house.one("PRAGMA integrity_check") != "ok":
            wrong.append("the database is damaged")
        wrong += house.complaints()
    return wrong


def main():
    with SmallDisk() as disk:
        if not disk.mounted:
            print("no small disk can be mounted here: passed over")
            print("1 passed, 0 failed")
            return 0
        wrong = tried(disk)
    for line in wrong:
        print("  " + line)
    print("0 passed, 1 failed" if wrong else "1 passed, 0 failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
