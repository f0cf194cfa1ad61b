import { expect, test } from "vitest";
import { chosen, listed } from "./home";

const child = (id: string) => ({ id, first_name: id, school: "s", school_name: "Les Tilleuls", class_label: "CP" });
const children = [child("lina"), child("tom")];

test("the address says which child is looked at", () => {
  expect(chosen(children, new URLSearchParams("enfant=tom"))).toBe(children[1]);
  expect(chosen(children, new URLSearchParams())).toBeUndefined();
});

test("a child who is no longer theirs shows all the others, not an empty page", () => {
  expect(chosen(children, new URLSearchParams("enfant=zoe"))).toBeUndefined();
});

test("names are listed as one says them", () => {
  expect(listed([])).toBe("");
  expect(listed(["Lina"])).toBe("Lina");
  expect(listed(["Lina", "Tom"])).toBe("Lina et Tom");
  expect(listed(["Lina", "Tom", "Zoé"])).toBe("Lina, Tom et Zoé");
});
