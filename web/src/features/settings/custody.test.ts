import { describe, expect, test } from "vitest";
import { limitToCome, sightOf, whatEachSees, type Bond, type GuardedChild } from "./custody";

const today = "2026-09-14";
const bond = (adult: string, limits: Partial<Bond["limits"][number]>[] = [], more: Partial<Bond> = {}): Bond =>
  ({ adult, name: adult, from_on: "2025-09-01", limits, deceased: false, ...more }) as Bond;
const tom = (...bonds: Bond[]): GuardedChild => ({
  id: "tom",
  first_name: "Tom",
  last_name: "Delmas",
  class_label: "CE2",
  bonds,
});

describe("what an adult sees of a child", () => {
  test("all, when no decision holds that day", () => {
    expect(sightOf(bond("Sarah"), today)).toBe("all");
    expect(sightOf(bond("Sarah", [{ level: "suspended", from_on: "2026-09-15" }]), today)).toBe("all");
    expect(sightOf(bond("Sarah", [{ level: "suspended", from_on: "2026-09-01", until_on: "2026-09-13" }]), today)).toBe(
      "all",
    );
  });
  test("what the decision leaves, its last day included", () => {
    const limited = bond("Karim", [{ level: "inform_only", from_on: "2026-09-01", until_on: today }]);
    expect(sightOf(limited, today)).toBe("inform_only");
  });
  test("a decision to come is told apart", () => {
    expect(limitToCome(bond("Karim", [{ level: "suspended", from_on: "2026-10-01" }]), today)?.level).toBe("suspended");
  });
});

describe("what each will see after a decision", () => {
  test("it changes for that adult, and for nobody else", () => {
    const child = tom(bond("Karim"), bond("Julie", [{ level: "inform_only", from_on: "2026-09-01" }]));
    expect(whatEachSees(child, "Karim", "suspended", today)).toEqual([
      { adult: "Karim", name: "Karim", before: "all", after: "suspended" },
      { adult: "Julie", name: "Julie", before: "inform_only", after: "inform_only" },
    ]);
  });
  test("who died is not spoken of", () => {
    expect(whatEachSees(tom(bond("Luc", [], { deceased: true })), "Karim", "all", today)).toEqual([]);
  });
});
