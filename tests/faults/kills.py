#!/usr/bin/env python3
"""Kills Préau, again and again, while people write, and compares what is there with what was acknowledged.

usage: kills.py [COUNT] [sqlite|postgres]…          20 kills of each engine unless told

Nothing acknowledged may be lost or doubled, no row may name a file that is not there, and the house must be open again within 2 s of its
start (on a machine that has nothing else to do). On PostgreSQL, every fifth kill takes the database instead, all its processes at once.
"""

import contextlib
import random
import sys
import time

import durable
import house as houses
import ledger as ledgers

MOST_SECONDS = 2.0 if "release" in str(houses.PREAU) else 8.0  # the sanitizers of the other build take their time


def wait_for_more(ledger, most_seconds=20):
    """Until something else is acknowledged: on a busy machine, a house that is killed too soon would be killed idle."""
    before, until = ledger.count(), time.monotonic() + most_seconds
    while ledger.count() == before and time.monotonic() < until:
        time.sleep(0.02)


def killed(engine, count, seed=1):
    chance = random.Random(seed)
    with contextlib.ExitStack() as leaving:
        database = leaving.enter_context(durable.Durable()) if engine == "postgres" else None
        house = leaving.enter_context(houses.House(engine, database and database.uri))
        node = house.node().start()
        ledger = ledgers.Ledger()
        writers = ledgers.writers(house, ledger, [node])
        for writer in writers:
            writer.start()
        slowest = 0.0
        wrong = []
        for number in range(count):
            if number % 2:
                wait_for_more(ledger)
            time.sleep(chance.uniform(0.05, 0.6))
            if database and number % 5 == 4:
                database.kill()
                database.start()
            else:
                node.kill()
                node.start()
                slowest = max(slowest, node.starting_seconds)
        for writer in writers:
            writer.going = False
        for writer in writers:
            writer.join(130)
            if writer.is_alive():
                wrong.append(f"{writer.name} never got an answer")
        node.stop()
        wrong += ledgers.wrong_in(house, ledger)
        if slowest > MOST_SECONDS:
            wrong.append(f"open again only after {slowest:.2f} s")
        if ledger.count() < count:
            wrong.append(f"only {ledger.count()} acknowledged writes: this proves nothing")
        print(f"{engine}: {count} kills, {len(ledger.notes)} notes, {len(ledger.changes)} changes, {len(ledger.files)} files acknowledged, "
              f"slowest start {slowest:.2f} s, {len(wrong)} wrong", flush=True)
        for line in wrong[:20]:
            print("  " + line)
        if wrong:
            print("\n".join(node.told().splitlines()[-12:]))
        return not wrong


def main():
    words = sys.argv[1:]
    count = int(words.pop(0)) if words and words[0].isdigit() else 20
    results = [killed(engine, count) for engine in words or ["sqlite", "postgres"]]
    print(f"{sum(results)} passed, {len(results) - sum(results)} failed")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
