import { describe, expect, test } from "vitest";
import { datesIn } from "../../page/dates";
import { shortcuts } from "./deadline";

const on = (date: string) => datesIn("Europe/Paris", () => Date.parse(`${date}T08:30:00+02:00`));

describe("deadline: shortcuts", () => {
  test("on a Monday: tomorrow, Friday, in a week", () => {
    expect(shortcuts(on("2026-09-14"))).toEqual([
      { name: "tomorrow", date: "2026-09-15" },
      { name: "friday", date: "2026-09-18" },
      { name: "in_a_week", date: "2026-09-21" },
    ]);
  });
  test("on a Thursday, Friday is tomorrow and is not offered twice", () => {
    expect(shortcuts(on("2026-09-17")).map((one) => one.name)).toEqual(["tomorrow", "in_a_week"]);
  });
  test("on a Friday, the next Friday is in a week", () => {
    expect(shortcuts(on("2026-09-18")).map((one) => one.name)).toEqual(["tomorrow", "in_a_week"]);
  });
  test("on a Saturday, Friday is next week's", () => {
    expect(shortcuts(on("2026-09-19"))[1]).toEqual({ name: "friday", date: "2026-09-25" });
  });
});
