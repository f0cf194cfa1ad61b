#!/usr/bin/env python3
"""What tools/words.py makes of words, and what it refuses."""

import json
import pathlib
import tempfile
import unittest

import words

THIN = "\u202f"


class Words(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name).resolve()
        for name, value in {"ROOT": self.root, "WEB": self.root / "web" / "src"}.items():
            before = getattr(words, name)
            self.addCleanup(setattr, words, name, before)
            setattr(words, name, value)

    def file(self, path, text):
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        return place

    def compiled(self, value):
        return words.to_ts(words.read(self.file("web/src/x/words.fr.json", value)))

    def refused(self, value):
        with self.assertRaises(words.Wrong) as caught:
            self.compiled(value)
        return str(caught.exception)

    def test_the_invented_language_brackets_each_sentence_and_keeps_what_the_page_fills(self):
        made = words.in_invented({"a": "Bonjour {name}", "b": {"x": "{n, plural, one {# mot} other {# mots}}"}})
        self.assertEqual(made, {"a": "⟦Böñjöûŕ {name}⟧", "b": {"x": "⟦{n, plural, one {# möt} other {# mötš}}⟧"}})
        self.assertIn("${n < 2 ? `${n} möt`", words.to_ts(made))

    def test_what_was_typed_plainly_is_typeset(self):
        self.assertEqual(words.typeset("Rien à faire aujourd'hui ? « Oui » : à 8 h 30"),
                         f"Rien à faire aujourd’hui{THIN}? «{THIN}Oui{THIN}»{THIN}: à 8\u00a0h 30")

    def test_a_sentence_is_a_string_and_one_with_names_a_function(self):
        made = self.compiled({"home": "Accueil", "hello": "Bonjour {name}"})
        self.assertIn('export const home = "Accueil";', made)
        self.assertIn("export const hello = ({ name }: { name: string | number }) => `Bonjour ${name}`;", made)

    def test_in_french_nought_is_singular(self):
        made = self.compiled({"n": "{n, plural, =0 {rien} one {# mot} other {# mots de {who}}}"})
        self.assertIn("({ n, who }: { n: number; who: string | number })", made)
        self.assertIn("${n === 0 ? `rien` : n < 2 ? `${n} mot` : `${n} mots de ${who}`}", made)

    def test_a_group_is_told_apart_by_a_value_of_the_data(self):
        made = self.compiled({"to": {"school": "toute l'école", "school_class": "la classe {label}"}})
        self.assertIn('export const to = {\n  "school": "toute l’école",\n  "school_class": ({ label }', made)

    def test_a_sentence_that_cannot_be_read_is_refused_with_its_key(self):
        self.assertIn("x/words.fr.json: n: a plural needs other", self.refused({"n": "{n, plural, one {un}}"}))
        self.assertIn("is missing", self.refused({"n": "Bonjour {name"}))
        self.assertIn("too many", self.refused({"n": "Bonjour }"}))
        self.assertIn("cannot be a name", self.refused({"delete": "Jeter"}))
        self.assertIn("has no {name}", self.refused({"errors": {"x.y": "{n} fois"}}))

    def test_unused_and_missing_words_are_told(self):
        path = self.file("web/src/x/words.fr.json", {"used": "a", "unused": "b", "errors": {}})
        self.file("web/src/x/Page.svelte", "{words.used} {words.forgotten}")
        self.assertEqual(list(words.check_use(path, words.read(path))),
                         ["web/src/x/words.fr.json: unused is shown nowhere", "web/src/x/words.fr.json: forgotten is missing"])

    def test_a_refusal_of_the_server_without_words_is_told(self):
        path = self.file("web/src/features/liaison/words.fr.json", {"errors": {"liaison.known": "Connu."}})
        self.file("server/features/liaison/send.cpp",
                  'return refused("liaison.known");\nreturn invalid_at("/title", "liaison.title_empty");\nreturn too_many("liaison.x", 60);')
        found = list(words.check_codes({path: {"liaison.known": "Connu."}}))
        self.assertEqual(len(found), 1)
        self.assertIn("no words for liaison.title_empty (server/features/liaison/send.cpp)", found[0])

    def test_the_server_gets_its_words_by_key(self):
        header, body = words.to_cpp({"title": "Entrer", "hello": "Bonjour {name}"}, "login::words", "words.gen.h")
        self.assertIn("enum class Key {\n  title,\n  hello,\n};", header)
        self.assertIn('    "Bonjour {name}",', body)


if __name__ == "__main__":
    unittest.main()
