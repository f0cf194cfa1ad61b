#!/usr/bin/env python3
"""Imports only go down: compares every #include, every TypeScript and Svelte import and every foreign key with layers.txt.

usage: layers.py [ROOT]          exits 1 when something goes up or sideways, with one line for each
"""

import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
IMPORT = re.compile(r"""(?:^|[\s;}])(?:import|export)\s[^'"();]*?\sfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]""", re.M)
TABLE = re.compile(r"create\s+table\s+(?:if\s+not\s+exists\s+)?([a-z_0-9]+)", re.I)
TO_TABLE = re.compile(r"references\s+([a-z_0-9]+)", re.I)
BLOCK_COMMENT = re.compile(r"/\*.*?\*/|<!--.*?-->", re.S)
LINE_COMMENT = re.compile(r"^\s*(?://|--).*$", re.M)


class House:
    """One tree (server, web/src): which folder stands on which floor."""

    def __init__(self, folder):
        self.folder = folder
        self.floors = {}  # pattern -> floor

    def part(self, path):
        """The folder of layers.txt that holds `path` (relative to the tree); None when none does."""
        steps = pathlib.PurePosixPath(path).parts
        if len(steps) == 1:
            return "." if "." in self.floors else None
        if steps[0] in self.floors:
            return steps[0]
        inside = len(steps) > 2 or "." not in steps[-1]  # a folder may be imported by its name
        if f"{steps[0]}/*" in self.floors and inside:
            return f"{steps[0]}/{steps[1]}"
        return None

    def floor(self, part):
        return self.floors[part] if part in self.floors else self.floors[part.split("/")[0] + "/*"]

    def refusal(self, here, there):
        """Why `here` may not import `there`; None when it may."""
        if here == there or self.floor(there) < self.floor(here):
            return None
        if self.floor(there) > self.floor(here):
            return f"{there} (floor {self.floor(there)}) stands above {here} (floor {self.floor(here)})"
        return f"{there} and {here} are strangers on floor {self.floor(here)}"


def read_houses(text):
    houses = []
    for line in text.splitlines():
        words = line.split("#")[0].split()
        if len(words) == 1:
            houses.append(House(words[0]))
        elif words:
            for folder in words[1:]:
                houses[-1].floors[folder] = int(words[0])
    return houses


def code_of(path):
    return LINE_COMMENT.sub("", BLOCK_COMMENT.sub("", path.read_text(encoding="utf-8")))


def is_test(path):
    return re.search(r"(_test\.(cpp|h)|\.test\.ts)$", path.name) is not None


def cpp_imports(tree, path):
    return INCLUDE.findall(code_of(path))


def web_imports(tree, path):
    """Imports of our own files only: relative ones, and `/src/…`."""
    for pair in IMPORT.findall(code_of(path)):
        name = (pair[0] or pair[1]).split("?")[0]
        if name.startswith("/src/"):
            yield name.removeprefix("/src/")
        elif name.startswith("."):
            resolved = (path.parent / name).resolve()
            if resolved.is_relative_to(tree.resolve()):
                yield resolved.relative_to(tree.resolve()).as_posix()


def wrong_imports(root, house, endings, imports):
    tree = root / house.folder
    for path in sorted(tree.rglob("*")):
        if path.suffix not in endings or is_test(path):
            continue
        name = path.relative_to(tree).as_posix()
        here = house.part(name)
        if here is None:
            yield f"{house.folder}/{name}: this folder is not in tools/layers.txt"
            continue
        for target in imports(tree, path):
            there = house.part(target)
            if there is None:
                yield f"{house.folder}/{name}: imports {target}, whose folder is not in tools/layers.txt"
            elif why := house.refusal(here, there):
                yield f"{house.folder}/{name}: imports {target}: {why}"


def wrong_keys(root, house):
    """Foreign keys: a table belongs to the folder whose migration makes it."""
    migrations = [(path, code_of(path)) for path in sorted((root / house.folder).rglob("migrations/*.sql"))]
    owners = {}
    for path, sql in migrations:
        part = house.part(path.relative_to(root / house.folder).as_posix())
        for table in TABLE.findall(sql):
            owners[table] = part
    for path, sql in migrations:
        here = house.part(path.relative_to(root / house.folder).as_posix())
        for table in TO_TABLE.findall(sql):
            if table not in owners:
                yield f"{path.relative_to(root)}: refers to {table}, which no migration makes"
            elif why := house.refusal(here, owners[table]):
                yield f"{path.relative_to(root)}: refers to {table}: {why}"


def wrong_things(root):
    server, web = read_houses((root / "tools/layers.txt").read_text(encoding="utf-8"))
    yield from wrong_imports(root, server, {".cpp", ".h"}, cpp_imports)
    yield from wrong_keys(root, server)
    yield from wrong_imports(root, web, {".ts", ".svelte"}, web_imports)


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    found = list(wrong_things(root))
    print("\n".join(found) if found else "layers: every import goes down")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
