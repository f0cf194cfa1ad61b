#!/usr/bin/env python3
"""Installs the package in a root of its own, runs what it installed, and removes it again; what a school wrote stays.

usage: package_test.py          after ./dev package
"""

import http.client
import os
import pathlib
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time
import unittest

import package

ROOT = package.ROOT
AS_A_SERVICE = [sys.executable, ROOT / "deploy/unit_filter.py", ROOT / "deploy/preau.service"]
AS_A_BACKUP = [sys.executable, ROOT / "deploy/unit_filter.py", ROOT / "deploy/preau-backup.service"]
PHOTO = ROOT / "tests/files/phone.heic"
PAINTED = 1  # thumbnail/protocol.h


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.package = ROOT / "build" / f"preau_{package.version()}_{package.architecture()}.deb"
        cls.root = pathlib.Path(tempfile.mkdtemp(prefix="preau-root-"))
        for name in ("var/lib/dpkg/updates", "var/lib/dpkg/info", "var/lib/dpkg/triggers"):
            (cls.root / name).mkdir(parents=True)
        (cls.root / "var/lib/dpkg/status").touch()
        (cls.root / "var/lib/dpkg/available").touch()

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.root, ignore_errors=True)

    def dpkg(self, *words):
        # maintainer scripts run in the root, which has no shell of its own: they are read below, and left out here
        done = subprocess.run(
            ["fakeroot", "dpkg", f"--root={self.root}", "--force-not-root,script-chrootless,depends,bad-path", "--no-triggers", *words],
            capture_output=True, text=True, env=dict(os.environ, PATH=f"{self.scripts()}:{os.environ['PATH']}"),
        )
        self.assertEqual(done.returncode, 0, done.stderr)

    def scripts(self):
        """Commands that the maintainer scripts would run as root on a real machine."""
        folder = self.root / "stand-ins"
        folder.mkdir(exist_ok=True)
        for name in ("adduser", "systemctl", "install", "getent"):
            (folder / name).write_text(f'#!/bin/sh\necho "{name} $*" >> "{self.root}/asked"\n')
            (folder / name).chmod(0o755)
        return folder

    def test_it_is_installed_runs_and_is_removed(self):
        self.dpkg("--install", str(self.package))
        program = self.root / "usr/bin/preau"
        self.assertTrue(program.resolve().is_file())
        self.assertIn("0700 /var/lib/preau /var/backups/preau", (self.root / "asked").read_text())
        data = self.root / "var/lib/preau"
        data.mkdir(parents=True)
        settings = ["--config", str(self.root / "etc/preau/preau.toml"), "--data", str(data), "--web", str(self.root / "usr/share/preau/web")]
        self.run_verb(program, "migrate", *settings)
        port = free_port()
        serving = subprocess.Popen([*AS_A_SERVICE, program, "serve", *settings, "--port", str(port)],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            self.assertEqual(self.page(port), 200)
            backups = self.root / "backups"
            backups.mkdir()
            environment = dict(os.environ, PREAU_PROGRAM=str(program), PREAU_SETTINGS=str(self.root / "etc/preau/preau.toml"), PREAU_DATA=str(data))
            for _ in range(4):
                subprocess.run([*AS_A_BACKUP, self.root / "usr/lib/preau/backup", backups, "3"], check=True, env=environment, capture_output=True)
                time.sleep(1.1)  # they are named by the second
            self.assertEqual(len(list(backups.iterdir())), 3)
        finally:
            serving.terminate()
            self.assertEqual(serving.wait(20), 0)
        self.assertEqual(self.painted(self.root / "usr/lib/preau/preau-thumbnail"), PAINTED)
        self.dpkg("--purge", "preau")
        self.assertFalse((self.root / "usr/lib/preau").exists())
        self.assertFalse((self.root / "etc/preau/preau.toml").exists())
        self.assertTrue((data / "preau.sqlite").exists())

    def run_verb(self, *words):
        done = subprocess.run(words, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)

    def painted(self, program):
        """What the confined program says of a photo, when it is started by the service."""
        photo = PHOTO.read_bytes()
        ours, its = socket.socketpair()
        painter = subprocess.Popen([*AS_A_SERVICE, program], stdin=its, stdout=its, stderr=subprocess.DEVNULL)
        its.close()
        try:
            ours.settimeout(60)
            ours.sendall(struct.pack("=I", len(photo)) + photo)
            return struct.unpack("=I", ours.recv(4, socket.MSG_WAITALL))[0]
        except OSError:
            return 0
        finally:
            ours.close()
            painter.wait(60)

    def page(self, port):
        for _ in range(100):
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
                connection.request("GET", "/", headers={"Host": f"localhost:{port}"})
                return connection.getresponse().status
            except OSError:
                time.sleep(0.05)
        return 0

    def test_the_units_are_well_formed_and_shut(self):
        for unit in ("preau.service", "preau-backup.service", "preau-backup.timer"):
            words = (ROOT / "deploy" / unit).read_text()
            self.assertNotIn("/home", words)
        shut = subprocess.run(["systemd-analyze", "security", "--offline=true", "--threshold=20", ROOT / "deploy/preau.service"],
                              capture_output=True, text=True)
        self.assertEqual(shut.returncode, 0, shut.stdout[-1500:] + shut.stderr)

    @unittest.skipUnless(shutil.which("nginx"), "no nginx here")
    def test_nginx_reads_its_site(self):
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=preau.exemple.fr", "-days", "1",
                            "-keyout", place / "privkey.pem", "-out", place / "fullchain.pem"], check=True, capture_output=True)
            site = (ROOT / "deploy/nginx.conf").read_text().replace("/etc/letsencrypt/live/preau.exemple.fr", folder)
            (place / "nginx.conf").write_text(f"pid {folder}/pid;\nerror_log {folder}/log;\nevents {{}}\nhttp {{\naccess_log off;\n{site}\n}}\n")
            done = subprocess.run(["nginx", "-t", "-c", place / "nginx.conf", "-p", folder], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    unittest.main()
