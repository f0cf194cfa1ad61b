#!/usr/bin/env python3
"""Every word on the screen stands in a words.fr.json beside what shows it; this compiles and checks them.

    words.py ts                          writes words.gen.ts beside each web/src/**/words.fr.json
    words.py pseudo FOLDER               the same under FOLDER, in an invented language that shows what is not in a words file
    words.py check                       unused and missing keys, typography, and error codes of the server without words
    words.py cpp WORDS NAMESPACE OUT     OUT.h and OUT.cpp: the words the server itself renders

A file is one object. A value is a sentence, or a group of sentences told apart by a value of the data
("kind": {"meeting": "Réunion", …}), which is used whole. `errors` is the group of the room's error codes.
A sentence is ICU message syntax, the part we use: {name}, and {n, plural, =0 {…} one {…} other {…}} with # for the number
(in French, one is 0 and 1). Straight apostrophes and plain spaces before : ; ! ? and within « » are typeset here.
"""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
WEB = ROOT / "web" / "src"
THIN = "\u202f"  # narrow no-break space

NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
# Names that TypeScript keeps for itself, and those that only C++ does.
KEPT_IN_TS = set("break case catch class const continue default delete do else enum export extends false finally for function if "
                 "implements import in instanceof interface let new null package private protected public return static super switch "
                 "this throw true try typeof var void while with yield await arguments eval".split())
KEPT_IN_CPP = set("and not or xor auto int long short char bool float double namespace template operator using register union "
                  "signed unsigned struct friend inline mutable explicit virtual volatile goto sizeof".split()) | KEPT_IN_TS
PART = re.compile(r"\{\s*(\w+)\s*(?:,\s*plural\s*,)?")
CODE = re.compile(
    r'\b(?:invalid|invalid_at|refused|not_found|conflict|gone|stale|signed_out|refusal|FieldError)\s*[({]'
    r'[^;"]*(?:"/[^"]*"[^;"]*)?"([a-z]+)\.([a-z_]+)"')
# What these say is read on a terminal. (too_many and busy are said by their status, with the time to wait.)
ELSEWHERE = ("server/app/", "server/import/", "server/edge/", "server/store/", "server/base/crypto", "server/base/key_file",
             "server/gate/accounts")


class Wrong(Exception):
    """A words file that cannot be compiled: where, and why."""


def typeset(text):
    """French typography: narrow no-break spaces and curly apostrophes, whatever was typed."""
    text = text.replace("'", "’")
    text = re.sub(r"[ \u00a0]+([;:!?»])", THIN + r"\1", text)
    text = re.sub(r"«[ \u00a0]*", "«" + THIN, text)
    return re.sub(r"(\d) (h|%|€)(?![\w’])", "\\1\u00a0\\2", text)


def parse(text, where):
    """A sentence as parts: text, ("arg", name), ("plural", name, {case: parts}), ("number",) inside a plural."""
    at = 0

    def parts(in_plural, nested):
        nonlocal at
        found, plain = [], ""

        def close():
            nonlocal plain
            if plain:
                found.append(plain)
            plain = ""

        while at < len(text) and not (nested and text[at] == "}"):
            if text[at] == "{":
                close()
                match = PART.match(text, at)
                if not match:
                    raise Wrong(f"{where}: a name is expected after {{ in “{text}”")
                at = match.end()
                if "," in match.group(0):
                    found.append(("plural", match.group(1), cases()))
                else:
                    found.append(("arg", match.group(1)))
                if at >= len(text) or text[at] != "}":
                    raise Wrong(f"{where}: }} is missing in “{text}”")
            elif text[at] == "#" and in_plural:
                close()
                found.append(("number",))
            elif text[at] == "}":
                raise Wrong(f"{where}: one }} too many in “{text}”")
            else:
                plain += text[at]
            at += 1
        close()
        return found

    def cases():
        nonlocal at
        found = {}
        while match := re.compile(r"\s*(=\d+|one|other)\s*\{").match(text, at):
            at = match.end()
            found[match.group(1)] = parts(True, True)
            at += 1
        while at < len(text) and text[at] == " ":
            at += 1
        if "other" not in found:
            raise Wrong(f"{where}: a plural needs other {{…}} in “{text}”")
        return found

    return parts(False, False)


def arguments(parts):
    """Name to TypeScript type, in order of appearance."""
    found = {}
    for part in parts:
        if part[0] == "arg" and not isinstance(part, str):
            found.setdefault(part[1], "string | number")
        elif part[0] == "plural" and not isinstance(part, str):
            found[part[1]] = "number"
            for inner in part[2].values():
                for name, kind in arguments(inner).items():
                    found.setdefault(name, kind)
    return found


def read(path):
    """The words of one file: {key: sentence or {name: sentence}}, typeset."""
    where = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    try:
        words = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise Wrong(f"{where}:{error.lineno}: not JSON, {error.msg}") from error
    for key, value in words.items():
        if not NAME.match(key) or key in KEPT_IN_TS:
            raise Wrong(f"{where}: {key} cannot be a name in TypeScript")
        group = value if isinstance(value, dict) else {"": value}
        if not all(isinstance(sentence, str) for sentence in group.values()):
            raise Wrong(f"{where}: {key} must be a sentence, or a group of sentences")
        for sentence in group.values():
            if arguments(parse(sentence, f"{where}: {key}")) and key == "errors":
                raise Wrong(f"{where}: an error's sentence has no {{name}}: “{sentence}”")
    return {key: {name: typeset(text) for name, text in value.items()} if isinstance(value, dict) else typeset(value)
            for key, value in words.items()}


# ---- TypeScript

def literal(text):
    return json.dumps(text, ensure_ascii=False)


def template(parts, number=None):
    """The inside of a template literal."""
    out = ""
    for part in parts:
        if isinstance(part, str):
            out += re.sub(r"([`\\]|\$\{)", r"\\\1", part)
        elif part[0] == "arg":
            out += "${" + part[1] + "}"
        elif part[0] == "number":
            out += "${" + number + "}"
        else:
            name, cases = part[1], part[2]
            chain = "`" + template(cases["other"], name) + "`"
            if "one" in cases:
                chain = f"{name} < 2 ? `{template(cases['one'], name)}` : {chain}"
            for case, inner in cases.items():
                if case.startswith("="):
                    chain = f"{name} === {case[1:]} ? `{template(inner, name)}` : {chain}"
            out += "${" + chain + "}"
    return out


def value_in_ts(text):
    """A string, or a function of its arguments."""
    parts = parse(text, text)
    names = arguments(parts)
    if not names:
        return literal(text)
    types = "; ".join(f"{name}: {kind}" for name, kind in names.items())
    return f"({{ {', '.join(names)} }}: {{ {types} }}) => `{template(parts)}`"


def to_ts(words):
    """One export a key, so that a page carries only the words it names: import * as words from "./words.gen"."""
    out = ["// Made from words.fr.json by tools/words.py: do not edit."]
    for key, value in words.items():
        if isinstance(value, dict):
            rows = "".join(f"  {literal(name)}: {value_in_ts(text)},\n" for name, text in value.items())
            shape = ": Record<string, string>" if key == "errors" else ""
            out.append(f"export const {key}{shape} = {{\n{rows}}};")
        else:
            out.append(f"export const {key} = {value_in_ts(value)};")
    return "\n".join(out) + "\n"


# ---- an invented language

INVENTED = str.maketrans("aceinorsuyACEINORSUY", "àçéîñöŕšûÿÀÇÉÎÑÖŔŠÛŸ")


def invented(text):
    """⟦Ŕéàd öñ îtš öwñ⟧: what stands in braces is left alone, for the page to fill."""
    def parts(found):
        out = ""
        for part in found:
            if isinstance(part, str):
                out += part.translate(INVENTED)
            elif part[0] == "arg":
                out += "{" + part[1] + "}"
            elif part[0] == "number":
                out += "#"
            else:
                out += "{" + part[1] + ", plural, " + " ".join(f"{case} {{{parts(inner)}}}" for case, inner in part[2].items()) + "}"
        return out
    return "⟦" + parts(parse(text, text)) + "⟧"


def in_invented(words):
    return {key: {name: invented(text) for name, text in value.items()} if isinstance(value, dict) else invented(value)
            for key, value in words.items()}


# ---- C++

def to_cpp(words, namespace, header):
    """An enumeration of the keys, text(Key), and fill(Key, {{"name", value}}) for sentences with names in braces."""
    keys, texts = [], []
    for key, value in words.items():
        if key in KEPT_IN_CPP:
            raise Wrong(f"{key} cannot be a name in C++")
        for name, text in (value.items() if isinstance(value, dict) else [("", value)]):
            if any(not isinstance(part, str) and part[0] == "plural" for part in parse(text, key)):
                raise Wrong(f"{key}: the server's words know no plural; say it in the page, or in two keys")
            keys.append(f"{key}_{re.sub(r'[^a-z0-9]', '_', name)}" if name else key)
            texts.append(text)
    enum = "".join(f"  {key},\n" for key in keys)
    rows = "".join(f"    {literal(text)},\n" for text in texts)
    return f"""// Made from words.fr.json by tools/words.py: do not edit.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace {namespace} {{

enum class Key {{
{enum}}};

/// The sentence as it is written, typeset.
std::string_view text(Key);
/// The sentence with its {{names}} replaced; the values are put in as they are, so escape what goes into HTML.
std::string fill(Key, std::initializer_list<std::pair<std::string_view, std::string_view>> values);

}}  // namespace {namespace}
""", f"""// Made from words.fr.json by tools/words.py: do not edit.
#include "{header}"

#include <cstddef>

namespace {namespace} {{

static constexpr std::string_view sentences[] = {{
{rows}}};

std::string_view text(Key key) {{ return sentences[static_cast<std::size_t>(key)]; }}

std::string fill(Key key, std::initializer_list<std::pair<std::string_view, std::string_view>> values) {{
  std::string_view rest = text(key);
  std::string out;
  while (!rest.empty()) {{
    const std::size_t open = rest.find('{{');
    const std::size_t close = rest.find('}}', open);
    out += rest.substr(0, open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    const std::string_view name = rest.substr(open + 1, close - open - 1);
    for (const auto& [known, value] : values) {{
      if (known == name) out += value;
    }}
    rest.remove_prefix(close + 1);
  }}
  return out;
}}

}}  // namespace {namespace}
"""


# ---- checks

def sources_of(folder):
    """What may name the words of a folder: its own files, and those of folders below that have no words of their own."""
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".ts", ".svelte") or path.name == "words.gen.ts" or path.name.endswith(".test.ts"):
            continue
        owner = path.parent
        while owner != folder and not (owner / "words.fr.json").exists():
            owner = owner.parent
        if owner == folder:
            yield path


def check_use(path, words):
    where = path.relative_to(ROOT)
    named = set()
    for source in sources_of(path.parent):
        text = source.read_text(encoding="utf-8")
        named |= set(re.findall(r"\bwords\.([a-z][a-z0-9_]*)", re.sub(r'words\.gen\b|words\.fr\b', "", text)))
        for names in re.findall(r"import \{([^}]*)\} from \"[^\"]*words\.gen\"", text):
            named |= {name.split(" as ")[0].strip() for name in names.split(",") if name.strip()}
    yield from (f"{where}: {key} is shown nowhere" for key in words if key not in named and key != "errors")
    yield from (f"{where}: {key} is missing" for key in sorted(named - set(words)))


def server_codes():
    """(room, code) of every refusal made in C++, with the file that makes it."""
    for path in sorted((ROOT / "server").rglob("*")):
        name = path.relative_to(ROOT).as_posix()
        if path.suffix not in (".cpp", ".h") or path.name.endswith("_test.cpp") or name.startswith(ELSEWHERE):
            continue
        for match in CODE.finditer(path.read_text(encoding="utf-8")):
            yield match.group(1), f"{match.group(1)}.{match.group(2)}", name


def check_codes(errors):
    """`errors`: words file to its error codes. A room's codes stand in the room; all others in page, which every room shows,
    or in the frame when only the account meets them."""
    for room, code, source in server_codes():
        home = WEB / "features" / room / "words.fr.json"
        homes = [home] if home.exists() else [path for path in errors if path.relative_to(WEB).parts[0] in ("page", "frame")]
        if not any(code in errors.get(path, {}) for path in homes):
            yield f"{(home if home.exists() else WEB / 'page' / 'words.fr.json').relative_to(ROOT)}: no words for {code} ({source})"


def words_files():
    return sorted(path for path in WEB.rglob("words.fr.json"))


def check():
    found, errors = [], {}
    for path in words_files():
        try:
            words = read(path)
        except Wrong as wrong:
            found.append(str(wrong))
            continue
        errors[path] = words.get("errors", {})
        found += check_use(path, words)
    found += dict.fromkeys(check_codes(errors))
    for line in found:
        print(line)
    print(f"{0 if found else 1} passed, {len(found)} failed")
    return 1 if found else 0


def write(path, text):
    """Only when it changed, so that nothing is built again for nothing."""
    path = pathlib.Path(path)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main(arguments_given):
    match arguments_given:
        case ["ts"]:
            for path in words_files():
                write(path.with_name("words.gen.ts"), to_ts(read(path)))
        case ["pseudo", folder]:
            for path in words_files():
                write(pathlib.Path(folder) / path.relative_to(WEB).with_name("words.gen.ts"), to_ts(in_invented(read(path))))
        case ["cpp", source, namespace, out]:
            header, body = to_cpp(read(pathlib.Path(source).resolve()), namespace, pathlib.Path(out).name + ".h")
            write(out + ".h", header)
            write(out + ".cpp", body)
        case ["check"]:
            return check()
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        sys.exit(1)
