// The teacher is away from tomorrow: the head names a substitute, who takes over with a sheet and two dates.
import assert from "node:assert/strict";
import { tilleuls } from "../cast.mjs";
import { activate, sheetOf } from "../doors.mjs";
import { pictures } from "../house.mjs";
import { look } from "../looks.mjs";
import { step } from "../steps.mjs";
import { card, chip, goTo, printed } from "../story.mjs";

export async function substitute({ people: { garcin }, codes, arrives }) {
  await step("the head names a substitute for CE2, until Friday, and prints her sheet", async () => {
    const { page } = garcin;
    await goTo(garcin, "Réglages");
    await page.getByRole("link", { name: /Remplacements/ }).click();
    await page.getByLabel("Classe").selectOption({ label: tilleuls.class_ });
    await page.getByText("Quelqu’un que les écoles ne connaissent pas encore").click();
    await chip(page, "Madame").click();
    await page.getByLabel("Prénom").fill("Nora");
    await page.getByLabel("Nom", { exact: true }).fill("Saïdi");
    await look(garcin, "nommer-un-remplacant", pictures);
    codes.nora = sheetOf(await printed(garcin, "Nommer et faire la feuille"), "Nora").code;
  });

  await step("she enters, and finds the class as it is today: the roll, the work given, the notes", async () => {
    const nora = await arrives("Nora Saïdi");
    await activate(nora, codes.nora, { own: false });
    const { page } = nora;
    await card(nora, "L’appel").getByText(/Appel fait à/).waitFor();
    await look(nora, "ma-journee-remplacante", pictures);
    await goTo(nora, "Carnet");
    await page.getByRole("link", { name: "Visite du moulin" }).waitFor();
    const places = await page.getByRole("navigation", { name: "Lieux" }).getByRole("link").allInnerTexts();
    assert.ok(!places.some((place) => /Réglages/.test(place)), `a substitute has the head's places: ${places}`);
  });
}
