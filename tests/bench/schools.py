"""Schools to measure in: exported, imported, lived in; made anew for each run, so that they are always of today's schema."""
import datetime
import json
import shutil
import sys

from running import BUILD, PLACE, Running, run

PORT = 18080


def mornings(today):
    """Ten o'clock of the last weekday before today, and of the same day of up to five weeks before, this school year: what was sent then has
    arrived, whatever the hour of the bench."""
    day = today - datetime.timedelta(days=1)
    while day.isoweekday() > 5:
        day -= datetime.timedelta(days=1)
    began = datetime.date(day.year if day.month >= 9 else day.year - 1, 9, 7)
    weeks = [day - datetime.timedelta(weeks=before) for before in range(5, -1, -1)]
    return [f"{week.isoformat()}T10:00" for week in weeks if week >= began or week == day]


class Schools:
    """A data folder with that many schools in it; `cast`: who asks, with their sessions of today."""

    def __init__(self, size):
        self.size = size
        self.accounts = 306 * size
        self.place = PLACE / f"schools-{size}"
        self.export = self.place / "export"
        self.data = self.place / "data"
        self.mornings = mornings(datetime.date.today())
        self.dated = self.mornings[0][:10]

    def deliver(self):
        """What the academy would send."""
        shutil.rmtree(self.place, ignore_errors=True)
        self.place.mkdir(parents=True)
        run(sys.executable, "tools/aaf_export.py", "--schools", self.size, "--out", self.export, "--date", self.dated)

    def migrated(self, name):
        """An empty data folder of today's schema."""
        folder = self.place / name
        shutil.rmtree(folder, ignore_errors=True)
        run(BUILD / "preau", "migrate", "--data", folder)
        return folder

    def take_delivery(self, data):
        run(BUILD / "preau", "import", "aaf", self.export, "--apply", "--accept-invented-uai", "--data", data, "--dated", self.dated)

    def fill(self):
        """Life in the imported schools, and sessions for those who will ask."""
        run(BUILD / "bench_life", self.data, *self.mornings)
        self.cast = json.loads(run(BUILD / "bench_cast", self.data))

    def copy(self, name):
        """The same data once more: one process writes a territory, so whoever opens it beside the server is given a copy."""
        folder = self.place / name
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.data, folder)
        return folder

    def serving(self):
        """The server, which believes this machine about where its clients are."""
        return Running([BUILD / "preau", "serve", "--data", self.data, "--port", PORT], PORT, self.place / "serve.log", "/readyz",
                       {"PREAU_TRUSTED_PROXIES": "127.0.0.1"})
