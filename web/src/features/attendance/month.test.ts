import { describe, expect, it } from "vitest";
import { monthName, monthsFrom } from "./month";

describe("a month", () => {
  it("is named in French, and leads to its neighbours across the year", () => {
    expect(monthName("2026-12-01")).toBe("décembre 2026");
    expect(monthsFrom("2026-12-01", "avant", "après").map(({ day }) => day)).toEqual(["2026-11-01", "2027-01-01"]);
    expect(monthsFrom("2027-01-01", "avant", "après")[0].day).toBe("2026-12-01");
  });
});
