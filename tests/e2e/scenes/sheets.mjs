// From a head's sheet to a family's: who teaches what, and how each comes in.
import { oliviers, sarah, tilleuls } from "../cast.mjs";
import { activate, sheetOf } from "../doors.mjs";
import { pictures } from "../house.mjs";
import { look } from "../looks.mjs";
import { step } from "../steps.mjs";
import { card, familiesOf, goTo, printed } from "../story.mjs";

export async function sheets({ codes, people, arrives }) {
  const garcin = (people.garcin = await arrives(tilleuls.head));
  await step("the head of the Tilleuls opens her account with her sheet", async () => {
    await garcin.page.goto("/");
    await look(garcin, "entrer", pictures);
    await activate(garcin, codes.garcin, { own: true });
    await look(garcin, "accueil-direction", pictures);
  });

  await step("she says who teaches CE2", async () => {
    await goTo(garcin, /Familles/);
    const class_ = card(garcin, tilleuls.class_);
    await class_.getByRole("button", { name: "Choisir les enseignants" }).click();
    await class_.getByLabel(/Benali/).check();
    await class_.getByRole("button", { name: "Enregistrer" }).click();
    await class_.getByText("C’est enregistré").waitFor();
    await look(garcin, "familles-et-classes", pictures);
  });

  await step("she prints the sheets of her teachers, then of CE2's families", async () => {
    codes.benali = sheetOf(await printed(garcin, "Faire leurs feuilles"), "Benali").code;
    await look(garcin, "feuilles-enseignants", pictures);
    await garcin.page.getByRole("button", { name: "Fermer les feuilles" }).click();
    await familiesOf(garcin, tilleuls.class_);
    await look(garcin, "familles-d-une-classe", pictures);
    const families = await printed(garcin, /^Faire \d+ feuilles/);
    codes.sarah_at_tilleuls = sheetOf(families, sarah.name).code;
    codes.father = sheetOf(families, sarah.father).code;
    await look(garcin, "feuilles-familles", pictures);
  });

  await step("the head of the Oliviers prints the sheets of GS", async () => {
    const lacaze = await arrives(oliviers.head);
    await activate(lacaze, codes.lacaze, { own: true });
    await familiesOf(lacaze, oliviers.class_);
    codes.sarah_at_oliviers = sheetOf(await printed(lacaze, /^Faire \d+ feuilles/), sarah.name).code;
  });

  const mother = (people.mother = await arrives(sarah.name, { touch: true }));
  await step("a mother opens her account on her phone, with one child's sheet", async () => {
    await activate(mother, codes.sarah_at_tilleuls, { own: true });
    await mother.page.getByText(sarah.at_tilleuls).first().waitFor();
  });

  await step("she adds her other child, of another school, to the same account", async () => {
    await mother.page.getByRole("link", { name: /Mon compte/ }).click();
    await look(mother, "compte", pictures);
    await mother.page.getByRole("link", { name: "J’ai une feuille avec un code" }).click();
    await mother.page.getByLabel("Code de la feuille").fill(codes.sarah_at_oliviers);
    await look(mother, "ajouter-un-enfant", pictures);
    await mother.page.getByRole("button", { name: "Ajouter cet enfant" }).click();
    await mother.page.getByRole("link", { name: "Voir l’accueil" }).click();
    await mother.page.getByText(sarah.at_oliviers).first().waitFor();
    await mother.page.getByText(sarah.at_tilleuls).first().waitFor();
  });

  await step("the father, who lives elsewhere, opens his", async () => {
    people.father = await arrives(sarah.father);
    await activate(people.father, codes.father, { own: true });
    await people.father.page.getByText(sarah.at_tilleuls).first().waitFor();
  });

  await step("the teacher opens his", async () => {
    people.benali = await arrives(tilleuls.teacher);
    await activate(people.benali, codes.benali, { own: true });
    await look(people.benali, "ma-journee", pictures);
  });
}
