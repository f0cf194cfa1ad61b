#!/usr/bin/env python3
"""The house's own lints: what no compiler and no ready-made list knows about Préau.

    co_await    g++ 12 destroys twice what a lambda or braces built inside a co_await (name it first)
    TRY         whole right-hand side or whole statement: g++ 12 leaks what braces or arguments had built before it left
    sql         statements live in queries.sql; in C++ only store writes any, and nobody glues them together
    html        no style= attribute, no {@html}, no inline handler: the content policy refuses them, or should
    names       no folder called common, utils, helpers, services or managers: such a name says nobody decided
    debt        a TODO says what kind of debt it is: security, speed or later

usage: lint.py [ROOT]        one line for each thing found, then `N passed, N failed`
"""

import pathlib
import re
import sys

CPP = {".cpp", ".h"}
WEB = {".svelte", ".html", ".ts"}
NOT_OURS = {"node_modules", "dist", "build", ".tools", "var", ".git"}

# What is blanked before looking: comments, and (for the shape of statements) the inside of literals.
COMMENT = re.compile(r'//[^\n]*|/\*.*?\*/', re.S)
LITERAL = re.compile(r'R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', re.S)
LITERAL_OR_COMMENT = re.compile(f"(?P<comment>{COMMENT.pattern})|{LITERAL.pattern}", re.S)

SQL = re.compile(r'"\s*(?:SELECT\s.+\sFROM\s|INSERT\s+INTO\s|UPDATE\s+\S+\s+SET\s|DELETE\s+FROM\s|(?:CREATE|DROP)\s+(?:TEMP\s+)?TABLE\s)')
CONTROL = re.compile(r"^(?:else\s+)?(?:if|for|while|switch)\s*(?:constexpr\s*)?\(|^else\b|^(?:case\b[^:]*|default)\s*:(?!:)")


def blank(text, keep_literals):
    """Same length and lines, with comments (and the inside of literals) turned to spaces."""

    def empty(match):
        found = match.group(0)
        if match.group("comment") is None and keep_literals:
            return found
        return re.sub(r"[^\n]", " ", found)

    return LITERAL_OR_COMMENT.sub(empty, text)


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def closing(text, opening):
    """Where the bracket at `opening` closes."""
    depth = 0
    for at in range(opening, len(text)):
        depth += text[at] in "([{"
        depth -= text[at] in ")]}"
        if depth == 0:
            return at
    return len(text)


def past_control(prefix):
    """Drops `if (…)`, `else`, `case x:` from the head of a statement: what follows them is a statement of its own."""
    while match := CONTROL.match(prefix):
        if match.group(0).endswith("("):
            end = closing(prefix, match.end() - 1)
            if end == len(prefix):
                return prefix  # TRY stands inside the condition
            prefix = prefix[end + 1 :].lstrip()
        else:
            prefix = prefix[match.end() :].lstrip()
    return prefix


def wrong_tries(code):
    for match in re.finditer(r"\bTRY\(", code):
        if re.match(r"\s*#\s*define", code[code.rfind("\n", 0, match.start()) + 1 :]):
            continue
        start = max(code.rfind(sign, 0, match.start()) for sign in ";{}") + 1
        prefix = past_control(code[start : match.start()].lstrip())
        after = code[closing(code, match.end() - 1) + 1 :].lstrip()
        whole = prefix == "" or re.fullmatch(r"[^()]*[^=!<>()]=\s*", prefix)
        in_condition = re.fullmatch(r"if \([^()]*[^=!<>()]=\s*", prefix)  # if (auto found = TRY(…)): a declaration, too
        if not (whole and after.startswith(";")) and not (in_condition and after.startswith((")", ";"))):
            yield match.start(), "TRY must be a whole statement or the whole right-hand side of one"


def wrong_awaits(code):
    for match in re.finditer(r"\bco_await\b", code):
        statement = code[match.end() : code.find(";", match.end())]
        if "{" in statement or re.search(r"(?:^|[(,=\s])\[", statement):
            yield match.start(), "no lambda and no braces inside co_await: give it a name on the line before"


def wrong_sql(path, text):
    code = blank(text, keep_literals=True)
    in_store = path.parts[:2] == ("server", "store")
    for match in SQL.finditer(code):
        end = LITERAL.match(code, match.start())
        after = code[end.end() :].lstrip() if end else ""
        before = code[: match.start()].rstrip()
        if not in_store:
            yield match.start(), "SQL belongs in queries.sql"
        elif after.startswith("+") or before.endswith(("+", "+=", "format(")):
            yield match.start(), "SQL is not glued together: bind a parameter"


def wrong_cpp(path, text):
    code = blank(text, keep_literals=False)
    yield from wrong_awaits(code)
    yield from wrong_tries(code)
    if not path.name.endswith("_test.cpp") and path.parts[0] == "server":
        yield from wrong_sql(path, text)


def wrong_web(path, text):
    code = re.sub(r"<!--.*?-->", lambda found: re.sub(r"[^\n]", " ", found.group(0)), text, flags=re.S)
    if path.suffix != ".ts":
        for match in re.finditer(r"<[a-zA-Z][^>]*?\s(style(?::[\w-]+)?\s*=)", code):
            yield match.start(1), "no style attribute: the content policy refuses it; use a class"
        for match in re.finditer(r"\{@html\b", code):
            yield match.start(), "no {@html}: text comes as typed nodes"
    if path.suffix == ".html":
        for match in re.finditer(r"<[a-zA-Z][^>]*?\s(on[a-z]+\s*=)", code):
            yield match.start(1), "no inline handler: the content policy refuses it"


def wrong_debt(text):
    for match in re.finditer(r"\bTODO\b(?!\((?:security|speed|later)\))", text):
        yield match.start(), "say what kind of debt: TODO(security), TODO(speed), TODO(later)"


def our_files(root):
    for top in ("server", "tests", "web", "tools"):
        for path in sorted((root / top).rglob("*")):
            if path.is_file() and not NOT_OURS & set(path.relative_to(root).parts):
                yield path


def wrong_things(root):
    for path in our_files(root):
        name = path.relative_to(root)
        if bad := {"common", "utils", "helpers", "services", "managers"} & set(name.parts):
            yield f"{name}: a folder called {bad.pop()} says nobody decided"
        if path.suffix not in CPP | WEB:
            continue
        text = path.read_text(encoding="utf-8")
        found = list(wrong_debt(text))
        found += wrong_cpp(name, text) if path.suffix in CPP else wrong_web(name, text)
        for at, why in found:
            yield f"{name}:{line_of(text, at)}: {why}"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    found = list(wrong_things(root))
    for line in found:
        print(line)
    print(f"{0 if found else 1} passed, {len(found)} failed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
