"""docs/benchmarks.md, from what was measured and from what somebody found out about it (explanations.md)."""
import pathlib

from goals import all_goals, ceiling_share, growth_of, per_core

EXPLANATIONS = pathlib.Path(__file__).with_name("explanations.md")


def table(heads, rows):
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return [*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows), ""]


def opening(results):
    met = [goal.met for goal in all_goals(results)]
    return ["# Benchmarks", "",
            f"Written by `./dev bench` on {results['date']}: {results['machine']}; release build, SQLite, {results['rounds']} rounds of "
            f"{results['seconds']} s, medians. {sum(met)} of {len(met)} goals are met.", "",
            "Each request alternates with its reference in the same run. Load generator, reference and other programs share the cores, so rates "
            "are lower than a machine of its own would give: read the ratios. CPU is that of the whole process tree, per answer. Every answer's "
            "status and bytes are compared with what is expected; one that differs ends the run.", "",
            "*Ceiling*: the route's own SQL and JSON in a bare loop, without HTTP, session, right or queue, plus nginx sending the same bytes "
            "from a file. *Per core*: 1000 ms ÷ CPU ms.", ""]


def goals(results):
    rows = [(goal.work, goal.wanted, goal.reached, "yes" if goal.met else f"**no**, {goal.short_by} short") for goal in all_goals(results)]
    return ["## Goals", "", *table(("Work", "Wanted", "Reached", "Met"), rows)]


def reading(measured):
    rows = []
    for row in measured["reading"]:
        has_bare = row["bare_ms"] > 0
        rows.append((row["work"], row["bytes"], row["connections"], f"{row['rate']:.0f}", f"{per_core(row):.0f}", f"{row['cpu_ms']:.3f}",
                     f"{row['nginx_ms']:.3f}", f"{row['bare_ms']:.3f}" if has_bare else "–", f"{ceiling_share(row) * 100:.0f} %" if has_bare else "–",
                     f"{row['p50']:.2f}", f"{row['p99']:.2f}", f"{row['nginx_p99']:.2f}"))
    return table(("Read", "bytes", "connections", "answers/s", "per core", "CPU ms", "nginx CPU ms", "bare CPU ms", "of the ceiling", "p50 ms",
                  "p99 ms", "nginx p99 ms"), rows)


def writing(measured):
    note, door, storm = measured["note"], measured["sign_in"], measured["sign_in"]["storm"]
    return [*table(("Write", "answers/s", "CPU ms", "p50 ms", "p99 ms", "reference/s", "reference CPU ms"),
                   [(f"note to {note['children']} pupils and {note['adults']} guardians ({note['rows']} rows), 1 connection", f"{note['rate']:.0f}",
                     f"{note['cpu_ms']:.3f}", f"{note['p50']:.2f}", f"{note['p99']:.2f}", f"{note['raw_rate']:.0f}", f"{note['raw_cpu_ms']:.3f}"),
                    ("sign-in, 2 connections", f"{door['rate']:.1f}", f"{door['cpu_ms']:.1f}", f"{door['p50']:.0f}", f"{door['p99']:.0f}", "–",
                     f"{door['bare_ms']:.1f}")]),
            f"In a storm of {storm['asked']} sign-ins a second for {storm['seconds']:.1f} s, {storm['let_in']} were let in, {storm['sent_away']} asked "
            f"to come back in a moment, {storm['slowed']} slowed down; a page read 100 times a second meanwhile kept p99 "
            f"{storm['reading_p99']:.1f} ms ({storm['reading_calm_p99']:.1f} before).", ""]


def household(measured):
    delivery, starting = measured["delivery"], measured["starting"]
    return [f"Import of {delivery['records']} records ({delivery['bytes'] / 1e6:.1f} MB of XML, {delivery['rows']} rows): {delivery['first']:.2f} s; "
            f"replay {delivery['replay']:.2f} s; the same rows by raw bulk insert {delivery['raw']:.2f} s. Reader {delivery['reader']:.3f} s, bare "
            f"expat {delivery['expat']:.3f} s.", "",
            f"Ready {starting['ready']:.2f} s after a cold start, with {starting['pss_mib']:.0f} MiB (PSS); {measured['memory_mib']:.0f} MiB after all "
            f"of the above.", ""]


def of_sizes(results):
    for size, measured in results["sizes"].items():
        yield from [f"## {size} school{'s' if size != '1' else ''} ({measured['accounts']} accounts)", ""]
        yield from [*reading(measured), *writing(measured), *household(measured)]


def growth(results):
    few, many = list(results["sizes"])[0], list(results["sizes"])[-1]
    if few == many:
        return []
    rows = [(row["work"], row["connections"], *(f"{worse[name]:.2f} ×" for name in ("rate", "p50", "p99")))
            for row, worse in growth_of(results["sizes"][few]["reading"], results["sizes"][many]["reading"])]
    return [f"## From {few} to {many} schools", "", "How many times slower: by rate, by latency.", "",
            *table(("Work", "connections", "rate", "p50", "p99"), rows)]


def live(results):
    one = results["live"]
    return ["## Live connections", "",
            f"{one['held']} of {one['wanted']} held, opened in {one['open_seconds']:.1f} s, {one['kib_each']:.1f} KiB (PSS) each; idle they cost "
            f"{one['idle_cores'] * 100:.1f} % of a core; the bell meanwhile: p99 {one['bell_p99']:.2f} ms.", ""]


def writer(results):
    rows = []
    for cell in results["writer"]:
        each, shared = cell["each"], cell["shared"]
        rows.append((cell["clients"], f"{cell['slowed_ms']} ms", f"{each['rate']:.0f}", f"{each['p50']:.2f} / {each['p99']:.2f}", f"{shared['rate']:.0f}",
                     f"{shared['p50']:.2f} / {shared['p99']:.2f}", f"{shared['rate'] / each['rate']:.2f} ×"))
    return ["## Durable writes", "", "A write is what the hall does for one request: key, two rows, audit, job, reply. One transaction each, beside "
            "requests that wait together and share one.", "",
            *table(("clients", "flush slowed by", "one each /s", "p50 / p99 ms", "shared /s", "p50 / p99 ms", "ratio"), rows)]


def written(results):
    parts = [opening(results), goals(results), [EXPLANATIONS.read_text().strip(), ""], of_sizes(results), growth(results), live(results), writer(results)]
    return "\n".join(line for part in parts for line in part)
