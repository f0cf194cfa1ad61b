import { expect, test } from "vitest";
import { byDay, later, mondayOf, shortened, weekday, type Item } from "./work";

const item = (given_on: string, done?: string, due_on?: string) =>
  ({ given_on, done, work: due_on ? { due_on } : undefined }) as Item;

test("a week begins on Monday", () => {
  expect(mondayOf("2026-09-14")).toBe("2026-09-14");
  expect(mondayOf("2026-09-20")).toBe("2026-09-14");
  expect(weekday("2026-09-20")).toBe(7);
  expect(later("2026-12-31", 1)).toBe("2027-01-01");
});

test("what was done stands on its day, what is to do on the day it is due", () => {
  const pages = byDay([item("2026-09-14", "Une leçon", "2026-09-15"), item("2026-09-14", undefined, "2026-09-17")]);
  expect(pages.map(({ on, due, done }) => [on, due.length, done.length])).toEqual([
    ["2026-09-14", 0, 1],
    ["2026-09-15", 1, 0],
    ["2026-09-17", 1, 0],
  ]);
});

test("a long lesson is shortened in the list, a short one is not", () => {
  expect(shortened("Une leçon")).toBe("Une leçon");
  expect(Array.from(shortened("é".repeat(400)))).toHaveLength(160);
});

test("a week shows all its days, and no other", () => {
  const pages = byDay([item("2026-09-11", "Avant", "2026-09-15")], ["2026-09-14", "2026-09-15"]);
  expect(pages.map(({ on, due, done }) => [on, due.length, done.length])).toEqual([
    ["2026-09-14", 0, 0],
    ["2026-09-15", 1, 0],
  ]);
});
