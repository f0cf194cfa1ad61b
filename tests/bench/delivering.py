"""The import of an academy's delivery: first load, replay, raw bulk insert of the same rows; its reader beside bare expat."""
import json
import time

from running import BUILD, run


def seconds_of(work):
    began = time.monotonic()
    work()
    return time.monotonic() - began


def measure(schools, options):
    """Leaves the schools imported. Many schools take long: they are loaded once."""
    firsts, raws = [], []
    rounds = options.rounds if schools.size <= 20 else 1
    for _ in range(rounds):
        schools.data = schools.migrated("data")
        firsts.append(seconds_of(lambda: schools.take_delivery(schools.data)))
        raws.append(json.loads(run(BUILD / "bench_rows", "import", schools.data, schools.migrated("raw"))))
    replays = [seconds_of(lambda: schools.take_delivery(schools.data)) for _ in range(rounds)]
    parsed = json.loads(run(BUILD / "bench_parse", schools.export, options.rounds))
    middle = lambda values: sorted(values)[len(values) // 2]
    return {"first": middle(firsts), "replay": middle(replays), "raw": middle([one["seconds"] for one in raws]), "rows": raws[0]["rows"],
            **parsed}
