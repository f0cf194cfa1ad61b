// What the scenes of one journey share: the place, who has come, the codes of their sheets, and what people do on every page.
import { device } from "./browser.mjs";
import { confirmIfAsked, sheetsOnPage } from "./doors.mjs";
import { house } from "./house.mjs";
import { seen } from "./steps.mjs";

export async function newStory() {
  const place = await house();
  const people = [];
  return {
    place,
    people: {}, // by the name that the scenes give them
    codes: {},
    /** Somebody with a browser of their own, before any door. */
    async arrives(name, options) {
      const person = await device(name, place.origin, options);
      people.push(person);
      return person;
    },
    /** Whatever happened before, nothing stays behind, and every browser says whether it was well. */
    async ends() {
      for (const person of people) {
        seen(`${person.name}'s browser complains of nothing`, [...new Set(person.complaints)]);
        await person.close();
      }
      seen("the server stops in good order", await place.shut().then(() => [], (problem) => [problem.message]));
      await place.leave();
    },
  };
}

/** A place of the tabs, by its name. */
export const goTo = (person, name) => person.page.getByRole("navigation", { name: "Lieux" }).getByRole("link", { name }).click();

/** One card of the page, by its heading. */
export const card = (person, name) => person.page.getByRole("region", { name });

/** An option drawn as a chip, by what it says. */
export const chip = (page, text) => page.locator("label").filter({ hasText: text });

/** The families of one class, as its head reaches them. */
export async function familiesOf(head, class_) {
  await goTo(head, /Familles/);
  await card(head, class_).getByRole("link", { name: "Voir les familles" }).click();
  await head.page.getByRole("heading", { name: `Familles de ${class_}` }).waitFor();
}

/** Makes the sheets of the page one is on, and reads them off. */
export async function printed(head, button) {
  await head.page.getByRole("button", { name: button }).click();
  await confirmIfAsked(head.page);
  return sheetsOnPage(head.page);
}
