#!/usr/bin/env python3
"""What an invented export promises: right counts, right letters, the cases an import must survive, the same files each time."""
import contextlib
import hashlib
import io
import tempfile
import tomllib
import unittest
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import aaf_export


class Exports(unittest.TestCase):
    def export(self, *words):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        out = Path(folder.name) / "full"
        with contextlib.redirect_stdout(io.StringIO()):
            aaf_export.main([*words, "--out", str(out)])
        return out

    def objects(self, out, kind):
        """Each object as {attribute: [values]}, in file order."""
        for part in sorted(out.glob(f"*_{kind}_*.xml")):
            for request in ElementTree.parse(part).getroot().findall("addRequest"):
                yield {a.get("name"): [v.text for v in a.findall("value") if v.text] for a in request.find("attributes")}

    def test_a_school_has_306_accounts_by_default(self):
        out = self.export("--schools", "20")
        counts = [sum(1 for _ in self.objects(out, kind)) for kind in ("EtabEducNat", "Eleve", "PersRelEleve", "PersEducNat")]
        self.assertEqual(counts, [20, 3000, 3000, 120])

    def test_every_guardian_named_exists_and_names_the_child_back(self):
        out = self.export("--schools", "3")
        guardians = {g["ENTPersonJointure"][0]: g["ENTPersRelEleveEleve"] for g in self.objects(out, "PersRelEleve")}
        named = set()
        for pupil in self.objects(out, "Eleve"):
            for link in pupil["ENTEleveAutoriteParentale"]:
                key, _ = link.split("$")
                self.assertIn(pupil["ENTPersonJointure"][0], guardians[key])
                named.add(key)
        self.assertEqual(named, set(guardians))

    def test_the_cases_an_import_must_survive_are_there(self):
        out = self.export("--schools", "40")
        pupils = list(self.objects(out, "Eleve"))
        relations = Counter(link.split("$")[1] for p in pupils for link in p["ENTEleveAutoriteParentale"])
        self.assertTrue({"10", "20", "37", "41", "42", "43", "50", "51"} <= set(relations))
        self.assertTrue(any(not p["ENTEleveAutoriteParentale"] for p in pupils), "a pupil without guardian")
        schools_of = {}
        for p in pupils:
            for link in p["ENTEleveAutoriteParentale"]:
                schools_of.setdefault(link.split("$")[0], set()).update(p["ENTPersonStructRattach"])
        self.assertTrue(any(len(s) == 2 for s in schools_of.values()), "one guardian, two schools")
        homonyms = Counter((p["ENTPersonNom"][0], p["ENTPersonPrenom"][0], p["ENTPersonClasses"][0]) for p in pupils)
        self.assertTrue(any(n > 1 for n in homonyms.values()), "homonyms in one class")
        labels = {p["ENTPersonClasses"][0].split("$")[4] for p in pupils}
        self.assertTrue(any("-" in label for label in labels), "a multi-grade class")
        said = " ".join(p["ENTPersonNom"][0] + p["ENTPersonPrenom"][0] for p in pupils)
        for sign in ("'", "-", "É", "Œ", " "):
            self.assertIn(sign, said)
        self.assertTrue(any(len({f.split("$")[0] for f in s["ENTPersonFonctions"]}) == 2 for s in self.objects(out, "PersEducNat")))

    def test_school_numbers_are_invented_with_their_right_letter_and_never_twice(self):
        from aaf_records import uai
        numbers = [uai(n) for n in (0, 1, 9999, 10000, 19999, 20000)]
        self.assertEqual(len(set(numbers)), len(numbers))
        for number in numbers:
            self.assertRegex(number, r"^(099|1\d\d)\d{4}[A-Z]$")
            self.assertEqual("ABCDEFGHJKLMNPRSTUVWXYZ"[int(number[:7]) % 23], number[7])

    def test_parts_hold_five_thousand_objects_at_most(self):
        out = self.export("--schools", "36")  # 5400 pupils
        parts = sorted(out.glob("*_Complet_20260901_Eleve_*.xml"))
        self.assertEqual([p.name[-8:-4] for p in parts], ["0000", "0001"])
        self.assertEqual([len(ElementTree.parse(p).getroot().findall("addRequest")) for p in parts], [5000, 400])

    def test_the_same_arguments_give_the_same_bytes(self):
        def sums(out):
            return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in out.iterdir()}
        first = sums(self.export("--schools", "2", "--seed", "7"))
        self.assertEqual(first, sums(self.export("--schools", "2", "--seed", "7")))
        self.assertNotEqual(first, sums(self.export("--schools", "2", "--seed", "8")))

    def test_the_demonstration_has_its_cast(self):
        out = self.export("--demo")
        pupils = {(p["ENTPersonPrenom"][0], p["ENTPersonNom"][0]): p for p in self.objects(out, "Eleve")}
        guardians = list(self.objects(out, "PersRelEleve"))
        sarahs = [g for g in guardians if (g["ENTPersonPrenom"], g["ENTPersonNom"]) == (["SARAH"], ["DELMAS"])]
        self.assertEqual(len(sarahs), 2)
        self.assertNotEqual(sarahs[0]["ENTPersRelEleveEleve"], sarahs[1]["ENTPersRelEleveEleve"])
        self.assertTrue(pupils["LINA", "DELMAS"]["ENTPersonClasses"][0].endswith("$GS"))
        self.assertTrue(pupils["TOM", "DELMAS"]["ENTPersonClasses"][0].endswith("$CE2"))
        self.assertEqual(len(pupils["NOÉ", "FERRAND"]["ENTEleveAutoriteParentale"]), 2)
        self.assertEqual(pupils["GABIN", "REY"]["ENTEleveAutoriteParentale"], [])
        heads = {s["ENTPersonNom"][0] for s in self.objects(out, "PersEducNat") if s["ENTEnsFonctionDir"]}
        self.assertEqual(heads, {"GARCIN", "LACAZE"})

    def test_the_story_names_pupils_of_their_class_and_files_that_are_there(self):
        out = self.export("--demo")
        pupils = {}
        for p in self.objects(out, "Eleve"):
            pupils.setdefault(p["ENTPersonClasses"][0].split("$")[4], set()).add(f"{p['ENTPersonPrenom'][0]} {p['ENTPersonNom'][0]}")
        chapters = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((out / "story").glob("*.toml"))]
        self.assertEqual({chapter["class"] for chapter in chapters if "class" in chapter}, set(pupils))
        for chapter in chapters:
            notes, works = chapter.get("note", []), chapter.get("work", [])
            for name in [file for told in notes + works for file in told.get("files", [])]:
                self.assertTrue((out / "story" / name).is_file(), name)
            if "class" not in chapter:
                continue
            named = [told["child"] for told in chapter.get("absence", []) + chapter.get("talk", []) + notes if "child" in told]
            named += [child for work in works for child in work.get("short", {}).get("children", []) + work.get("waits", [])]
            named += [child for note in notes for child in note.get("waits", [])] + [n["disagree"] for n in notes if "disagree" in n]
            for name in named:
                self.assertIn(name.upper(), pupils[chapter["class"]])


if __name__ == "__main__":
    unittest.main()
