// What is to be read for tomorrow: given by the teacher, ticked by a pupil who entered with his card, read by his family.
import assert from "node:assert/strict";
import { sarah } from "../cast.mjs";
import { confirmIfAsked } from "../doors.mjs";
import { pictures } from "../house.mjs";
import { look } from "../looks.mjs";
import { step } from "../steps.mjs";
import { card, goTo } from "../story.mjs";

const task = "Lire la page douze à voix haute";

export async function homework({ people, arrives }) {
  const { benali, mother } = people;
  await step("the teacher gives some reading for the next day", async () => {
    const { page } = benali;
    await goTo(benali, /Ma journée/);
    await page.getByRole("link", { name: "Donner un travail" }).first().click();
    await page.getByLabel("Le travail, en une phrase").fill(task);
    await look(benali, "donner-un-travail", pictures);
    await page.getByRole("button", { name: "Donner", exact: true }).click();
    await page.getByRole("heading", { name: "Travail de la semaine" }).waitFor();
    await page.getByText(task).first().waitFor();
    await look(benali, "travail-de-la-semaine", pictures);
  });

  let entering;
  await step("he prints the cards by which his pupils enter", async () => {
    const { page } = benali;
    await goTo(benali, /Ma journée/);
    await page.getByRole("link", { name: "Voir les familles" }).click();
    await page.getByRole("link", { name: "Cartes des élèves" }).click();
    await page.getByRole("button", { name: "Préparer les cartes qui manquent" }).click();
    await confirmIfAsked(page);
    const his = page.getByRole("article").filter({ hasText: `${sarah.at_tilleuls} Delmas` });
    await his.waitFor();
    const login = await his.locator(".nom").innerText();
    entering = { login, words: (await his.locator("li").allInnerTexts()).join(" ") };
    assert.equal(entering.words.split(" ").length, 3);
  });

  const tom = (people.tom = await arrives("Tom"));
  await step("Tom enters with his name and three words, reads what is for tomorrow, and ticks it", async () => {
    const { page } = tom;
    await page.goto("/entrer/eleve");
    await look(tom, "entrer-eleve", pictures);
    await page.locator("[name=login]").fill(entering.login);
    await page.locator("[name=password]").fill(entering.words);
    await page.getByRole("button", { name: "Entrer" }).click();
    await page.getByRole("heading", { name: task }).waitFor();
    await page.getByRole("listitem", { name: task }).getByRole("checkbox").check();
    await page.getByText("C’est fait").waitFor();
    await look(tom, "accueil-eleve", pictures);
  });

  await step("his mother reads it in his book, and the teacher how many ticked", async () => {
    await goTo(mother, /Devoirs|Cahier/);
    await mother.page.getByText(task).first().waitFor();
    await look(mother, "cahier-famille", pictures);
    await goTo(benali, /Ma journée/);
    await card(benali, "Travail donné").getByText(/1 sur \d+ ont coché/).waitFor();
  });
}
