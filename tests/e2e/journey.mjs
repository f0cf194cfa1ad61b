// A school day, whole, from the academy's export to the evening. It is one story: each scene stands on those before.
// Run through `./dev e2e`; the engine is in PREAU_TEST_ENGINE, pictures go to build/e2e/<engine>/.
import { absence } from "./scenes/absence.mjs";
import { head } from "./scenes/head.mjs";
import { homework } from "./scenes/homework.mjs";
import { keys } from "./scenes/keys.mjs";
import { leaving } from "./scenes/leaving.mjs";
import { light } from "./scenes/light.mjs";
import { note } from "./scenes/note.mjs";
import { opening } from "./scenes/opening.mjs";
import { outing } from "./scenes/outing.mjs";
import { roll } from "./scenes/roll.mjs";
import { sheets } from "./scenes/sheets.mjs";
import { substitute } from "./scenes/substitute.mjs";
import { told } from "./steps.mjs";
import { newStory } from "./story.mjs";

const scenes = [opening, sheets, roll, homework, note, outing, keys, absence, substitute, head, light, leaving];

const story = await newStory();
try {
  for (const scene of scenes) await scene(story);
} finally {
  await story.ends();
}
process.exitCode = told();
