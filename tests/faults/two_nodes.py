#!/usr/bin/env python3
"""Two servers over one PostgreSQL, asked in turn, one of them killed in the middle: nobody notices but by a request to ask again.

usage: two_nodes.py
"""

import sys
import time
import uuid

import durable
import house as houses
import ledger as ledgers


def check(wrong, what, well):
    if not well:
        wrong.append(what)


def same_everywhere(house, first, second, wrong):
    """Sessions, keys of writes and limits hold whichever node answers."""
    browser = houses.Browser(house.signed_in(ledgers.HEAD))
    for node in (first, second):
        check(wrong, "a session of one node is not one of the other", browser.call(node, "GET", "/api/me")[0] == 200)
    school_class = str(uuid.UUID(house.one("SELECT id FROM people_class WHERE label = 'CE2' ORDER BY id")))
    body = {"kind": "information", "ask": "sign_one", "title": "Une seule fois", "body": "Un mot.", "facts": {},
            "audience": [{"kind": "school_class", "id": school_class}]}
    key = str(uuid.uuid4())
    path = f"/api/c/{ledgers.HEAD_DESK}/liaison/notes"
    answers = [browser.call(node, "POST", path, body, key) for node in (first, second, first)]
    check(wrong, f"one key, several answers: {answers}", len({str(answer) for answer in answers}) == 1 and answers[0][0] == 200)
    check(wrong, "written twice", house.one("SELECT count(*) FROM liaison_note WHERE title = 'Une seule fois'") == "1")
    other = dict(body, title="Autre chose")
    check(wrong, "a key of another body is not refused by the other node", browser.call(second, "POST", path, other, key)[0] == 409)
    # wrong passwords are counted together: a door that slows down does so at both nodes
    statuses = [browser.call((first, second)[i % 2], "POST", "/api/confirm", {"password": "faux mot de passe"})[0] for i in range(30)]
    check(wrong, f"wrong passwords are not counted together: {statuses}", 429 in statuses)
    ended = houses.Browser(house.signed_in(ledgers.TEACHER))
    check(wrong, "cannot sign out", ended.call(first, "POST", "/api/sign-out")[0] == 204)
    check(wrong, "signed out at one node only", ended.call(second, "GET", "/api/me")[0] == 401)


def one_killed(house, first, second, wrong):
    ledger = ledgers.Ledger()
    writers = ledgers.writers(house, ledger, [first, second])
    for writer in writers:
        writer.start()
    for node in (second, first, second):
        time.sleep(1)
        node.kill()
        before = ledger.count()
        time.sleep(1.5)
        check(wrong, "nothing is written while one node is down", ledger.count() > before)
        node.start()
    for writer in writers:
        writer.going = False
    for writer in writers:
        writer.join(130)
    # blobs are on the disk both nodes share
    wrong += ledgers.wrong_in(house, ledger)
    print(f"{len(ledger.notes)} notes, {len(ledger.changes)} changes, {len(ledger.files)} files acknowledged by two nodes", flush=True)


def main():
    wrong = []
    with durable.Durable() as database, houses.House("postgres", database.uri) as house:
        first, second = house.node().start(), house.node().start()
        same_everywhere(house, first, second, wrong)
        one_killed(house, first, second, wrong)
    for line in wrong[:20]:
        print("  " + line)
    print("0 passed, 1 failed" if wrong else "1 passed, 0 failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
