#!/usr/bin/env python3
"""Gathers every server/**/migrations/*.sql into one C++ table, in the order of their prefix.

A step that must differ by engine is NAME.sqlite.sql beside NAME.postgres.sql.

usage: migrations.py SERVER_FOLDER OUT.cpp
"""

import pathlib
import re
import sys


def main(server, out):
    steps = {}
    for path in sorted(pathlib.Path(server).rglob("migrations/*.sql")):
        match = re.fullmatch(r"(\d{8}_\d{4}_[a-z0-9_]+)(\.sqlite|\.postgres)?\.sql", path.name)
        if not match:
            sys.exit(f"{path}: a migration is named 20261124_1530_what.sql (or ….sqlite.sql beside ….postgres.sql)")
        if not path.read_text().startswith("-- "):
            sys.exit(f"{path}: its first line says why, as a comment")
        name, engine = match.groups()
        steps.setdefault(name, {"folder": path.parent.parent.name})[engine or ""] = path.read_text()
    lines = ['#include "app/migrations.h"', "", "static const store::Migration steps[] = {"]
    for name in sorted(steps):
        step = steps[name]
        if "" in step:
            texts = f'R"sql({step[""]})sql"'
        elif {".sqlite", ".postgres"} <= set(step):
            texts = f'nullptr, R"sql({step[".sqlite"]})sql", R"sql({step[".postgres"]})sql"'
        else:
            sys.exit(f"{name}: one engine is missing")
        lines.append(f'    {{"{name}", "{step["folder"]}", {texts}}},')
    lines += ["};", "", "std::span<const store::Migration> app::migrations() { return steps; }", ""]
    pathlib.Path(out).write_text("\n".join(lines))


main(*sys.argv[1:])
