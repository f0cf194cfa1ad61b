import { expect, test } from "vitest";
import { endOfYear, fridayFrom, NamingForm } from "./naming.svelte";

test("a replacement usually ends on Friday, an administrator’s time with the school year", () => {
  expect(fridayFrom("2026-09-14")).toBe("2026-09-18");
  expect(fridayFrom("2026-09-18")).toBe("2026-09-18");
  expect(fridayFrom("2026-09-19")).toBe("2026-09-25");
  expect(endOfYear("2026-09-14")).toBe("2027-07-31");
  expect(endOfYear("2027-03-01")).toBe("2027-07-31");
});

test("somebody known is named by who they are, somebody new by their names", () => {
  const form = new NamingForm("2026-09-14", "2026-09-18");
  expect(form.somebody).toBe(false);
  form.school_class = "ce2";
  form.choose({ id: "rossi", name: "Chiara Rossi", school_name: "Les Oliviers" });
  expect(form.toBody(true)).toEqual({
    school_class: "ce2",
    from_on: "2026-09-14",
    until_on: "2026-09-18",
    person: "rossi",
  });
  form.write();
  form.first = "Fatou";
  form.last = "Ba";
  expect(form.toBody(false)).toEqual({
    from_on: "2026-09-14",
    until_on: "2026-09-18",
    civility: "Mme",
    first_name: "Fatou",
    last_name: "Ba",
  });
});
