"""What was wanted, and whether it was reached: one line for each goal, at the largest number of schools unless it says otherwise."""
import dataclasses

HOME = "home of a"


@dataclasses.dataclass
class Goal:
    work: str
    wanted: str
    reached: str
    met: bool
    short_by: str = ""


def at_least(work, value, least, spell, wanted=""):
    by = "" if value >= least else f"{(1 - value / least) * 100:.0f} %"
    return Goal(work, wanted or f"at least {spell(least)}", spell(value), value >= least, by)


def at_most(work, value, most, spell, wanted=""):
    by = "" if value <= most else f"{(value / most - 1) * 100:.0f} %"
    return Goal(work, wanted or f"at most {spell(most)}", spell(value), value <= most, by)


def share(value):
    return f"{value * 100:.0f} %"


def times(value):
    return f"{value:.2f} ×"


def ms(value):
    return f"{value:.1f} ms"


def ceiling_share(row):
    """Of what the bare loop and nginx cost together."""
    return (row["bare_ms"] + row["nginx_ms"]) / row["cpu_ms"]


def per_core(row):
    return 1000 / row["cpu_ms"]


def reading_goals(rows):
    for row in rows:
        name, at = row["work"], f"{row['work']}, {row['connections']} connections"
        if name.startswith("list"):
            yield at_least(at, ceiling_share(row), 0.6 if row["connections"] == 2 else 0.7, share, f"{60 if row['connections'] == 2 else 70} % of the ceiling")
        elif row["connections"] != 16:
            continue
        elif name.startswith(HOME):
            yield at_least(name, per_core(row), 2500, lambda rate: f"{rate:,.0f}/s per core".replace(",", " "))
        elif name == "bell":
            yield at_least(name, row["nginx_ms"] / row["cpu_ms"], 0.4, share, "40 % of nginx, by CPU")
        else:
            yield at_least(name, row["nginx_ms"] / row["cpu_ms"], 0.5, share, "50 % of nginx, by CPU")


def writing_goals(note, sign_in):
    yield at_least("note to a class of 25", note["rate"] / note["raw_rate"], 0.5, share, "50 % of raw inserts, one client")
    yield at_most("note to a class of 25, p99", note["p99"], 10, ms)
    yield at_least("sign-in", sign_in["bare_ms"] / sign_in["cpu_ms"], 0.9, share, "90 % of bare argon2id, by CPU")
    yield at_most("reading during a storm of sign-ins, p99", sign_in["storm"]["reading_p99"], 50, ms)


def import_goals(delivery):
    yield at_least("import, first load", delivery["raw"] / delivery["first"], 0.25, share, "a quarter of a raw bulk insert")
    yield at_least("reader of the delivery", delivery["expat"] / delivery["reader"], 0.5, share, "half of bare expat")
    yield at_least("import, replay", delivery["first"] / delivery["replay"], 5, times, "5 times faster than the first load")


def memory_goals(sizes):
    for size, most in (("1", 64), ("20", 128)):
        if size in sizes:
            plural = "s" if size != "1" else ""
            yield at_most(f"memory with {size} school{plural}, in use (PSS)", sizes[size]["memory_mib"], most, lambda mib: f"{mib:.0f} MiB")
    for size, measured in sizes.items():
        yield at_most(f"cold start, {size} school{'s' if size != '1' else ''}", measured["starting"]["ready"], 1, lambda s: f"{s:.2f} s")


def live_goals(live):
    yield at_least("idle live connections held", live["held"], live["wanted"], lambda count: f"{count:,.0f}".replace(",", " "))
    yield at_most("memory of each", live["kib_each"], 12, lambda kib: f"{kib:.1f} KiB")


def growth_of(few, many):
    """Work and connections → how many times slower with many schools: by rate, by p50, by p99."""
    known = {(row["work"], row["connections"]): row for row in few}
    for row in many:
        before = known.get((row["work"], row["connections"]))
        if before:
            yield row, {"rate": before["rate"] / row["rate"], "p50": row["p50"] / before["p50"], "p99": row["p99"] / before["p99"]}


def growth_goals(sizes):
    few, many = list(sizes)[0], list(sizes)[-1]
    if few == many:
        return
    for row, worse in growth_of(sizes[few]["reading"], sizes[many]["reading"]):
        if row["connections"] == 16:
            most = max(worse.values())
            yield at_most(f"{row['work']}, from {few} to {many} schools", most, 1.2, times, "1.2 × for rate, p50, p99")
    for name, work in (("note", "note to a class of 25"), ("sign_in", "sign-in")):
        before, after = sizes[few][name], sizes[many][name]
        most = max(before["rate"] / after["rate"], after["p50"] / before["p50"], after["p99"] / before["p99"])
        yield at_most(f"{work}, from {few} to {many} schools", most, 1.2, times, "1.2 × for rate, p50, p99")


def writer_goals(cells):
    wanted = {(1, 0): 0.95, (8, 0): 2, (64, 0): 3, (8, 4): 5, (64, 4): 20}
    for cell in cells:
        least = wanted.get((cell["clients"], cell["slowed_ms"]))
        if least:
            slowed = ", each flush slowed by 4 ms" if cell["slowed_ms"] else ""
            told = "no slower than one transaction each" if least < 1 else f"{least} × one transaction each"
            yield at_least(f"durable writes, {cell['clients']} client{'s' if cell['clients'] > 1 else ''}{slowed}",
                           cell["shared"]["rate"] / cell["each"]["rate"], least, times, told)


def all_goals(results):
    sizes = results["sizes"]
    largest = sizes[list(sizes)[-1]]
    return [*reading_goals(largest["reading"]), *writing_goals(largest["note"], largest["sign_in"]), *import_goals(largest["delivery"]),
            *memory_goals(sizes), *live_goals(results["live"]), *growth_goals(sizes), *writer_goals(results["writer"])]
