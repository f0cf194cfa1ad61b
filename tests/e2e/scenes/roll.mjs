// Half past eight: who is there.
import { pictures } from "../house.mjs";
import { look } from "../looks.mjs";
import { step } from "../steps.mjs";
import { card, goTo } from "../story.mjs";

export async function roll({ people: { benali, garcin } }) {
  await step("the teacher calls the roll: everybody is there but one", async () => {
    await goTo(benali, /Ma journée/);
    const called = card(benali, "L’appel");
    await called.getByRole("button", { name: "Gabin" }).click();
    await called.getByRole("button", { name: "Valider l’appel" }).click();
    await called.getByText(/Appel fait à/).waitFor();
    await look(benali, "appel-fait", pictures);
  });

  await step("the head sees at once that a class is called, and of whom nothing is known", async () => {
    await goTo(garcin, /École/);
    await garcin.page.getByText(/Sans nouvelles/).waitFor();
    await garcin.page.getByText(/Gabin/).first().waitFor();
    await garcin.page.getByRole("link", { name: /Appeler les familles|Voir les absences/ }).click();
    await garcin.page.getByText(/Gabin/).first().waitFor();
    await look(garcin, "absences-du-jour", pictures);
  });
}
