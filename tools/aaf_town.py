"""An invented town: one or two schools, their classes, and families that fill every seat.

In the whole of a town there are as many guardians as pupils, whatever the mix: families with one guardian for two children make up
for separated parents.
"""
import random
from datetime import date, timedelta

import aaf_names as names
from aaf_records import LEVELS, Guardian, Pupil, School, SchoolClass, Staff, uai

NURSERY = [["PS"], ["PS", "MS"], ["MS"], ["GS"], ["MS", "GS"], ["TPS", "PS"]]
ELEMENTARY = [["CP"], ["CE1"], ["CE2"], ["CM1", "CM2"], ["CE1", "CE2"], ["CM2"]]
RARE_RELATIONS = [37, 38, 39, 41, 42, 43, 50, 51, 90]


class Keys:
    """Join keys: a range for each kind, never given twice."""

    def __init__(self):
        self.next = {"school": 900_001, "class": 700_000_001, "group": 790_000_001, "pupil": 100_000_001, "guardian": 300_000_001,
                     "staff": 500_000_001}

    def take(self, kind: str) -> int:
        key = self.next[kind]
        self.next[kind] += 1
        return key


class Town:
    """Schools with free seats, and the people who took the others."""

    def __init__(self, rng: random.Random, keys: Keys, commune: str, dated: date):
        self.rng, self.keys, self.commune = rng, keys, commune
        self.year = dated.year if dated.month >= 8 else dated.year - 1
        self.schools: list[School] = []
        self.classes: list[SchoolClass] = []
        self.pupils: list[Pupil] = []
        self.guardians: list[Guardian] = []
        self.staff: list[Staff] = []

    def add_school(self, name: str, nursery: bool) -> School:
        key = self.keys.take("school")
        school = School(key, uai(key - 900_000), nursery, name, self.commune)
        self.schools.append(school)
        return school

    def add_class(self, school: School, label: str, grades: list[str], seats: int) -> SchoolClass:
        school_class = SchoolClass(self.keys.take("class"), school, label, grades, seats)
        self.classes.append(school_class)
        return school_class

    def add_staff(self, school: School, last_name: str, first_name: str, woman: bool, heads=False, also_in=None) -> Staff:
        born_on = date(self.year - self.rng.randint(26, 60), 1, 1) + timedelta(days=self.rng.randrange(365))
        staff = Staff(self.keys.take("staff"), last_name, first_name, woman, born_on, school, heads, also_in)
        self.staff.append(staff)
        return staff

    def add_pupil(self, school_class: SchoolClass, last_name: str, first_name: str, girl: bool, grade: str = "") -> Pupil:
        school_class.seats -= 1
        grade = grade or school_class.grades[school_class.seats % len(school_class.grades)]
        key = self.keys.take("pupil")
        age = LEVELS[grade][3]
        born_on = date(self.year - age, 1, 1) + timedelta(days=self.rng.randrange(365))
        ine = "" if grade in ("TPS", "PS") and self.rng.random() < 0.3 else f"{key:09d}Z{chr(65 + key % 26)}"
        entered_on = date(max(self.year - self.rng.randrange(3), self.year - age + 3), 9, 1)
        pupil = Pupil(key, ine, last_name, first_name, girl, born_on, grade, school_class, entered_on)
        self.pupils.append(pupil)
        return pupil

    def add_guardian(self, last_name: str, first_name: str, woman: bool, links: list[tuple[Pupil, int]], address: str = "") -> Guardian:
        key = self.keys.take("guardian")
        mobile = f"06 39 98 {key // 100 % 100:02d} {key % 100:02d}" if self.rng.random() < 0.8 else ""
        mail = f"adulte.{key}@famille.example" if self.rng.random() < 0.6 else ""
        guardian = Guardian(key, last_name, first_name, woman, address or self.address(), mobile, mail, [pupil.key for pupil, _ in links])
        for pupil, relation in links:
            pupil.guardians.append((guardian, relation))
        self.guardians.append(guardian)
        return guardian

    def address(self) -> str:
        return f"{self.rng.randint(1, 140)} {self.rng.choice(names.STREETS)}"

    def mother(self, last_name, links, address=""):
        return self.add_guardian(last_name, self.rng.choice(names.WOMEN), True, links, address)

    def father(self, last_name, links, address=""):
        return self.add_guardian(last_name, self.rng.choice(names.MEN), False, links, address)

    def child(self, school_class: SchoolClass, last_name: str) -> Pupil:
        girl = self.rng.random() < 0.5
        return self.add_pupil(school_class, last_name, self.rng.choice(names.GIRLS if girl else names.BOYS), girl)

    def free_class(self, seats: int = 1, school: School | None = None) -> SchoolClass | None:
        free = [c for c in self.classes if c.seats >= seats and (school is None or c.school is school)]
        return self.rng.choice(free) if free else None

    def siblings(self, last_name: str) -> list[Pupil] | None:
        """Two children, in two schools when the town has two with room."""
        places = [c for c in (self.free_class(school=s) for s in self.schools) if c]
        if len(places) < 2:
            one = self.free_class(seats=2)
            places = [one, one] if one else []
        if len(places) < 2:
            return None
        return [self.child(places[0], last_name), self.child(places[1], last_name)]

    def fill(self):
        """Families until no seat is free; as many guardians as pupils at the end."""
        while any(c.seats for c in self.classes):
            owed = len(self.guardians) - len(self.pupils)
            seats = sum(c.seats for c in self.classes)
            self.add_family(owed, seats)

    def add_family(self, owed: int, seats: int):
        last_name = self.rng.choice(names.SURNAMES)
        if owed > 0 and seats <= owed:
            return self.child(self.free_class(), last_name)  # nobody is named for this child
        if owed < 0 and seats <= -owed:
            return self.separated(last_name)
        draw = self.rng.random()
        if owed > 0 and draw < 0.1:
            return self.child(self.free_class(), last_name)
        if owed > 0 and draw < 0.5 and seats > 2 and (pair := self.siblings(last_name)):
            return self.mother(last_name, [(pair[0], 10), (pair[1], 10)])
        if owed <= 0 and draw < 0.3 and seats > 1:
            return self.separated(last_name)
        if draw < 0.60 and seats > 2 and (pair := self.siblings(last_name)):
            home = self.address()
            self.mother(last_name if draw < 0.5 else self.rng.choice(names.SURNAMES), [(p, 10) for p in pair], home)
            return self.father(last_name, [(p, 20) for p in pair], home)
        if draw < 0.66 and seats > 2 and (pair := self.siblings(last_name)):
            return self.entered_twice(last_name, pair)
        if draw < 0.69 and seats > 2 and (place := self.free_class(seats=2)):
            return self.homonyms(place, last_name)
        if draw < 0.72 and seats > 2 and (place := self.free_class(seats=2)):
            return self.twins(place, last_name)
        child = self.child(self.free_class(), last_name)
        if draw < 0.78:
            relation = self.rng.choice(RARE_RELATIONS)
            return self.mother(self.rng.choice(names.SURNAMES), [(child, relation)])
        return self.mother(last_name, [(child, 10)]) if draw < 0.95 else self.father(last_name, [(child, 20)])

    def separated(self, last_name: str):
        child = self.child(self.free_class(), last_name)
        self.mother(self.rng.choice(names.SURNAMES), [(child, 10)])
        self.father(last_name, [(child, 20)])

    def entered_twice(self, last_name: str, pair: list[Pupil]):
        """One mother, typed once in each school: two records of one person."""
        mother = self.mother(last_name, [(pair[0], 10)])
        self.add_guardian(last_name, mother.first_name, True, [(pair[1], 10)], mother.address)

    def homonyms(self, place: SchoolClass, last_name: str):
        first = self.child(place, last_name)
        second = self.add_pupil(place, last_name, first.first_name, first.girl)
        second.born_on = first.born_on
        self.mother(last_name, [(first, 10)])
        self.mother(last_name, [(second, 10)])

    def twins(self, place: SchoolClass, last_name: str):
        first, second = self.child(place, last_name), self.child(place, last_name)
        second.grade, second.born_on = first.grade, first.born_on
        home = self.address()
        self.mother(last_name, [(first, 10), (second, 10)], home)
        self.father(last_name, [(first, 20), (second, 20)], home)

    def add_choir(self):
        """A group in each school, with one pupil in seven."""
        for school in self.schools:
            key = self.keys.take("group")
            for pupil in self.pupils:
                if pupil.school_class.school is school and pupil.key % 7 == 0:
                    pupil.groups.append((key, "CHORALE"))

    def write(self, export):
        for school in self.schools:
            export.add_school(school)
        for pupil in self.pupils:
            export.add_pupil(pupil)
        for guardian in self.guardians:
            export.add_guardian(guardian)
        for staff in self.staff:
            export.add_staff(staff)


def invented_town(number: int, seed: str, keys: Keys, dated: date, schools: int, classes: int, pupils: int) -> Town:
    """A town of `schools` (1 or 2), each with `classes` of `pupils` and as many teachers as classes, the head among them."""
    rng = random.Random(f"{seed}/{number}")
    town = Town(rng, keys, names.commune(number), dated)
    for rank in range(schools):
        school = town.add_school(names.TREES[(number + rank * 7) % len(names.TREES)], nursery=rank == 0)
        plan = NURSERY if school.nursery else ELEMENTARY
        for i in range(classes):
            grades = plan[i % len(plan)]
            letter = chr(65 + i % 26) + (str(i // 26 + 1) if i >= 26 else "")
            town.add_class(school, f"{'-'.join(grades)} {letter}", grades, pupils)
    for school in town.schools:
        for i in range(classes):
            woman = rng.random() < 0.8
            other = next((s for s in town.schools if s is not school), None)
            town.add_staff(school, rng.choice(names.SURNAMES), rng.choice(names.WOMEN if woman else names.MEN), woman,
                           heads=i == 0, also_in=other if i == classes - 1 and school.nursery else None)
    town.fill()
    town.add_choir()
    return town
