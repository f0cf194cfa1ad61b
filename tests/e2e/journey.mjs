// A note, really signed, from the academy's export to the teacher's follow-up. It is one story: each step stands on those before.
// Run through `./dev e2e`; the engine is in PREAU_TEST_ENGINE, pictures go to build/e2e/<engine>/.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { device } from "./browser.mjs";
import { oliviers, on_paper, sarah, tilleuls } from "./cast.mjs";
import { activate, confirmIfAsked, sheetOf, sheetsOnPage } from "./doors.mjs";
import { house, pictures } from "./house.mjs";
import { look } from "./looks.mjs";
import { seen, step, told } from "./steps.mjs";
import { measured } from "./wire.mjs";

const title = "Sortie à la ferme des Aubépines";
const place = await house();
const people = [];
const codes = {};

async function arrives(name, options) {
  const person = await device(name, place.origin, options);
  people.push(person);
  return person;
}

/** The code a head's invitation prints. */
async function invited(school) {
  const said = await place.verb("account", "invite", "--uai", school.uai, "--profile", "head", "--by", "Académie de Lyon");
  const code = /\b[A-Z0-9]{4} [A-Z0-9]{4} [A-Z0-9]{4}\b/.exec(said);
  assert.ok(code, `no code in: ${said}`);
  return code[0];
}

/** A place of the tabs, by its name. */
const goTo = (person, name) => person.page.getByRole("navigation", { name: "Lieux" }).getByRole("link", { name }).click();

/** One card of the page, by its heading. */
const card = (person, name) => person.page.getByRole("region", { name });

/** The families of one class, as its head reaches them. */
async function familiesOf(head, class_) {
  await goTo(head, /Familles/);
  await card(head, class_).getByRole("link", { name: "Voir les familles" }).click();
  await head.page.getByRole("heading", { name: `Familles de ${class_}` }).waitFor();
}

/** Makes the sheets of the page one is on, and reads them off. */
async function printed(head, button) {
  await head.page.getByRole("button", { name: button }).click();
  await confirmIfAsked(head.page);
  return sheetsOnPage(head.page);
}

try {
  await step("the database is made, for the tests' clock alone", async () => {
    await place.verb("migrate");
    await place.verb("demo", "mark");
  });

  await step("an empty machine says what to do first", async () => {
    await place.open();
    const visitor = await arrives("visitor");
    await visitor.page.goto("/");
    await visitor.page.getByRole("heading", { level: 1 }).waitFor();
    await look(visitor, "premier-demarrage", pictures);
    await place.shut();
  });

  await step("the academy's export is planned, then imported", async () => {
    const folder = join(place.folder, "export");
    await promisify(execFile)("python3", [new URL("../../tools/aaf_export.py", import.meta.url).pathname, "--demo", "--out", folder]);
    const words = ["import", "aaf", folder, "--dated", "2026-09-01", "--accept-invented-uai"];
    assert.match(await place.verb(...words, "--plan"), new RegExp(tilleuls.uai));
    await place.verb(...words, "--apply");
  });

  await step("each school's head is invited", async () => {
    codes.garcin = await invited(tilleuls);
    codes.lacaze = await invited(oliviers);
    await place.open();
  });

  const garcin = await arrives("Hélène Garcin");
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
    codes.sarah_at_tilleuls = sheetOf(await printed(garcin, /^Faire \d+ feuilles/), sarah.name).code;
    await look(garcin, "feuilles-familles", pictures);
  });

  await step("the head of the Oliviers prints the sheets of GS", async () => {
    const lacaze = await arrives(oliviers.head);
    await activate(lacaze, codes.lacaze, { own: true });
    await familiesOf(lacaze, oliviers.class_);
    codes.sarah_at_oliviers = sheetOf(await printed(lacaze, /^Faire \d+ feuilles/), sarah.name).code;
  });

  const mother = await arrives(sarah.name, { touch: true });
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

  const benali = await arrives(tilleuls.teacher);
  await step("the teacher writes a note to the families of his class, reads it again and sends it", async () => {
    const { page } = benali;
    await activate(benali, codes.benali, { own: true });
    await look(benali, "ma-journee", pictures);
    await page.getByRole("link", { name: "Écrire un mot" }).first().click();
    await page.locator("label").filter({ hasText: "Autorisation" }).click();
    await page.locator("label").filter({ hasText: "À signer" }).click();
    await page.getByLabel("Titre").fill(title);
    await page.getByLabel("Texte du mot").fill("Bonjour,\n\nNous irons voir les brebis. Merci de prévoir des bottes.");
    await look(benali, "ecrire", pictures);
    await page.getByRole("button", { name: "Relire et envoyer" }).click();
    await look(benali, "relire", pictures);
    await page.getByRole("button", { name: "Envoyer", exact: true }).click();
    await page.getByText("Votre mot est parti").waitFor();
  });

  await step("the mother's home fits a slow line", async () => {
    const first = await measured(mother, () => mother.page.goto("/c/parent/"), { cold: true });
    seen("first view under 100 KB and 8 requests", over(first, 100_000, 8));
    const again = await measured(mother, () => mother.page.reload(), { cold: false });
    seen("repeated view under 8 KB", over(again, 8_000, Infinity));
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

  await step("the head sees the families not reached yet, and what to do about it", async () => {
    const { page } = garcin;
    await goTo(garcin, /École/);
    await page.getByRole("heading", { name: "Familles jamais entrées" }).waitFor();
    await look(garcin, "accueil-direction-suite", pictures);
    await page.getByRole("link", { name: "Refaire leurs feuilles" }).click();
    await page.getByRole("button", { name: `Refaire les feuilles de ${tilleuls.class_}` }).waitFor();
    await look(garcin, "familles-jamais-entrees", pictures);
  });

  await step("she looks at the quiet hours, and at the help", async () => {
    await goTo(garcin, "Réglages");
    await garcin.page.getByRole("heading", { name: "Heures calmes" }).waitFor();
    await look(garcin, "heures-calmes", pictures);
    await garcin.page.getByRole("link", { name: "Aide", exact: true }).click();
    await garcin.page.getByRole("heading", { level: 1 }).waitFor();
    await look(garcin, "aide", pictures);
  });

  await step("the mother leaves, and her device keeps nothing open", async () => {
    const { page } = mother;
    await page.getByRole("link", { name: /Mon compte/ }).click();
    await page.getByRole("button", { name: "Sortir de Préau" }).click();
    await page.waitForURL(`${place.origin}/`);
    await page.goto("/c/parent/");
    await page.waitForURL(/\/\?retour=/);
  });
} finally {
  for (const person of people) {
    seen(`${person.name}'s browser complains of nothing`, [...new Set(person.complaints)]);
    await person.close();
  }
  // Not a step: it is stopped whatever happened before.
  seen("the server stops in good order", await place.shut().then(() => [], (problem) => [problem.message]));
  await place.leave();
}
process.exitCode = told();

function over(cost, bytes, requests) {
  const told = `${cost.requests} requests, ${cost.bytes} bytes\n${cost.urls.join("\n")}`;
  return cost.bytes < bytes && cost.requests <= requests ? [] : [told];
}
