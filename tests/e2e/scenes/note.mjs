// A note, really signed: written, read, signed, taken back and signed again, followed, and chased on paper.
import { on_paper, sarah } from "../cast.mjs";
import { pictures } from "../house.mjs";
import { look } from "../looks.mjs";
import { seen, step } from "../steps.mjs";
import { card, chip, goTo } from "../story.mjs";
import { measured } from "../wire.mjs";

const title = "Sortie à la ferme des Aubépines";

export async function note({ people: { benali, mother } }) {
  await step("the teacher writes a note to the families of his class, reads it again and sends it", async () => {
    const { page } = benali;
    await goTo(benali, /Ma journée/);
    await page.getByRole("link", { name: "Écrire un mot" }).first().click();
    await chip(page, "Autorisation").click();
    await chip(page, "À signer").click();
    await page.getByLabel("Titre").fill(title);
    await page.getByLabel("Texte du mot").fill("Bonjour,\n\nNous irons voir les brebis. Merci de prévoir des bottes.");
    await look(benali, "ecrire", pictures);
    await page.getByRole("button", { name: "Relire et envoyer" }).click();
    await look(benali, "relire", pictures);
    await page.getByRole("button", { name: "Envoyer", exact: true }).click();
    await page.getByText("Votre mot est parti").waitFor();
  });

  await step("the mother finds it on her home, which asks little when it is opened again", async () => {
    await mother.page.goto("/c/parent/");
    const again = await measured(mother, () => mother.page.reload(), { cold: false });
    seen("repeated view under 8 KB", again.bytes < 8_000 ? [] : [`${again.bytes} bytes`, ...again.urls]);
    await look(mother, "accueil-famille", pictures);
  });

  await step("she reads the note and signs it", async () => {
    const { page } = mother;
    await page.getByRole("link", { name: "Lire et signer" }).first().click();
    await page.getByRole("heading", { name: title }).waitFor();
    await look(mother, "mot-a-signer", pictures);
    await page.getByRole("button", { name: /^Je signe/ }).click();
    await page.getByText("Signé par vous").waitFor();
  });

  await step("she takes her signature back within ten seconds, then signs for good", async () => {
    const { page } = mother;
    await page.getByRole("button", { name: "Annuler" }).click();
    await page.getByText("Votre signature est annulée").waitFor();
    await page.getByRole("button", { name: /^Je signe/ }).click();
    await page.getByText("Signé par vous").waitFor();
    await look(mother, "mot-signe", pictures);
  });

  await step("the teacher sees who signed, and notes the slip that came back on paper", async () => {
    const { page } = benali;
    await goTo(benali, "Carnet");
    await look(benali, "mots-envoyes", pictures);
    await page.getByRole("link", { name: title }).click();
    await card(benali, /^Fait/).getByText(sarah.at_tilleuls).waitFor();
    await page.getByRole("button", { name: `Noter un coupon papier pour ${on_paper}` }).click();
    await page.getByRole("button", { name: "Le coupon est revenu" }).click();
    await card(benali, /^Fait/).getByText(on_paper).waitFor();
    await look(benali, "suivi", pictures);
  });

  await step("he prints slips for the families still awaited", async () => {
    await benali.page.getByRole("link", { name: /\d+ coupons/ }).click();
    await benali.page.getByRole("heading", { name: "Coupons à découper" }).waitFor();
    await look(benali, "coupons", pictures);
  });
}
