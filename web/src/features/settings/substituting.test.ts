import { expect, test } from "vitest";
import { holderOf, type Post } from "./substituting";

const post = (name: string, school_class: string, from_on: string, until_on: string, made_at: number): Post => ({
  id: name,
  person: name,
  name,
  school_class,
  class_label: "CM1",
  from_on,
  until_on,
  entered: true,
  by_name: "Hélène Garcin",
  made_at,
});

test("a class is held by whoever was named last among those of that day, first and last day included", () => {
  const posts = [
    post("Adèle Fontan", "cm1", "2026-09-10", "2026-09-18", 2),
    post("Luc Hoarau", "cm1", "2026-09-18", "2026-09-25", 3),
    post("Ana Roux", "ce2", "2026-09-10", "2026-09-18", 4),
  ];
  const held = (day: string) => holderOf(posts, "cm1", day)?.name;
  expect(held("2026-09-09")).toBeUndefined();
  expect(held("2026-09-10")).toBe("Adèle Fontan");
  expect(held("2026-09-18")).toBe("Luc Hoarau");
  expect(held("2026-09-26")).toBeUndefined();
});
