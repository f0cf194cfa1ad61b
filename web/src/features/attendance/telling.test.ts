import { describe, expect, it } from "vitest";
import { Telling, type FamilyChild } from "./telling.svelte";

const tom = { child: "tom", days: ["2026-09-14", "2026-09-15"] } as FamilyChild;

describe("telling an absence", () => {
  it("offers the first day that may be told, and asks only for the reason", () => {
    const telling = new Telling();
    telling.choose(tom);
    expect(telling.day).toBe("2026-09-14");
    expect(telling.problems().map(({ path }) => path)).toEqual(["/reason"]);
    telling.reason = "ill";
    expect(telling.problems()).toEqual([]);
    expect(telling.toNew()).toEqual({ child: "tom", from_on: "2026-09-14", part: "day", reason: "ill" });
  });

  it("of a lateness, needs the hour", () => {
    const telling = new Telling();
    telling.choose(tom);
    telling.part = "arrives";
    telling.reason = "transport";
    expect(telling.problems().map(({ code }) => code)).toEqual(["attendance.minute"]);
    telling.time = "09:45";
    expect(telling.toNew()).toMatchObject({ part: "arrives", minute: 585 });
  });

  it("of several days, tells whole days whatever part was chosen before", () => {
    const telling = new Telling();
    telling.choose(tom);
    telling.part = "leaves";
    telling.several = true;
    telling.until = "2026-09-18";
    telling.reason = "family";
    expect(telling.toNew()).toEqual({
      child: "tom",
      from_on: "2026-09-14",
      until_on: "2026-09-18",
      part: "day",
      reason: "family",
    });
    telling.until = "2026-09-10";
    expect(telling.problems().map(({ path }) => path)).toEqual(["/until_on"]);
  });

  it("warns about health and refuses nothing", () => {
    const telling = new Telling();
    telling.choose(tom);
    telling.reason = "ill";
    telling.line = "Il a de la fièvre";
    expect(telling.aboutHealth).toBe(true);
    expect(telling.problems()).toEqual([]);
  });
});
