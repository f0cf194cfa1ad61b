#!/usr/bin/env python3
"""Backs Préau up at random moments while people write, restores each, and compares the rows; then one school alone.

usage: backups.py [COUNT] [sqlite|postgres]…          20 moments on each engine unless told
"""

import contextlib
import hashlib
import json
import pathlib
import random
import re
import shutil
import sqlite3
import sys
import time
import uuid

import durable
import house as houses
import ledger as ledgers

OTHER_SCHOOL = "0990001N"
SCHOOL = "0990002P"


def every_row(house, tables):
    """table → its rows, sorted: two houses with the same are the same, byte for byte. PostgreSQL's as COPY tells them."""
    if house.engine == "sqlite":
        return house.rows_of({table: f"SELECT * FROM {table}" for table in tables})
    return house.rows_of({table: f"COPY {table} TO STDOUT" for table in tables})


def tables_of(folder):
    return [table["name"] for table in json.loads((folder / "manifest.json").read_text())["tables"]]


class Restored(houses.House):
    """A house made from a backup."""

    def __init__(self, engine, server_uri, folder):
        self.backup = folder
        super().__init__(engine, server_uri)

    def fill(self):
        self.run("restore", str(self.backup))


def saved_rows(folder, engine):
    """What a backup holds, read without Préau."""
    manifest = json.loads((folder / "manifest.json").read_text())
    if engine == "sqlite":
        with contextlib.closing(sqlite3.connect(f"file:{folder / 'database.sqlite'}?mode=ro", uri=True)) as database:
            return {t["name"]: sorted(tuple(houses.House.text(v) for v in row) for row in database.execute(f"SELECT * FROM {t['name']}"))
                    for t in manifest["tables"]}
    return {t["name"]: sorted((folder / "rows" / f"{t['name']}.copy").read_text().splitlines()) for t in manifest["tables"]}


def wrong_moment(house, server_uri, folder, acknowledged):
    """One backup: whole (restoring reads and compares all of it first), holding everything that was acknowledged when it began, and restored as it is."""
    wrong = []
    with contextlib.ExitStack() as leaving:
        other = leaving.enter_context(Restored(house.engine, server_uri, folder))
        tables = tables_of(folder)
        found = every_row(other, tables)
        expected = saved_rows(folder, house.engine)
        found.pop("uploads_part")  # what was still being sent is sent anew
        wrong += [f"other rows in {table}" for table in found if found[table] != expected[table]]
        titles = {title for (title,) in other.rows("SELECT title FROM liaison_note")}
        wrong += [f"not in the backup: {title}" for title in acknowledged if title not in titles]
        for blob, sha in other.rows("SELECT blob, sha256 FROM uploads_form"):
            path = other.data / "files" / blob.replace("-", "")[:2] / blob.replace("-", "")
            if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != sha.removeprefix("\\x"):
                wrong.append(f"a row without its file: {blob}")
    return wrong


def moments(house, server_uri, count, place):
    chance = random.Random(2)
    ledger = ledgers.Ledger()
    node = house.node().start()
    writers = ledgers.writers(house, ledger, [node])
    for writer in writers:
        writer.start()
    wrong = []
    folders = []
    for number in range(count):
        time.sleep(chance.uniform(0, 0.4))
        with ledger.lock:
            acknowledged = set(ledger.notes)
        folder = place / f"moment-{number}"
        house.run("backup", str(folder))
        folders.append((folder, acknowledged))
    for writer in writers:
        writer.going = False
    for writer in writers:
        writer.join(130)
    node.stop()
    for folder, acknowledged in folders:
        wrong += [f"{folder.name}: {one}" for one in wrong_moment(house, server_uri, folder, acknowledged)]
        shutil.rmtree(folder)
    if len(ledger.notes) < count:
        wrong.append(f"only {len(ledger.notes)} notes: this proves nothing")
    return wrong + ledger.refused + house.complaints()


def damaged(house, place):
    """A backup that lost or changed a byte is refused."""
    wrong = []
    folder = place / "damaged"
    house.run("backup", str(folder))
    house.run("backup", str(folder), "--check")
    part = folder / json.loads((folder / "manifest.json").read_text())["parts"][-1]["path"]
    content = bytearray(part.read_bytes())
    content[len(content) // 2] ^= 1
    part.write_bytes(content)
    if "abîmée" not in house.run("backup", str(folder), "--check", code=1):
        wrong.append("a changed byte is not told")
    if "rien n’est restauré" not in house.run("restore", str(folder), "--replace", code=1):
        wrong.append("a damaged backup is restored")
    house.run("backup", str(folder), code=1)  # never over another
    return wrong


# ---- one school

def note_of(node, house, login, desk, title):
    token = house.signed_in(login)
    browser = houses.Browser(token)
    label = {"les-tilleuls-direction": "CE2", "les-oliviers-direction": "GS"}[desk]
    school_class = house.one(f"SELECT id FROM people_class WHERE label = '{label}' ORDER BY id")
    body = {"kind": "information", "ask": "sign_one", "title": title, "body": "Un mot.", "facts": {},
            "audience": [{"kind": "school_class", "id": str(uuid.UUID(school_class))}]}
    status, reply = browser.call(node, "POST", f"/api/c/{desk}/liaison/notes", body)
    if status != 200:
        raise AssertionError(f"{desk}: {status} {reply}")
    return browser, reply["note"]


def of_school(house, school):
    """The rows that name a school, whatever the table, and those of its notes."""
    identity = house.identity(school)
    if house.engine == "sqlite":
        named = [row[0] for row in house.rows("SELECT t.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' "
                                              "AND c.name = 'school' ORDER BY 1")]
    else:
        named = [row[0] for row in house.rows("SELECT table_name FROM information_schema.columns WHERE column_name = 'school' "
                                              "AND table_schema = 'public' ORDER BY 1")]
    apart = ("store_audit", "gate_code", "people_suspension")  # app/school_rows.cpp says why
    questions = {table: f"SELECT * FROM {table} WHERE school = {identity}" for table in named if table not in apart}
    for table in ("liaison_version", "liaison_audience", "liaison_signature"):
        questions[table] = f"SELECT t.* FROM {table} t JOIN liaison_note n ON n.id = t.note WHERE n.school = {identity}"
    return house.rows_of(questions)


def one_school(house, place):
    wrong = []
    node = house.node().start()
    schools = {uai: house.one(f"SELECT id FROM people_school WHERE uai = '{uai}'") for uai in (SCHOOL, OTHER_SCHOOL)}
    browser, kept = note_of(node, house, "helene.garcin", "les-tilleuls-direction", "Avant la sauvegarde")
    note_of(node, house, "thierry.lacaze", "les-oliviers-direction", "Avant, à côté")
    folder = place / "school"
    house.run("backup", str(folder))
    before = of_school(house, schools[SCHOOL])
    # an accident in one school, an ordinary day in the other
    note_of(node, house, "helene.garcin", "les-tilleuls-direction", "Après la sauvegarde")
    browser.call(node, "POST", f"/api/c/les-tilleuls-direction/liaison/notes/{kept}/withdraw", {"version": 1})
    note_of(node, house, "thierry.lacaze", "les-oliviers-direction", "Après, à côté")
    node.stop()
    class_gone = house.identity(house.one(f"SELECT id FROM people_class WHERE label = 'CM1' AND school = {house.identity(schools[SCHOOL])}"))
    house.change(f"DELETE FROM people_relation WHERE school_class = {class_gone} AND kind = 'pupil_of_class'")
    other_before = of_school(house, schools[OTHER_SCHOOL])
    if of_school(house, schools[SCHOOL]) == before:
        wrong.append("the accident changed nothing: this proves nothing")
    told = house.run("restore", str(folder), "--school", SCHOOL, "--by", "Anne Roy")
    after = of_school(house, schools[SCHOOL])
    wrong += [f"not as in the backup: {table}" for table in before if after[table] != before[table]]
    other_after = of_school(house, schools[OTHER_SCHOOL])
    wrong += [f"touched next door: {table}" for table in other_before if other_after[table] != other_before[table]]
    if house.one("SELECT count(*) FROM store_audit WHERE act = 'app.school_restored' AND by_name = 'Anne Roy'") != "1":
        wrong.append("no line in the audit")
    if not re.search(r"people_relation +\d+ remises", told):
        wrong.append("what was put back is not told: " + told)
    again = house.run("restore", str(folder), "--school", SCHOOL)
    if "Rien n’avait changé" not in again:
        wrong.append("a second restoration changes something: " + again)
    house.run("restore", str(folder), "--school", "0990009Z", code=1)
    node.start()
    return wrong


def tried(engine, count):
    with contextlib.ExitStack() as leaving:
        server = leaving.enter_context(durable.Durable()) if engine == "postgres" else None
        house = leaving.enter_context(houses.House(engine, server and server.uri))
        place = house.folder / "backups"
        place.mkdir()
        results = {"moments": moments(house, server and server.uri, count, place), "damaged": damaged(house, place), "one school": one_school(house, place)}
        for name, wrong in results.items():
            print(f"{engine}: {name}, {len(wrong)} wrong", flush=True)
            for line in wrong[:20]:
                print("  " + line)
        return list(results.values())


def main():
    words = sys.argv[1:]
    count = int(words.pop(0)) if words and words[0].isdigit() else 20
    results = [wrong for engine in words or ["sqlite", "postgres"] for wrong in tried(engine, count)]
    failed = sum(1 for wrong in results if wrong)
    print(f"{len(results) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
