// The first view of every home, on a slow line and with nothing kept: under 100 KB and 8 requests, letters included.
import { seen, step } from "../steps.mjs";
import { measured } from "../wire.mjs";

const most = { bytes: 100_000, requests: 8 };

export async function light({ people: { benali, garcin, mother, tom } }) {
  await step("the first view of every home fits a slow line", async () => {
    const homes = { "a guardian": [mother, "parent"], "a teacher": [benali, "les-tilleuls-enseignant"], "a head": [garcin, "les-tilleuls-direction"] };
    for (const [whose, [person, context]] of Object.entries(homes)) await weigh(whose, person, `/c/${context}/`);
    await weigh("a pupil", tom, new URL(tom.page.url()).pathname);
  });
}

/** With neither cache nor worker: what a device asks that has never been here. */
async function weigh(whose, person, home) {
  await person.page.goto("/aide"); // away, so that nothing of the home is on its way
  const cost = await measured(person, () => person.page.goto(home), { cold: true });
  const fits = cost.bytes < most.bytes && cost.requests <= most.requests;
  seen(`first view of the home of ${whose}: under 100 KB and 8 requests`, fits ? [] : [`${cost.requests} requests, ${cost.bytes} bytes`, ...cost.urls]);
}
