import { describe, expect, test } from "vitest";
import { Draft, givenFor, load, nearDays } from "./giving.svelte";
import type { Desk } from "./work";

const desk = {
  classes: [{ id: "ce2", label: "CE2", children: 26, ceiling: 30, cycle: 2 }],
  days: [
    { on: "2026-09-15", school_day: true, why_off: "", minutes: 0 },
    { on: "2026-09-16", school_day: false, why_off: "", minutes: 0 },
    { on: "2026-09-17", school_day: true, why_off: "", minutes: 0 },
  ],
  loads: [{ school_class: "ce2", due_on: "2026-09-17", minutes: 25 }],
  before_holidays: "2026-10-16",
} as unknown as Desk;

const ready = () => {
  const draft = new Draft("2026-09-14");
  draft.aim({ kind: "school_class", id: "ce2" }, true);
  draft.subject = "maths";
  draft.task = " Table de 6 ";
  draft.dueOn = "2026-09-17";
  return draft;
};

describe("giving work", () => {
  test("what is sent is what was typed, tidied, and nothing that was not asked", () => {
    expect(ready().toNew()).toEqual({
      targets: [{ kind: "school_class", id: "ce2" }],
      given_on: "2026-09-14",
      subject: "maths",
      work: { kind: "lesson", task: "Table de 6", due_on: "2026-09-17", minutes: 10 },
    });
  });

  test("a day off is refused before it is sent", () => {
    const draft = ready();
    draft.dueOn = "2026-09-16";
    expect(draft.problems(desk)).toEqual([{ path: "/work/due_on", code: "homework.day_off" }]);
  });

  test("another kind brings its usual length, unless one was chosen", () => {
    const draft = ready();
    draft.choose("to_bring");
    expect(draft.minutes).toBeUndefined();
    draft.chooseMinutes(20);
    draft.choose("reading");
    expect(draft.minutes).toBe(20);
  });

  test("the day's minutes count what is already given", () => {
    expect(load(desk, ready())).toEqual({ minutes: 35, ceiling: 30 });
  });

  test("a shorter version needs its pupils and its text", () => {
    const draft = ready();
    draft.short = true;
    expect(draft.problems(desk).map(({ path }) => path)).toEqual(["/short_version/children", "/short_version/task"]);
    draft.shortChildren = ["adam"];
    draft.shortTask = "Table de 2";
    expect(draft.toNew().short_version).toEqual({ children: ["adam"], task: "Table de 2", minutes: 5 });
  });

  test("the days offered are those of class, and the last before the holidays", () => {
    expect(nearDays(desk, "2026-09-14")).toEqual(["2026-09-15", "2026-09-17", "2026-10-16"]);
  });

  test("typed in a row, work is given today; for a day that is past, the day before it", () => {
    expect(givenFor("2026-09-17", "2026-09-14")).toBe("2026-09-14");
    expect(givenFor("2026-09-11", "2026-09-14")).toBe("2026-09-10");
  });
});
