// An absence told from the bus, where there is no network; then the other parent's view of it, and the school's.
import assert from "node:assert/strict";
import { sarah } from "../cast.mjs";
import { ask, loginOf } from "../acts.mjs";
import { keepsAll } from "../copies.mjs";
import { pictures } from "../house.mjs";
import { look } from "../looks.mjs";
import { step } from "../steps.mjs";
import { chip, goTo } from "../story.mjs";

const classroom = "les-tilleuls-enseignant";

export async function absence({ people: { benali, mother, father } }) {
  await step("on the bus, the mother tells that Tom is away tomorrow: it is kept on her phone, and goes with the network", async () => {
    const { page } = mother;
    await goTo(mother, "Accueil");
    await keepsAll(mother, await loginOf(mother), ["/home", "/attendance/family"]);
    await mother.withoutNetwork(async () => {
      await page.getByRole("link", { name: "Signaler une absence" }).click();
      await page.getByRole("heading", { name: "Signaler une absence" }).waitFor();
      await chip(page, sarah.at_tilleuls).click();
      await chip(page, /demain/i).click();
      await chip(page, "Malade").click();
      await look(mother, "signaler-une-absence", pictures);
      await page.getByRole("button", { name: "Envoyer à l’école" }).click();
      await page.getByText("c’est gardé, et cela partira").waitFor();
      await look(mother, "absence-gardee", pictures);
    });
    await page.getByText("Tout est parti.").waitFor();
  });

  await step("the father reads that it was told, and not why", async () => {
    const { page } = father;
    await goTo(father, "Accueil");
    await page.reload();
    await page.getByText("annoncé par un autre responsable").waitFor();
    await page.getByRole("link", { name: "Les absences" }).first().click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await page.getByText("malade", { exact: false }).count(), 0, "the other parent reads the reason");
    await look(father, "absences-vues-par-l-autre", pictures);
  });

  await step("the teacher reads it, with its reason, in the roll of the day it is for", async () => {
    const { page } = benali;
    const home = await ask(benali, classroom, "GET", "/home");
    await page.goto(`/c/${classroom}/appel/${home.cards.attendance_call.classes[0].school_class}?jour=2026-09-15`);
    await page.getByText(/annoncé.*malade/i).first().waitFor();
  });
}
