#!/usr/bin/env python3
"""queries.sql -> queries.gen.h and queries.gen.cpp: each named statement becomes a typed function.

    -- threads_of: threads a person reads, latest first.      the name, and one sentence
    -- in: before Millis, limit int, subject text?            scalars; `?` may be absent; `PersonId*` a list of ids
    -- many: DeliveryRow                                       instead of in: one call for a span of rows, members as :names
    -- out: wire::ThreadLine*                                  `*` many, `?` perhaps one, `-` none
    -- reach: self                                             or: none, because ...
    SELECT ... WHERE r.person IN (:self*) ...

The reach line names the parameters that hold the statement within what its caller may reach; the SQL must use each of them.
They are written among the `in:` of the function without being declared there: `self`, `children`, `classes`, `schools` are lists
of ids, `school` is one id.

usage: queries.py queries.sql FOLDER OUT        (FOLDER below server/, OUT without its ending)
"""

import pathlib
import re
import sys

SCALARS = {
    "text": "std::string_view",
    "int": "std::int64_t",
    "bool": "bool",
    "bytes": "store::Bytes",
    "Millis": "Millis",
    "Date": "Date",
}
RETURNED = {"int": "std::int64_t", "text": "std::string", "bool": "bool", "bytes": "std::vector<unsigned char>"}
REACHES = {"self": "PersonId*", "children": "PersonId*", "classes": "ClassId*", "schools": "SchoolId*", "school": "SchoolId"}
TOKEN = re.compile(
    r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\*.*?\*/|::|:([a-z_][a-z0-9_]*)(\*?)|.", re.S
)


class Wrong(Exception):
    pass


def positional(sql, order):
    """Writes $n for :name, n by first use; `order` receives the names."""
    out = []
    for match in TOKEN.finditer(sql):
        if match.group(0).startswith(("--", "/*")):
            continue
        if match.group(1):
            if match.group(1) not in order:
                order.append(match.group(1))
            out.append(f"${order.index(match.group(1)) + 1}{match.group(2)}")
        else:
            out.append(match.group(0))
    return re.sub(r"\s+", " ", "".join(out)).strip().rstrip(";")


def argument(name, kind):
    if kind.endswith("*"):
        return f"std::span<const {kind[:-1]}> {name}"
    if kind.endswith("?"):
        base = kind[:-1]
        held = "std::string" if base == "text" else SCALARS.get(base, base)
        return f"const std::optional<{held}>& {name}"
    if kind in SCALARS:
        return f"{SCALARS[kind]} {name}"
    return f"const {kind}& {name}"


def sample(kind):
    """A parameter of that kind, to prepare a statement with."""
    if kind.endswith("*"):
        return f"store::param(std::span<const {kind[:-1]}>())"
    base = kind.rstrip("?")
    return f"store::sample<{SCALARS.get(base, base)}>()"


def fields(comment):
    """The header lines of one statement, as a dictionary."""
    found = {}
    for line in comment.splitlines():
        match = re.match(r"--\s*(in|many|out|reach):\s*(.*)", line)
        if match:
            found[match.group(1)] = match.group(2).strip()
            last = match.group(1)
        elif line.startswith("--   ") and found:
            found[last] += " " + line[2:].strip()
    return found


def statement(part, room):
    head = re.match(r"-- ([a-z_0-9]+): ([^\n]*)\n", part)
    if not head:
        raise Wrong(f"not a named statement: {part.strip()[:60]!r}")
    name, sentence = head.groups()
    comment = "\n".join(line for line in part.splitlines() if line.startswith("--"))
    sql = "\n".join(line for line in part.splitlines() if not line.startswith("--"))
    said = fields(comment)
    for needed in ("out", "reach"):
        if needed not in said:
            raise Wrong(f"{name}: no `{needed}:` line")
    params = {}
    if "in" in said and said["in"] != "-":
        for one in said["in"].split(","):
            try:
                argument_name, kind = one.split()
            except ValueError:
                raise Wrong(f"{name}: in: cannot read {one.strip()!r}") from None
            params[argument_name] = kind
    order = []
    text = positional(sql, order)
    reach = said["reach"]
    reached = {}
    if reach.startswith("none"):
        if not re.match(r"none, because \S+ \S+", reach):
            raise Wrong(f"{name}: reach: none needs its reason: `none, because ...`")
    else:
        for one in re.split(r",\s*", reach):
            if one not in REACHES:
                raise Wrong(f"{name}: reach: {one!r} is none of {', '.join(REACHES)}")
            if one not in order:
                raise Wrong(f"{name}: says reach {one} and does not use :{one}")
            reached[one] = REACHES[one]
    result = said["out"]
    every = {**reached, **params}
    if "many" in said:
        row = said["many"]
        extra = {n: k for n, k in every.items() if n in order}
        arguments = [argument(n, k) for n, k in extra.items()] + [f"std::span<const {row}> rows"]
        values = ", ".join(f"store::param({n})" if n in extra else f"store::param(rows[i].{n})" for n in order)
        declaration = f"std::int64_t {name}(Tx& tx, {', '.join(arguments)})"
        body = (
            f"  return store::run_many(tx, {name}_, rows.size(), "
            f"[&](std::size_t i, std::vector<store::Param>& in) {{ in.insert(in.end(), {{{values}}}); }});"
        )
        lists = False
    else:
        if set(every) != set(order):
            raise Wrong(f"{name}: declared {sorted(every)}, the SQL uses {sorted(order)}")
        lists = any(k.endswith("*") for k in every.values())
        for n, k in every.items():
            starred = bool(re.search(rf":{n}\*", sql))
            if starred != k.endswith("*"):
                raise Wrong(f"{name}: :{n} is {'a list' if k.endswith('*') else 'no list'}, the SQL says otherwise")
        arguments = [argument(n, k) for n, k in every.items()]
        row = result.rstrip("*?")
        row = RETURNED.get(row, row)
        if result.endswith("*"):
            returned, verb = f"std::vector<{row}>", f"store::all<{row}>"
        elif result.endswith("?"):
            returned, verb = f"std::optional<{row}>", f"store::find<{row}>"
        elif result == "-":
            returned, verb = "std::int64_t", "store::run"
        else:
            raise Wrong(f"{name}: out: ends with `*` or `?`, or is `-`")
        declaration = f"{returned} {name}({', '.join(['Tx& tx'] + arguments)})"
        if order:
            values = ", ".join(f"store::param({n})" for n in order)
            body = f"  const store::Param in[] = {{{values}}};\n  return {verb}(tx, {name}_, in);"
        else:
            body = f"  return {verb}(tx, {name}_, {{}});"
    source = (
        f'static const store::Query {name}_{{"{room}.{name}", R"sql({text})sql", {"true" if lists else "false"}}};\n'
        f"{declaration} {{\n{body}\n}}\n"
    )
    kinds = {**every, **({} if "many" not in said else {})}
    if "many" in said:
        samples = ", ".join(
            sample(kinds[n]) if n in kinds else f"store::sample<std::remove_cvref_t<decltype({said['many']}::{n})>>()" for n in order
        )
    else:
        samples = ", ".join(sample(kinds[n]) for n in order)
    columns = "store::no_columns" if result == "-" else f"store::column_names<{row}>"
    if "many" in said:
        columns = "store::no_columns"
    if order:
        checked = f"  {{\n    const store::Param in[] = {{{samples}}};\n    store::prepare(tx, {name}_, in, {columns});\n  }}"
    else:
        checked = f"  store::prepare(tx, {name}_, {{}}, {columns});"
    return f"/// {sentence}\n{declaration};\n", source, checked


def main(path, folder, out):
    text = pathlib.Path(path).read_text()
    room = pathlib.Path(folder).name
    includes = re.findall(r"(?m)^-- include: (\S+)", text)
    text = re.sub(r"(?m)^-- include: .*\n", "", text)
    header = ["#pragma once"]
    header += [f'#include "{one}"' for one in includes]
    header += ['#include "people/ids.h"' if folder != "store" else "", '#include "store/rows.h"', f"namespace {room}::q {{"]
    checks = []
    source = [f'#include "{folder}/queries.gen.h"', f"namespace {room}::q {{"]
    for part in re.split(r"(?m)^(?=-- (?!in:|out:|reach:|many:)[a-z_0-9]+: )", text):
        if not part.strip():
            continue
        try:
            declared, defined, checked = statement(part, room)
        except Wrong as wrong:
            sys.exit(f"{path}: {wrong}")
        header.append(declared)
        source.append(defined)
        checks.append(checked)
    header.append("/// Prepares every statement and compares its columns with its out type; throws store::Fault at the first that differs.\nvoid check(Tx&);\n")
    source.append("void check(Tx& tx) {\n" + "\n".join(checks) + "\n}\n")
    pathlib.Path(out).parent.mkdir(parents=True, exist_ok=True)
    pathlib.Path(out + ".h").write_text("\n".join(header) + f"\n}}  // namespace {room}::q\n")
    pathlib.Path(out + ".cpp").write_text("\n".join(source) + f"}}  // namespace {room}::q\n")


main(*sys.argv[1:])
