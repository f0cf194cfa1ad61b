#!/usr/bin/env python3
"""Makes the Debian package from the release build: build/preau_<version>_<architecture>.deb

usage: package.py [BUILD_FOLDER]          (build/release; its programs and web/dist must be there)
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent

CONTROL = """\
Package: preau
Version: {version}
Architecture: {architecture}
Maintainer: Préau <preau@exemple.fr>
Section: education
Priority: optional
Depends: {depends}
Recommends: nginx | httpd
Suggests: postgresql
Installed-Size: {kibibytes}
Description: espace numérique de travail des écoles primaires
 Liaison entre l’école et les familles, devoirs, appel, documents : chacun voit
 ce qui le concerne, et rien d’autre. Un seul programme, sur SQLite ou PostgreSQL.
"""

POSTINST = """\
#!/bin/sh
set -e
if [ "$1" = configure ]; then
  if ! getent passwd preau >/dev/null; then
    adduser --system --group --quiet --home /var/lib/preau --no-create-home preau
  fi
  install -d -o preau -g preau -m 0700 /var/lib/preau /var/backups/preau
  if [ -d /run/systemd/system ]; then
    systemctl daemon-reload
    systemctl try-restart preau.service
  fi
fi
"""

PRERM = """\
#!/bin/sh
set -e
if [ -d /run/systemd/system ] && [ "$1" = remove ]; then
  systemctl disable --now preau.service preau-backup.timer
fi
"""

# The data of a school is never removed by a package: purging takes the settings alone.
POSTRM = """\
#!/bin/sh
set -e
if [ -d /run/systemd/system ]; then systemctl daemon-reload; fi
"""


def version():
    return re.search(r"project\(preau VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text())[1]


def architecture():
    return subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, text=True).stdout.strip()


def depends(programs):
    """The Debian packages of the libraries that the programs ask for."""
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        (place / "debian").mkdir()
        (place / "debian/control").write_text("Source: preau\n\nPackage: preau\nArchitecture: any\n")
        command = ["dpkg-shlibdeps", "-O", *[f"-e{program}" for program in programs]]
        out = subprocess.run(command, cwd=place, check=True, capture_output=True, text=True).stdout
    libraries = out.strip().removeprefix("shlibs:Depends=")
    return ", ".join(["adduser", "ca-certificates", *([libraries] if libraries else [])])


def lay(build, root):
    """What goes where, under `root`."""
    put = [(build / name, f"usr/lib/preau/{name}", 0o755) for name in ("preau", "preau-thumbnail") if (build / name).exists()]
    put += [(HERE / "backup", "usr/lib/preau/backup", 0o755), (HERE / "preau.toml", "etc/preau/preau.toml", 0o644)]
    put += [(HERE / name, f"lib/systemd/system/{name}", 0o644) for name in ("preau.service", "preau-backup.service", "preau-backup.timer")]
    put += [(HERE / name, f"usr/share/doc/preau/{name}", 0o644) for name in ("README.md", "postgresql.md", "nginx.conf")]
    put += [(ROOT / "LICENSE", "usr/share/doc/preau/copyright", 0o644)]
    web = ROOT / "web/dist"
    put += [(path, f"usr/share/preau/web/{path.relative_to(web)}", 0o644) for path in sorted(web.rglob("*")) if path.is_file()]
    for source, name, mode in put:
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        target.chmod(mode)
    (root / "usr/bin").mkdir()
    (root / "usr/bin/preau").symlink_to("../lib/preau/preau")
    programs = [root / name for _, name, mode in put if mode == 0o755 and not name.endswith("backup")]
    for program in programs:
        subprocess.run(["strip", "--strip-unneeded", program], check=True)
    return programs


def describe(root, programs):
    control = root / "DEBIAN"
    control.mkdir()
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    words = {"version": version(), "architecture": architecture(), "depends": depends(programs), "kibibytes": size // 1024}
    (control / "control").write_text(CONTROL.format(**words), encoding="utf-8")
    (control / "conffiles").write_text("/etc/preau/preau.toml\n")
    for name, text in (("postinst", POSTINST), ("prerm", PRERM), ("postrm", POSTRM)):
        (control / name).write_text(text)
        (control / name).chmod(0o755)
    for folder in [root, *[path for path in root.rglob("*") if path.is_dir()]]:
        folder.chmod(0o755)


def make(build):
    package = ROOT / "build" / f"preau_{version()}_{architecture()}.deb"
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder) / "root"
        root.mkdir()
        describe(root, lay(build, root))
        subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, package], check=True, capture_output=True)
    return package


def main():
    build = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/release").resolve()
    for needed in (build / "preau", ROOT / "web/dist/build.txt"):
        if not needed.exists():
            print(f"{needed} n’est pas construit : ./dev build", file=sys.stderr)
            return 1
    print(make(build))
    return 0


if __name__ == "__main__":
    sys.exit(main())
