import { expect, test } from "vitest";
import type { Person } from "./custody";
import { belongingName, partsLine, relationName } from "./person";

const child = (id: string, first_name: string, class_label: string) => ({
  id,
  first_name,
  last_name: "Delmas",
  class_label,
  bonds: [],
});
const person = (parts: Person["parts"], children: Person["children"] = []) =>
  ({ id: "me", parts, children }) as unknown as Person;

test("who somebody is in the school, in one line", () => {
  expect(partsLine(person(["pupil"], [child("me", "Tom", "CE2")]))).toBe("Élève, CE2");
  expect(partsLine(person(["guardian"], [child("tom", "Tom", "CE2"), child("zoe", "Zoé", "CP")]))).toBe(
    "Parent de Tom, CE2 et Zoé, CP",
  );
  expect(partsLine(person(["guardian", "staff"], [child("zoe", "Zoé", "CP")]))).toBe("Parent de Zoé, CP · De l’équipe");
});

test("a replacement is told apart from a class of one’s own", () => {
  expect(belongingName({ kind: "teacher_of_class", code: "substitute", label: "CE2" })).toBe("Remplacement en CE2");
  expect(belongingName({ kind: "teacher_of_class", label: "CE2" })).toBe("Enseigne en CE2");
  expect(belongingName({ kind: "pupil_of_group", label: "Chorale" })).toBe("Chorale");
  expect(belongingName({ kind: "head_of_school" })).toBe("Direction de l’école");
});

test("a code of relation we do not know shows nothing rather than a number", () => {
  expect(relationName("10")).toBe("mère");
  expect(relationName("99")).toBe("");
});
