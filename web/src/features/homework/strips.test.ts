import { expect, test } from "vitest";
import { stripsOf } from "./strips";
import type { Book, Entry } from "./work";

const entry = (id: string, kind: string, target: string, short_of?: string) =>
  ({
    entry: id,
    short_of,
    targets: [{ kind, id: target, label: target }],
    given_on: "2026-09-14",
    work: { task: id, due_on: "2026-09-17" },
    struck: false,
  }) as unknown as Entry;
const book = (entries: Entry[]) =>
  ({ classes: [{ id: "ce2", children: 3 }], school_class: "ce2", entries }) as unknown as Book;
const tasks = (strips: ReturnType<typeof stripsOf>) =>
  strips.map(({ days }) => days.flatMap(({ work }) => work.map((one) => one.entry)));

test("each pupil has a strip, and who has a shorter version has it in place of the other", () => {
  const strips = stripsOf(
    book([
      entry("whole", "school_class", "ce2"),
      entry("short", "child", "adam", "whole"),
      entry("poem", "school_class", "ce2"),
    ]),
    "2026-09-14",
  );
  expect(tasks(strips)).toEqual([
    ["poem", "short"],
    ["whole", "poem"],
    ["whole", "poem"],
  ]);
});

test("a week without work has no strip, and what is due another week is on none", () => {
  expect(stripsOf(book([]), "2026-09-14")).toEqual([]);
  expect(stripsOf(book([entry("whole", "school_class", "ce2")]), "2026-09-21")).toEqual([]);
});
