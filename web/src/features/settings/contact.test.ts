import { expect, test } from "vitest";
import { ContactForm, spokenPhone } from "./contact.svelte";

test("a telephone is written as it is said", () => {
  expect(spokenPhone("0612345678")).toBe("06 12 34 56 78");
  expect(spokenPhone("+33612345678")).toBe("+33 6 12 34 56 78");
  expect(spokenPhone("+41441234567")).toBe("+41441234567");
});

test("what is kept is shown, and sent back with the version that was read", () => {
  const form = new ContactForm({ email: "julie@exemple.fr", phone: "0612345678", version: 3, kept_apart: false });
  expect([form.email, form.phone, form.changed]).toEqual(["julie@exemple.fr", "06 12 34 56 78", false]);
  form.phone = "";
  expect(form.changed).toBe(true);
  expect(form.toBody()).toEqual({ email: "julie@exemple.fr", phone: "", version: 3 });
});
