// Without the mouse: a mother signs a note, the teacher corrects his roll; wherever the keys lead, one sees where one is.
import { sendNote } from "../acts.mjs";
import { tabTo } from "../keyboard.mjs";
import { step } from "../steps.mjs";
import { goTo } from "../story.mjs";

const title = "Bibliothèque";

export async function keys({ people: { benali, mother } }) {
  await step("with the keys alone a mother finds a note, reads it and signs it", async () => {
    await goTo(benali, /Ma journée/);
    await sendNote(benali, "les-tilleuls-enseignant", title);
    const { page } = mother;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto("/c/parent/");
    await page.getByRole("link", { name: title }).first().waitFor();
    await tabTo(page, title);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: title, level: 1 }).waitFor();
    await tabTo(page, "Je signe");
    await page.keyboard.press("Enter");
    await page.getByText("Signé par vous").waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
  });

  await step("with the keys alone the teacher corrects the roll: a pupil has come after all", async () => {
    const { page } = benali;
    await page.goto("/c/les-tilleuls-enseignant/");
    await page.getByRole("button", { name: "Corriger" }).waitFor();
    await tabTo(page, "Corriger");
    await page.keyboard.press("Enter");
    await tabTo(page, "Gabin");
    await page.keyboard.press("Space");
    await tabTo(page, "Enregistrer la correction");
    await page.keyboard.press("Enter");
    await page.getByText(/Appel fait à/).waitFor();
    await page.getByRole("button", { name: "Corriger" }).waitFor();
  });
}
