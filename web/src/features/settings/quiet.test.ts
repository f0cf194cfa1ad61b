import { describe, expect, test } from "vitest";
import { QuietForm, type QuietHours } from "./quiet.svelte";

const usual: QuietHours = { evening_from: 1200, morning_until: 420, weekend: true, version: 3 };

describe("quiet hours", () => {
  test("the usual night, from 20:00 to 7:00, is in order and unchanged", () => {
    const form = new QuietForm(usual);
    expect([form.evening, form.morning]).toEqual(["20:00", "07:00"]);
    expect(form.problems()).toEqual([]);
    expect(form.changed).toBe(false);
  });
  test("a head who stops at 18:30 sends minutes and the version she read", () => {
    const form = new QuietForm(usual);
    form.evening = "18:30";
    form.weekend = false;
    expect(form.changed).toBe(true);
    expect(form.toBody()).toEqual({ evening_from: 1110, morning_until: 420, weekend: false, version: 3 });
  });
  test("an evening at six in the morning would silence the whole day", () => {
    const form = new QuietForm(usual);
    form.evening = "06:00";
    form.morning = "12:00";
    expect(form.problems()).toEqual([
      { path: "/evening_from", code: "settings.hours_range" },
      { path: "/morning_until", code: "settings.hours_range" },
    ]);
  });
  test("the widest night a head may choose is from 17:00 to 9:00", () => {
    const form = new QuietForm(usual);
    form.evening = "17:00";
    form.morning = "09:00";
    expect(form.problems()).toEqual([]);
  });
  test("the hours say who chose them", () => {
    expect(new QuietForm(usual).chosenBy).toBeUndefined();
    const chosen = new QuietForm({ ...usual, by_name: "Mme Garcin", changed_at: 5 });
    expect(chosen.chosenBy).toEqual({ name: "Mme Garcin", at: 5 });
  });
  test("both hours are needed", () => {
    const form = new QuietForm(usual);
    form.evening = "";
    form.morning = "";
    expect(form.problems().map((problem) => problem.path)).toEqual(["/evening_from", "/morning_until"]);
    expect(form.hours).toBeUndefined();
  });
});
