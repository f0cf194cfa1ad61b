// An outing: a note with a photograph and questions, answered by two parents who do not say the same.
import assert from "node:assert/strict";
import { sarah } from "../cast.mjs";
import { pictures } from "../house.mjs";
import { look } from "../looks.mjs";
import { step } from "../steps.mjs";
import { card, chip, goTo } from "../story.mjs";

const title = "Visite du moulin";
const photograph = new URL("../../files/turned.jpg", import.meta.url).pathname;

/** A parent opens the note from the notebook and says whether the child comes. */
async function answers(parent, comes) {
  const { page } = parent;
  await goTo(parent, "Carnet");
  await page.getByRole("link", { name: title }).first().click();
  await page.getByRole("heading", { name: title }).waitFor();
  await chip(page, comes ? "Oui" : "Non").first().click();
}

export async function outing({ people: { benali, mother, father } }) {
  await step("the teacher joins a photograph to a note, and asks who comes", async () => {
    const { page } = benali;
    await goTo(benali, /Ma journée/);
    await page.getByRole("link", { name: "Écrire un mot" }).first().click();
    await chip(page, "À signer").click();
    await page.getByLabel("Titre").fill(title);
    await page.getByLabel("Texte du mot").fill("Bonjour,\n\nLe meunier nous attend mardi.");
    await page.locator("input[type=file]").setInputFiles(photograph);
    await page.getByText(/^Prêt à partir/).waitFor();
    await page.getByRole("button", { name: "Vient ?" }).click();
    await look(benali, "ecrire-une-sortie", pictures);
    await page.getByRole("button", { name: "Relire et envoyer" }).click();
    await page.getByRole("button", { name: "Envoyer", exact: true }).click();
    await page.getByText("Votre mot est parti").waitFor();
  });

  await step("the mother sees the photograph, and answers that he comes", async () => {
    const { page } = mother;
    await answers(mother, true);
    const image = page.locator(".joint img").first();
    await image.waitFor();
    const shown = await image.evaluate((one) => one.decode().then(() => one.naturalWidth));
    assert.ok(shown > 0, "the photograph is empty");
    await look(mother, "sortie-a-repondre", pictures);
    await page.getByRole("button", { name: /^Je signe/ }).click();
    await page.getByText("Signé par vous").waitFor();
  });

  await step("the father may answer too, otherwise; neither reads what the other said", async () => {
    const { page } = father;
    await goTo(father, "Carnet");
    await page.getByRole("link", { name: title }).first().click();
    await page.getByRole("button", { name: "Donner une autre réponse" }).click();
    await chip(page, "Non").first().click();
    await page.getByRole("button", { name: /^Je signe/ }).click();
    await page.getByText("Signé par vous").waitFor();
    await mother.page.reload();
    await mother.page.getByRole("heading", { name: title }).waitFor();
    assert.equal(await mother.page.getByText(/réponses différentes|Mathieu/).count(), 0, "one parent is told of the other's answer");
  });

  await step("the teacher is told that the two differ: nothing is decided for the child", async () => {
    const { page } = benali;
    await goTo(benali, "Carnet");
    await page.getByRole("link", { name: title }).click();
    await page.getByText(`${sarah.at_tilleuls} : deux réponses différentes.`).waitFor();
    await card(benali, /^Fait/).waitFor();
    await look(benali, "suivi-reponses-contraires", pictures);
  });
}
