import { describe, expect, test } from "vitest";
import { clockFrom } from "./clock";
import { datesIn } from "./dates";

// Monday 14 September 2026, 8:30 in Paris.
const now = Date.UTC(2026, 8, 14, 6, 30);
const dates = datesIn("Europe/Paris", () => now);
const said = (text: string) => text.replaceAll("\u00a0", " ");

describe("dates as they are said at school", () => {
  test("today is the school's day, even when it is still yesterday elsewhere", () => {
    expect(datesIn("Pacific/Noumea", () => Date.UTC(2026, 8, 14, 20)).today()).toBe("2026-09-15");
    expect(dates.today()).toBe("2026-09-14");
  });

  test("a day has its year only when it is another one, and the first of a month is 1er", () => {
    expect(dates.day("2026-09-14")).toBe("lundi 14 septembre");
    expect(dates.day("2026-10-01")).toBe("jeudi 1er octobre");
    expect(dates.day("2027-01-04")).toBe("lundi 4 janvier 2027");
  });

  test("near days have their own words", () => {
    expect(dates.near("2026-09-14")).toBe("aujourd’hui");
    expect(dates.near("2026-09-13")).toBe("hier");
    expect(dates.near("2026-09-15")).toBe("demain");
    expect(dates.near("2026-09-10")).toBe("jeudi");
    expect(dates.near("2026-09-07")).toBe("lundi 7 septembre");
  });

  test("hours are spelled with h, in the school's zone", () => {
    expect(said(dates.hour(now))).toBe("8 h 30");
    expect(said(dates.hour(Date.UTC(2026, 11, 1, 8)))).toBe("9 h");
    expect(said(dates.hour(Date.UTC(2026, 8, 13, 22, 5)))).toBe("0 h 05");
    expect(said(dates.span(540, 960))).toBe("de 9 h à 16 h");
    expect(said(dates.moment(Date.UTC(2026, 8, 13, 16, 12)))).toBe("hier à 18 h 12");
  });

  test("a deadline includes its day", () => {
    expect(dates.before("2026-09-14")).toBe("avant ce soir");
    expect(dates.before("2026-09-15")).toBe("avant demain soir");
    expect(dates.before("2026-09-17")).toBe("avant jeudi soir");
    expect(dates.before("2026-09-25")).toBe("avant le vendredi 25 septembre au soir");
    expect(dates.late("2026-09-14")).toBe(false);
    expect(dates.late("2026-09-13")).toBe(true);
  });

  test("days are counted across the change of hour", () => {
    expect(dates.later("2026-10-24", 2)).toBe("2026-10-26");
    expect(dates.later("2026-12-31", 1)).toBe("2027-01-01");
  });
});

test("the clock follows the server, not the device", () => {
  let counter = 1000;
  const clock = clockFrom(now, () => counter);
  counter += 90_000;
  expect(clock()).toBe(now + 90_000);
});
