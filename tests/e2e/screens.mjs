// `./dev screens`: each main screen of the demonstration at three widths, by day and by night, into docs/screens/, to be looked at
// beside the mock-ups. What was there is replaced. `node screens.mjs parent eleve` replaces those of these people alone.
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { demonstration, doors, profiles } from "./demo.mjs";
import { everyPage, settled } from "./pages.mjs";
import { seen, step, told } from "./steps.mjs";

const folder = new URL("../../docs/screens/", import.meta.url).pathname;
const sizes = [
  { width: 320, height: 640 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
];
const schemes = ["light", "dark"];
const tallest = 820; // of a long list, the beginning says enough
const quality = 20; // of 100: letters stay sharp, and the folder light
const heaviest = 8_000_000; // bytes, the whole folder

// Beside the profiles that every walk visits: those who come for a time, and pupils, whose words the demonstration tells.
const words = "tortue nuage violon";
const people = [
  ...profiles,
  { login: "adele.fontan", door: "ecole", name: "remplacante", homeOnly: true }, // the rest is a teacher's
  { login: "paul.vidal", door: "ecole", name: "administration" },
  { login: "tom.delmas", door: "eleve", name: "eleve", secret: words },
];
const asked = process.argv.slice(2);
const wanted = (name) => asked.length === 0 || asked.includes(name);

// Pages that are one like the other, or made for paper.
const minor = /\/aide\/.|\/(imprimer|coupons|cartes|liste|bandes|changer)$/;

/** "/c/les-tilleuls-enseignant/carnet/{id}/changer" as "carnet-1-changer". */
const named = (path) =>
  path
    .replace(/^\/c\/[^/]+/, "")
    .replace(/\{id\}/g, "1")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "") || "accueil";

async function photograph(person, name) {
  const { page } = person;
  const camera = await person.context.newCDPSession(page);
  for (const size of sizes) {
    for (const colorScheme of schemes) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await settled(page);
      // The whole page in one window, so that what is fixed at its foot is at its foot.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ ...size, height: Math.min(Math.max(height, size.height), tallest) });
      const { data } = await camera.send("Page.captureScreenshot", { format: "webp", quality });
      await writeFile(join(folder, `${name}-${size.width}-${colorScheme}.webp`), Buffer.from(data, "base64"));
    }
  }
  await camera.detach();
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

for (const file of await readdir(folder).catch(() => [])) {
  if (wanted(file.split("-")[0])) await rm(join(folder, file));
}
await mkdir(folder, { recursive: true });
const place = await demonstration();
try {
  if (wanted("porte")) {
    await step("the doors", async () => {
      const visitor = await place.arrives("visitor");
      for (const door of [...doors, "/entrer/eleve"]) {
        await visitor.page.goto(door);
        await photograph(visitor, `porte-${named(door)}`);
      }
      await visitor.close();
    });
  }
  for (const { login, door, name, secret, homeOnly } of people.filter((one) => wanted(one.name))) {
    await step(`the screens of ${name}`, async () => {
      const person = await place.enters(login, { door, ...(secret && { secret }) });
      if (homeOnly) await photograph(person, `${name}-accueil`);
      else {
        await everyPage(person.page, async (kind) => {
          if (!minor.test(kind)) await photograph(person, `${name}-${named(kind)}`);
        });
      }
      await person.close();
    });
  }
  const files = await readdir(folder);
  const sizesOfFiles = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  const weight = sizesOfFiles.reduce((sum, size) => sum + size, 0);
  seen("the folder stays light", weight < heaviest ? [] : [`${weight} bytes in ${files.length} pictures`]);
  console.log(`docs/screens: ${files.length} pictures, ${Math.round(weight / 1000)} kB`);
} finally {
  await place.shut();
  await place.leave();
}
process.exitCode = told();
