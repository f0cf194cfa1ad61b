import { describe, expect, test } from "vitest";
import { accessState, neverEntered, reachOf, sheetsToMake, type FamilyChild, type Guardian } from "./families";

const guardian = (id: string, entered: boolean, code: Guardian["code"] = "none"): Guardian => ({
  id,
  name: id,
  relation: "",
  entered,
  code,
});
const child = (id: string, ...guardians: Guardian[]): FamilyChild => ({
  id,
  first_name: id,
  last_name: "Delmas",
  guardians,
});

const lina = child("Lina", guardian("Sarah", true), guardian("Karim", false, "ready"));
const tom = child("Tom", guardian("Awa", false, "expired"));
const zoe = child("Zoé", guardian("Awa", false, "expired"));
const youssef = child("Youssef");

describe("families: one guardian", () => {
  test("an account counts before any code", () => {
    expect(accessState(guardian("Sarah", true, "ready"))).toBe("entered");
    expect(accessState(guardian("Karim", false, "ready"))).toBe("code_ready");
    expect(accessState(guardian("Awa", false, "expired"))).toBe("code_expired");
    expect(accessState(guardian("Louis", false))).toBe("no_code");
  });
});

describe("families: a class", () => {
  test("one parent who entered is enough for the family", () => {
    expect(neverEntered(lina)).toBe(false);
    expect(neverEntered(tom)).toBe(true);
  });
  test("a child without guardian is reached by paper, not counted among families never entered", () => {
    expect(reachOf([lina, tom, youssef])).toEqual({ families: 2, entered: 1, never: 1, paperOnly: 1 });
  });
  test("a mother of two children in the class receives one sheet", () => {
    expect(sheetsToMake([lina, tom, zoe, youssef], false)).toBe(2);
    expect(sheetsToMake([lina, tom, zoe, youssef], true)).toBe(1);
  });
});
