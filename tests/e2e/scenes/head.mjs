// What the head sees of all this, in one page; then the hours at which nothing leaves, and the help.
import { tilleuls } from "../cast.mjs";
import { pictures } from "../house.mjs";
import { look } from "../looks.mjs";
import { step } from "../steps.mjs";
import { goTo } from "../story.mjs";

export async function head({ people: { garcin } }) {
  await step("the head sees the whole day in one page: the roll, who replaces whom, the families not reached yet", async () => {
    const { page } = garcin;
    await goTo(garcin, /École/);
    await page.getByText("Appels faits").waitFor();
    await page.getByText(/Nora Saïdi, jusqu’à/).waitFor();
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
}
