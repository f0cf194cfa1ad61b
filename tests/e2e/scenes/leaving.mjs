// The evening: whoever leaves leaves nothing.
import assert from "node:assert/strict";
import { copiesOn } from "../copies.mjs";
import { step } from "../steps.mjs";

export async function leaving({ place, people: { mother } }) {
  await step("the mother leaves, and her device keeps nothing, open or closed", async () => {
    const { page } = mother;
    await page.getByRole("link", { name: /Mon compte/ }).click();
    await page.getByRole("button", { name: "Sortir de Préau" }).click();
    await page.waitForURL(`${place.origin}/`);
    assert.deepEqual(await copiesOn(mother), []);
    await page.goto("/c/parent/");
    await page.waitForURL(/\/\?retour=/);
  });
}
