import { expect, test } from "vitest";
import { CalendarForm, daysOf, type Calendar } from "./calendar.svelte";
import { holidaysOf, withZone } from "./zones";

const usual: Calendar = {
  school: "s",
  school_name: "Les Tilleuls",
  week: ["full", "full", "off", "full", "full", "off", "off"],
  periods: [],
  version: 0,
};

test("a zone’s holidays come in the order of the year, and each ends after it began", () => {
  for (const zone of ["A", "B", "C"] as const) {
    const holidays = holidaysOf(zone);
    expect(holidays).toHaveLength(6);
    expect(holidays.every((one) => one.from_on <= one.until_on)).toBe(true);
    const firstDays = holidays.map((one) => one.from_on);
    expect(firstDays).toEqual([...firstDays].sort());
  }
});

test("proposing another zone moves its holidays and leaves what the school added", () => {
  const own = { label: "Fête du village", from_on: "2026-09-21", until_on: "2026-09-21" };
  const once = withZone([own], "A");
  const twice = withZone(once, "B");
  expect(twice).toHaveLength(once.length);
  expect(twice[0]).toEqual(own);
  expect(twice.find((one) => one.label === "Vacances d’hiver")?.from_on).toBe("2027-02-20");
});

test("a period without name or that ends before it begins is told before it is sent", () => {
  const form = new CalendarForm(usual);
  form.add("2026-09-21");
  form.periods[0].until_on = "2026-09-20";
  expect(form.problems().map((one) => one.path)).toEqual(["/periods/0/label", "/periods/0/until_on"]);
  form.remove(0);
  expect(form.problems()).toEqual([]);
  form.week[0] = form.week[1] = form.week[3] = form.week[4] = "off";
  expect(form.problems()).toEqual([{ path: "/week", code: "settings.week" }]);
});

test("days of class are counted from Monday", () => {
  expect(daysOf(usual.week, "full")).toEqual([0, 1, 3, 4]);
  expect(daysOf(["full", "full", "morning", "full", "full", "off", "off"], "morning")).toEqual([2]);
});
