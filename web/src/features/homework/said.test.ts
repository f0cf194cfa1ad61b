import { expect, test } from "vitest";
import { authorLine, weekSpan } from "./said";

test("a week is named by its first and last school days", () => {
  expect(weekSpan("2026-09-14", "2026-09-18")).toBe("14 au 18 septembre");
  expect(weekSpan("2026-09-28", "2026-10-02")).toBe("28 septembre au 2 octobre");
  expect(weekSpan("2027-03-29", "2027-04-01")).toBe("29 mars au 1er avril");
});

test("a substitute is named as one", () => {
  expect(authorLine({ author_name: "M. Benali", author_role: "teacher" })).toBe("M. Benali");
  expect(authorLine({ author_name: "M. Passage", author_role: "substitute" })).toContain("remplacement");
});
