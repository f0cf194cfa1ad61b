#!/usr/bin/env python3
"""Data of each release, kept here as it was, brought to today's schema: nothing is lost, and the schema is a fresh install's.

Each folder is a release; in it the demonstration town as that release wrote it, dumped from each engine. Everybody in it is invented.
Needs the built program; PostgreSQL when PREAU_TEST_POSTGRES names a server.
"""

import gzip
import os
import pathlib
import re
import sqlite3
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PREAU = ROOT / "build/asan/preau"
RELEASES = sorted(path for path in HERE.iterdir() if (path / "sqlite.sql.gz").exists())
# what a migration may add to by itself
LEDGER = "store_migration"


def migrate(*words):
    done = subprocess.run([PREAU, "migrate", *words], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def dumped(release, engine):
    return gzip.decompress((release / f"{engine}.sql.gz").read_bytes()).decode("utf-8")


class Sqlite(unittest.TestCase):
    def counts(self, path):
        with sqlite3.connect(path) as database:
            tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
            return {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables if table != LEDGER}

    def schema(self, path):
        with sqlite3.connect(path) as database:
            return sorted(sql for (sql,) in database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"))

    def test_every_release_comes_whole_to_today(self):
        self.assertTrue(RELEASES)
        for release in RELEASES:
            with self.subTest(release.name), tempfile.TemporaryDirectory() as folder:
                old = pathlib.Path(folder) / "old/preau.sqlite"
                old.parent.mkdir()
                with sqlite3.connect(old) as database:
                    database.executescript(dumped(release, "sqlite"))
                before = self.counts(old)
                self.assertGreater(before["people_person"], 400)
                self.assertGreater(before["liaison_signature"], 5)
                migrate("--data", str(old.parent))
                after = self.counts(old)
                self.assertEqual(before, {table: after.get(table) for table in before})
                migrate("--data", str(pathlib.Path(folder) / "new"))
                self.assertEqual(self.schema(old), self.schema(pathlib.Path(folder) / "new/preau.sqlite"))


@unittest.skipUnless(os.environ.get("PREAU_TEST_POSTGRES"), "no PostgreSQL server")
class Postgres(unittest.TestCase):
    def psql(self, uri, *words, text=None):
        done = subprocess.run(["psql", "-qAtX", "-v", "ON_ERROR_STOP=1", uri, *words], input=text, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def fresh(self, name):
        server = os.environ["PREAU_TEST_POSTGRES"]
        name = f"upgrade_{os.getpid()}_{name}"
        self.psql(server, "-c", f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
        self.addCleanup(self.psql, server, "-c", f"DROP DATABASE {name} WITH (FORCE)")
        return re.sub(r"/[^/?]*(\?.*)?$", rf"/{name}\1", server)

    def counts(self, uri):
        tables = self.psql(uri, "-c", "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1").split()
        return {table: int(self.psql(uri, "-c", f"SELECT count(*) FROM {table}")) for table in tables if table != LEDGER}

    def schema(self, uri):
        columns = "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"
        indexes = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"
        return self.psql(uri, "-c", columns) + self.psql(uri, "-c", indexes)

    def test_every_release_comes_whole_to_today(self):
        for release in RELEASES:
            with self.subTest(release.name), tempfile.TemporaryDirectory() as folder:
                old = self.fresh("old")
                self.psql(old, text=dumped(release, "postgres"))
                before = self.counts(old)
                self.assertGreater(before["people_person"], 400)
                migrate("--engine", "postgres", "--database", old, "--data", folder)
                after = self.counts(old)
                self.assertEqual(before, {table: after.get(table) for table in before})
                new = self.fresh("new")
                migrate("--engine", "postgres", "--database", new, "--data", folder)
                self.assertEqual(self.schema(old), self.schema(new))


if __name__ == "__main__":
    unittest.main()
