"""What an export says, and how a file says it: schools, pupils, guardians and staff as AAF 1D parts of at most 5000 objects.

Written as a stream: nothing is kept but the object being written. Source: docs/sources.md#aaf.
"""
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

OBJECTS_PER_PART = 5000

LEVELS = {  # grade: (MEFSTAT4, label, cycle, age in the year when school starts)
    "TPS": ("1110", "TRES PETITE SECTION", "MATERNELLE", 2),
    "PS": ("1111", "PETITE SECTION", "MATERNELLE", 3),
    "MS": ("1112", "MOYENNE SECTION", "MATERNELLE", 4),
    "GS": ("1113", "GRANDE SECTION", "MATERNELLE", 5),
    "CP": ("1121", "COURS PREPARATOIRE", "CYCLE II", 6),
    "CE1": ("1122", "COURS ELEMENTAIRE 1ERE ANNEE", "CYCLE II", 7),
    "CE2": ("1123", "COURS ELEMENTAIRE 2EME ANNEE", "CYCLE II", 8),
    "CM1": ("1124", "COURS MOYEN 1ERE ANNEE", "CYCLE III", 9),
    "CM2": ("1125", "COURS MOYEN 2EME ANNEE", "CYCLE III", 10),
}

DTD = """<!ELEMENT ficAlimMENESR (addRequest | modifyRequest | deleteRequest)*>
<!ELEMENT addRequest (operationalAttributes, identifier, attributes)>
<!ELEMENT modifyRequest (operationalAttributes, identifier, modifications)>
<!ELEMENT deleteRequest (operationalAttributes, identifier)>
<!ELEMENT operationalAttributes (attr)>
<!ELEMENT identifier (id)>
<!ELEMENT attributes (attr+)>
<!ELEMENT attr (value+)>
<!ELEMENT modifications (modification+)>
<!ELEMENT modification (value+)>
<!ELEMENT value (#PCDATA)>
<!ELEMENT id (#PCDATA)>
<!ATTLIST attr name CDATA #REQUIRED>
<!ATTLIST modification name CDATA #REQUIRED operation (replace) #REQUIRED>
"""


@dataclass
class School:
    key: int
    uai: str
    nursery: bool
    name: str
    commune: str


@dataclass
class SchoolClass:
    key: int
    school: School
    label: str
    grades: list[str]
    seats: int  # still free


@dataclass
class Guardian:
    key: int
    last_name: str
    first_name: str
    woman: bool
    address: str = ""
    mobile: str = ""
    mail: str = ""
    pupils: list[int] = field(default_factory=list)


@dataclass
class Pupil:
    key: int
    ine: str
    last_name: str
    first_name: str
    girl: bool
    born_on: date
    grade: str
    school_class: SchoolClass
    entered_on: date
    guardians: list[tuple[Guardian, int]] = field(default_factory=list)  # with the relation code
    groups: list[tuple[int, str]] = field(default_factory=list)  # key and label


@dataclass
class Staff:
    key: int
    last_name: str
    first_name: str
    woman: bool
    born_on: date
    school: School
    heads: bool = False
    also_in: School | None = None  # said by the functions only, as the feed does


def uai(number: int) -> str:
    """An invented school number, of a département that does not exist (099, then 100 to 199), with its right letter."""
    digits = f"099{number:04d}" if number < 10000 else f"{100 + number // 10000 - 1}{number % 10000:04d}"
    return digits + "ABCDEFGHJKLMNPRSTUVWXYZ"[int(digits) % 23]


def _day(day: date) -> str:
    return day.strftime("%d/%m/%Y")


def _title(woman: bool) -> str:
    return "Mme" if woman else "M."


class ExportWriter:
    """Writes full export members into a folder: `with ExportWriter(…) as export: export.add_school(…)`."""

    def __init__(self, folder: Path, dated: date, academy: str, academy_name: str, prefix: str = "ENT1DVA-PREAU", dtd: bool = False):
        self.folder, self.dated, self.academy, self.academy_name, self.prefix = folder, dated, academy, academy_name, prefix
        self._open = {}  # kind: (file, part number, objects in it)
        self.counts = {"EtabEducNat": 0, "Eleve": 0, "PersRelEleve": 0, "PersEducNat": 0}
        folder.mkdir(parents=True, exist_ok=True)
        if dtd:
            (folder / "ficAlimMENESR.dtd").write_text(DTD, encoding="utf-8")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for file, _, _ in self._open.values():
            self._finish(file)
        self._open.clear()

    @staticmethod
    def _finish(file):
        file.write("</ficAlimMENESR>\n")
        file.close()

    def _start(self, kind: str, number: int):
        name = f"{self.prefix}_Complet_{self.dated:%Y%m%d}_{kind}_{number:04d}.xml"
        file = (self.folder / name).open("w", encoding="utf-8", newline="\n", buffering=1 << 18)
        file.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ficAlimMENESR SYSTEM "ficAlimMENESR.dtd">\n<ficAlimMENESR>\n'
            '<!-- versionAF="AAF-VE2407" -->\n<!-- versionSDET="Annexe 4bis version 6.4" -->\n'
            f'<!-- codeAcademieExport="{self.academy}" -->\n<!-- degre="1D" -->\n<!-- dateGenerationExport="{_day(self.dated)}" -->\n\n'
        )
        return file

    def _add(self, kind: str, key: int, attributes: list[tuple[str, object]]):
        file, number, size = self._open.get(kind) or (self._start(kind, 0), 0, 0)
        if size == OBJECTS_PER_PART:
            self._finish(file)
            file, number, size = self._start(kind, number + 1), number + 1, 0
        category = "categorieStructure" if kind == "EtabEducNat" else "categoriePersonne"
        lines = [
            "<addRequest>",
            f'<operationalAttributes><attr name="{category}"><value>{kind}</value></attr></operationalAttributes>',
            f"<identifier><id>{key}</id></identifier>",
            "<attributes>",
        ]
        for name, value in attributes:
            values = [str(v) for v in (value if isinstance(value, list) else [value]) if v not in (None, "")]
            said = "".join(f"<value>{escape(v)}</value>" for v in values) or "<value/>"
            lines.append(f'<attr name="{name}">{said}</attr>')
        file.write("\n".join(lines) + "\n</attributes>\n</addRequest>\n\n")
        self._open[kind] = (file, number, size + 1)
        self.counts[kind] += 1

    def add_school(self, school: School):
        sigle = "E.M.PU" if school.nursery else "E.E.PU"
        commune = school.commune.upper()
        self._add("EtabEducNat", school.key, [
            ("ENTStructureJointure", school.key),
            ("ENTStructureUAI", school.uai),
            ("ENTStructureSIREN", ""),
            ("ENTStructureNomCourant", f"{sigle}${school.name.upper()}${commune}"),
            ("ENTStructureTypeStruct", "ECOLE MATERNELLE" if school.nursery else "ECOLE ELEMENTAIRE"),
            ("ENTStructureCodeTypeStruct", "101" if school.nursery else "151"),
            ("ENTEcoleMinistereTutelle", "MINISTERE DE L'EDUCATION NATIONALE"),
            ("ENTEcoleCodeMinistereTutelle", "06"),
            ("ENTEtablissementContrat", "PU"),
            ("ENTStructureBoitePostale", ""),
            ("ENTStructureAdresse", "1 place de l'École"),
            ("ENTStructureCodePostal", "99990"),
            ("ENTStructureVille", commune),
            ("ENTStructureTelephone", f"04 65 71 {school.key // 100 % 100:02d} {school.key % 100:02d}"),
            ("ENTStructureFax", ""),
            ("ENTServAcAcademie", self.academy_name.upper()),
            ("ENTServAcCodeAcademie", self.academy),
            ("ENTEcoleSecteur", ""),
            ("ENTEcoleCirconscription", "910001"),
            ("ENTEcoleCommune", commune),
            ("ENTEcoleRPI", ""),
            ("ENTStructureEmail", ""),
            ("ENTStructureMailSI", f"ce.{school.uai.lower()}@ac-invente.example"),
        ])

    def add_pupil(self, pupil: Pupil):
        school = pupil.school_class.school
        code, label, cycle, _ = LEVELS[pupil.grade]
        self._add("Eleve", pupil.key, [
            ("ENTPersonJointure", pupil.key),
            ("ENTEleveINE", pupil.ine),
            ("ENTPersonDateNaissance", _day(pupil.born_on)),
            ("ENTPersonNom", pupil.last_name.upper()),
            ("ENTPersonPrenom", pupil.first_name.upper()),
            ("ENTPersonNomPatro", pupil.last_name.upper()),
            ("ENTPersonAutresPrenoms", ""),
            ("ENTPersonCivilite", _title(pupil.girl)),
            ("ENTPersonMail", ""),
            ("ENTPersonStructRattach", school.key),
            ("ENTPersonClasses", f"{school.key}$ORD$ORDINAIRE${pupil.school_class.key}${pupil.school_class.label}"),
            ("ENTPersonGroupes", [f"{school.key}$REG$REGROUPEMENT${key}${name}" for key, name in pupil.groups]),
            ("ENTEleveAutoriteParentale", [f"{guardian.key}${relation}" for guardian, relation in pupil.guardians]),
            ("ENTEleveNiveau", f"{code}${label}"),
            ("ENTEleveCycle", cycle),
            ("ENTEleveTypeClasse", ""),
            ("ENTEleveDateEntreeStructRattach", _day(pupil.entered_on)),
            ("ENTEleveDateSortieStructRattach", ""),
            ("ENTEleveDateEntreeClasses", ""),
            ("ENTEleveDateSortieClasses", ""),
            ("ENTEleveRestaurantScolaire", "ON"[pupil.key % 3 == 0]),
            ("ENTEleveTransport", "N"),
            ("ENTEleveGarderieMatin", "ON"[pupil.key % 4 != 0]),
            ("ENTEleveGarderieSoir", "ON"[pupil.key % 2 == 0]),
            ("ENTEleveEtudesSurveillees", "N"),
        ])

    def add_guardian(self, guardian: Guardian):
        self._add("PersRelEleve", guardian.key, [
            ("ENTPersonJointure", guardian.key),
            ("ENTPersonNom", guardian.last_name.upper()),
            ("ENTPersonPrenom", guardian.first_name.upper()),
            ("ENTPersonNomPatro", ""),
            ("ENTPersonAutresPrenoms", ""),
            ("ENTPersonCivilite", _title(guardian.woman)),
            ("ENTPersonDateNaissance", ""),
            ("ENTPersonTelPerso", ""),
            ("ENTPersRelEleveTelPro", ""),
            ("ENTPersRelEleveTelMobile", guardian.mobile),
            ("ENTPersonAdresse", f"{guardian.address}$$$" if guardian.address else ""),
            ("ENTPersonCodePostal", "99990"),
            ("ENTPersonVille", ""),
            ("ENTPersonPays", "FRANCE"),
            ("ENTPersonAdresseDiffusion", "N"),
            ("ENTPersonMail", guardian.mail),
            ("ENTPersRelEleveEleve", guardian.pupils),
        ])

    def add_staff(self, staff: Staff):
        school = staff.school.key
        functions = [f"{school}$ENS$ENSEIGNEMENT$G0000$ENSEIGNEMENT DU PREMIER DEGRE"]
        if staff.heads:
            functions.insert(0, f"{school}$DIR$DIRECTION$D0000$DIRECTION")
        if staff.also_in:
            functions.append(f"{staff.also_in.key}$ENS$ENSEIGNEMENT$G0000$ENSEIGNEMENT DU PREMIER DEGRE")
        self._add("PersEducNat", staff.key, [
            ("ENTPersonJointure", staff.key),
            ("ENTPersonNom", staff.last_name.upper()),
            ("ENTPersonPrenom", staff.first_name.upper()),
            ("ENTPersonNomPatro", staff.last_name.upper()),
            ("ENTPersonAutresPrenoms", ""),
            ("ENTPersonCivilite", _title(staff.woman)),
            ("ENTPersonDateNaissance", _day(staff.born_on)),
            ("ENTPersonMail", f"agent.{staff.key}@ac-invente.example"),
            ("ENTPersonStructRattach", school),
            ("ENTPersonFonctions", functions),
            ("ENTEnsFonctionDir", school if staff.heads else ""),
            ("ENTPersonCategorieEnseignant", "O"),
        ])
