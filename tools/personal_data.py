#!/usr/bin/env python3
"""Every table says what it holds about persons: compares the migrations with the PersonalData declarations (base/personal_data.h).

A declaration stands in the folder whose migration makes the table, its first member the table's name as a plain literal. Checked:
each table has exactly one, none speaks of a table or a column that is not there, and each column that refers to people_person
is among its person columns.

usage: personal_data.py [ROOT]          last line: `N passed, N failed`, in tables
"""

import dataclasses
import pathlib
import re
import sys

CREATE = re.compile(r"CREATE\s+TABLE\s+([a-z_0-9]+)\s*\(", re.I)
ADD = re.compile(r"ALTER\s+TABLE\s+([a-z_0-9]+)\s+ADD\s+COLUMN\s+([a-z_0-9]+)([^;]*)", re.I)
DROP = re.compile(r"DROP\s+TABLE\s+([a-z_0-9]+)", re.I)
NOT_COLUMNS = {"primary", "unique", "check", "foreign", "constraint"}
ENTRY = re.compile(r'\{\s*(?:\.table\s*=\s*)?"([a-z][a-z0-9]*_[a-z0-9_]+)"\s*,')
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)


@dataclasses.dataclass
class Table:
    folder: pathlib.Path
    columns: set
    naming_persons: set


@dataclasses.dataclass
class Declaration:
    path: pathlib.Path
    person_columns: list
    every_column: list


def closing(text, opening):
    """Where the bracket at `opening` closes."""
    depth = 0
    for at in range(opening, len(text)):
        depth += text[at] in "({"
        depth -= text[at] in ")}"
        if depth == 0:
            return at
    return len(text)


def split_at_commas(text):
    depth, part = 0, ""
    for sign in text:
        depth += sign in "("
        depth -= sign in ")"
        if sign == "," and depth == 0:
            yield part.strip()
            part = ""
        else:
            part += sign
    yield part.strip()


def column_of(line, table):
    name = line.split()[0] if line.split() else ""
    if name and name.lower() not in NOT_COLUMNS:
        table.columns.add(name)
        if re.search(r"REFERENCES\s+people_person\b", line, re.I):
            table.naming_persons.add(name)


def tables_of(server):
    tables = {}
    for path in sorted(server.rglob("migrations/*.sql"), key=lambda path: path.name):
        sql = re.sub(r"--[^\n]*", "", path.read_text(encoding="utf-8"))
        for match in CREATE.finditer(sql):
            table = tables.setdefault(match[1], Table(path.parent.parent, set(), set()))
            for line in split_at_commas(sql[match.end() : closing(sql, match.end() - 1)]):
                column_of(line, table)
        for match in ADD.finditer(sql):
            if match[1] in tables:
                column_of(match[2] + match[3], tables[match[1]])
        for match in DROP.finditer(sql):
            tables.pop(match[1], None)
    return tables


def declarations_of(server):
    """table name -> its declarations."""
    found = {}
    for path in sorted(server.rglob("*")):
        if path.suffix not in (".cpp", ".h") or path.stem.endswith("_test"):
            continue
        code = COMMENT.sub("", path.read_text(encoding="utf-8"))
        code = re.sub(r'"[^"\n]*"', lambda literal: re.sub(r"[(){}]", " ", literal[0]), code)
        if "PersonalData" not in code and "personal_data" not in code:
            continue
        end = 0
        for match in ENTRY.finditer(code):
            if match.start() < end:  # a list of columns inside a declaration
                continue
            end = closing(code, match.start())
            body = code[match.end() : end]
            lists = re.findall(r"(?:\.(\w+)\s*=\s*)?\{([^{}]*)\}", body)
            columns = [re.findall(r'"([^"]*)"', inside) for _, inside in lists]
            first = columns[0] if columns else []
            found.setdefault(match[1], []).append(Declaration(path, first, [one for each in columns for one in each]))
    return found


def wrong_things(root):
    server = root / "server"
    tables, declared = tables_of(server), declarations_of(server)
    for name, table in tables.items():
        here = declared.get(name, [])
        if not here:
            yield name, f"no PersonalData in {table.folder.relative_to(root)}: say who is in it, why, and until when"
        for one in here[1:]:
            yield name, f"declared twice, also in {one.path.relative_to(root)}"
        for one in here[:1]:
            if table.folder not in one.path.parents:
                yield name, f"declared in {one.path.relative_to(root)}, made in {table.folder.relative_to(root)}: bring them together"
            for column in sorted(set(one.every_column) - table.columns):
                yield name, f"its declaration names {column}, which is no column of it"
            for column in sorted(table.naming_persons - set(one.person_columns)):
                yield name, f"{column} refers to a person and is not among its person columns"
    for name in sorted(set(declared) - set(tables)):
        yield name, f"declared in {declared[name][0].path.relative_to(root)}, and no migration makes it"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent)
    found = list(wrong_things(root))
    for name, why in found:
        print(f"{name}: {why}")
    every = set(tables_of(root / "server")) | {name for name, _ in found}
    wrong = {name for name, _ in found}
    print(f"{len(every - wrong)} passed, {len(wrong)} failed")
    return 1 if wrong or not every else 0


if __name__ == "__main__":
    sys.exit(main())
