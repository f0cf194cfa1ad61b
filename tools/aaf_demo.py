"""The demonstration town: Valbourg, its nursery school and its elementary school, with a cast that never changes."""
import random
from datetime import date

from aaf_town import Keys, Town

# class label, grades, seats, who teaches it (the feed cannot say it: the head does, in the settings)
OLIVIERS = [
    ("PS", ["PS"], 23, "Lacaze"),
    ("PS-MS", ["PS", "MS"], 25, "Sow"),
    ("MS", ["MS"], 25, "Lenoir"),
    ("GS", ["GS"], 25, "Rossi"),
]
TILLEULS = [
    ("CP", ["CP"], 22, "Petit"),
    ("CE1", ["CE1"], 24, "Kervella"),
    ("CE2", ["CE2"], 24, "Benali"),
    ("CM1", ["CM1"], 25, "Marchand"),
    ("CM1-CM2", ["CM1", "CM2"], 25, "Garcin"),
]


def demo_town(dated: date) -> Town:
    town = Town(random.Random("Valbourg"), Keys(), "Valbourg", dated)
    oliviers = town.add_school("les Oliviers", nursery=True)
    tilleuls = town.add_school("les Tilleuls", nursery=False)
    classes = {}
    for school, plan in ((oliviers, OLIVIERS), (tilleuls, TILLEULS)):
        for label, grades, seats, _ in plan:
            classes[label] = town.add_class(school, label, grades, seats)
    add_staff(town, oliviers, tilleuls)
    add_cast(town, classes)
    town.fill()
    town.add_choir()
    return town


def add_staff(town: Town, oliviers, tilleuls):
    town.add_staff(oliviers, "Lacaze", "Thierry", False, heads=True)
    town.add_staff(oliviers, "Rossi", "Giulia", True)
    town.add_staff(oliviers, "Lenoir", "Claire", True)
    town.add_staff(oliviers, "Sow", "Awa", True, also_in=tilleuls)
    town.add_staff(tilleuls, "Garcin", "Hélène", True, heads=True)
    town.add_staff(tilleuls, "Benali", "Samir", False)
    town.add_staff(tilleuls, "Petit", "Nathalie", True)
    town.add_staff(tilleuls, "Kervella", "Yann", False)
    town.add_staff(tilleuls, "Marchand", "Lucie", True)


def add_cast(town: Town, classes):
    gs, ce2 = classes["GS"], classes["CE2"]

    # Sarah has two children in two schools, and each school typed her in: two records of one person. The father was typed once.
    lina = town.add_pupil(gs, "Delmas", "Lina", True)
    tom = town.add_pupil(ce2, "Delmas", "Tom", False)
    home = "8 rue du Moulin"
    town.add_guardian("Delmas", "Sarah", True, [(lina, 10)], home)
    town.add_guardian("Delmas", "Sarah", True, [(tom, 10)], home)
    town.add_guardian("Delmas", "Mathieu", False, [(lina, 20), (tom, 20)], home)

    # Separated parents, two homes, two names.
    noe = town.add_pupil(gs, "Ferrand", "Noé", False)
    town.add_guardian("Ferrand", "Karim", False, [(noe, 20)], "3 allée des Acacias")
    town.add_guardian("Morel", "Julie", True, [(noe, 10)], "27 rue Haute")

    # Nobody is named for Gabin: only paper reaches him.
    town.add_pupil(ce2, "Rey", "Gabin", False)

    # Two girls of the same name and birthday in one class: two children, whatever a search by name thinks.
    for mother in ("Caroline", "Aïssatou"):
        emma = town.add_pupil(ce2, "Martin", "Emma", True)
        emma.born_on = date(town.year - 8, 5, 17)
        town.add_guardian("Martin", mother, True, [(emma, 10)])

    # Twins, in Mme Rossi's class.
    inaya = town.add_pupil(gs, "Benhaddou", "Inaya", True)
    ilyes = town.add_pupil(gs, "Benhaddou", "Ilyès", False)
    ilyes.born_on = inaya.born_on
    town.add_guardian("Benhaddou", "Nadia", True, [(inaya, 10), (ilyes, 10)], "14 cours des Muriers")

    # A foster carer, an elder brother, a tutor: adults the head is asked about.
    malo = town.add_pupil(ce2, "Le Goff", "Malo", False)
    town.add_guardian("Aubert", "Monique", True, [(malo, 42)])
    sofia = town.add_pupil(gs, "Mendes", "Sofia", True)
    town.add_guardian("Mendes", "Rui", False, [(sofia, 37)])
    zoe = town.add_pupil(classes["CM1-CM2"], "D'Œuvrecourt", "Zoé", True)
    town.add_guardian("N'Diaye", "Jean-Baptiste", False, [(zoe, 50)])
