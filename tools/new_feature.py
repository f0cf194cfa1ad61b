#!/usr/bin/env python3
"""An empty room, on both sides, that builds as it is; then prints the lines to add by hand, because the lists are explicit.

usage: new_feature.py NAME        (one English word, as in docs/glossary.md: homework, daybook)
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

FILES = {
    "server/features/{name}/{name}.h": """\
#pragma once
#include "gate/plug.h"

namespace {name} {{

/// What this room hands to the roof.
gate::Plug plug();

}}  // namespace {name}
""",
    "server/features/{name}/feature.cpp": """\
#include "features/{name}/{name}.h"

namespace {name} {{

gate::Plug plug() {{ return {{.name = "{name}"}}; }}

}}  // namespace {name}
""",
    "server/features/{name}/{name}_test.cpp": """\
#include "features/{name}/{name}.h"

#include <catch2/catch.hpp>

TEST_CASE("{name}: the room has its name on the door") {{ CHECK({name}::plug().name == "{name}"); }}
""",
    "web/src/features/{name}/index.ts": """\
import type {{ Room }} from "../../page/room";

export const {name}: Room = {{ name: "{name}", pages: [], places: [] }};
""",
    "web/src/features/{name}/words.fr.json": "{{}}\n",
}

TO_ADD = """\
Fait : server/features/{name}/ et web/src/features/{name}/. À ajouter à la main :

  CMakeLists.txt               preau_part(server/features/{name} LINKS preau_gate)
  server/app/features.cpp      #include "features/{name}/{name}.h"      puis    {name}::plug(),
  web/src/app/features.ts      import {{ {name} }} from "../features/{name}";      puis    {name},

Ensuite, dans l’ordre : wire.h (ce qui sort), rights.h (qui), queries.sql, un verbe par fichier, ses routes dans feature.cpp,
./dev new-migration features/{name} QUOI pour ses tables, leur déclaration de données personnelles dans la prise (plug),
help.fr.md du côté du navigateur. Le modèle à suivre est liaison.
"""


def main():
    if len(sys.argv) != 2 or not re.fullmatch(r"[a-z][a-z]{2,20}", sys.argv[1]):
        print("./dev new-feature NOM : un mot anglais en minuscules (docs/glossary.md), comme homework", file=sys.stderr)
        return 2
    name = sys.argv[1]
    for path in (ROOT / "server/features" / name, ROOT / "web/src/features" / name):
        if path.exists():
            print(f"{path.relative_to(ROOT)} existe déjà.", file=sys.stderr)
            return 1
    for path, text in FILES.items():
        target = ROOT / path.format(name=name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.format(name=name), encoding="utf-8")
    print(TO_ADD.format(name=name))
    return 0


if __name__ == "__main__":
    sys.exit(main())
