"""A sign-in beside one bare argon2id; then a storm of ten times as many, while other pages are read."""
import re
import urllib.parse

from asking import Load, ask, get_request, masked, post_request
from reading import api
from running import BUILD, run
from schools import PORT
from spread import median

PATH = "/entrer/parent"
STORM_LINES = 200  # people at the door at once: more than its queue holds


def form_mark():
    """The cookie of the form, and the hidden word that goes with it."""
    status, headers, page = ask(PORT, "GET", PATH)
    mark = re.search(rb'name="form" value="([^"]+)"', page)
    if status != 200 or not mark or "Set-Cookie" not in headers:
        raise SystemExit(f"{PATH} : {status}")
    return headers["Set-Cookie"].split(";")[0], mark[1].decode()


def sign_ins(cast, statuses):
    """Each from an address of its own, as behind a proxy: the door slows down whoever tries too often."""
    form_cookie, mark = form_mark()
    body = urllib.parse.urlencode({"form": mark, "password": cast["password"]}) + "&login={v}"
    request = post_request(PORT, PATH, body, "application/x-www-form-urlencoded", f"Cookie: {form_cookie}\r\nX-Forwarded-For: {{a}}\r\n")
    return Load("sign-in", PORT, request, head="__Host-preau=", values=cast["logins"], statuses=statuses)


def storm(cast, rate, seconds, first):
    """Ten times as many as can be let in, whoever comes; and a family that reads its notes meanwhile, 100 times a second."""
    family = cast["family"]
    path = api(family, "/liaison/notes")
    _, _, body = ask(PORT, "GET", path, family)
    reading = Load("in-the-storm", PORT, get_request(PORT, path, family), masked(body))
    calm = reading.finish(reading.start(4, seconds, 100))
    door = sign_ins(cast, (303, 503, 429))
    door.first = first
    arriving, readers = door.start(STORM_LINES, seconds, rate), reading.start(4, seconds, 100)
    read, entered = reading.finish(readers), door.finish(arriving)
    return {"asked": rate, "seconds": seconds, "let_in": entered["by_status"].get("303", 0), "sent_away": entered["by_status"].get("503", 0),
            "slowed": entered["by_status"].get("429", 0), "reading_p99": read["p99"], "reading_calm_p99": calm["p99"]}


def measure(schools, preau, options):
    load = sign_ins(schools.cast, (303,))
    ours, bare = [], []
    for _ in range(options.rounds):
        bare.append({"cpu_ms": float(run(BUILD / "bench_bare", "hash", 0.5).split()[0])})
        ours.append(load.measure(preau, 2, options.seconds))
    figures = {name: median(ours, name) for name in ("rate", "cpu_ms", "p50", "p99")} | {"bare_ms": median(bare, "cpu_ms")}
    return figures | {"storm": storm(schools.cast, round(10 * figures["rate"]), 3 * options.seconds, load.first)}
