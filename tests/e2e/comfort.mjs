// Every page of every profile, and the doors, for those who read otherwise: by night, in large letters, at 400 %, with more space,
// in the system's own colours, with the keyboard alone. Run through `./dev e2e`; pictures go to build/e2e/<engine>/comfort/.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { demonstration, doors, profiles, signIn } from "./demo.mjs";
import { pictures } from "./house.mjs";
import { keyboardAlone, skipsToContent, smallTargets } from "./keyboard.mjs";
import { askAxe, outOfPlace } from "./looks.mjs";
import { everyPage, settled } from "./pages.mjs";
import { seen, step, told } from "./steps.mjs";
import { measured } from "./wire.mjs";

const kept = join(pictures, "comfort");
const place = await demonstration();
await mkdir(kept, { recursive: true });

const small = { width: 320, height: 640 };
// 1280 × 1024 at 400 %: the height shrinks too.
const zoomed = { width: 320, height: 256 };
const large = { width: 1280, height: 800 };

const usual = { size: "usual", spacing: "usual", face: "usual", scheme: "device", contrast: false, ruler: false, still: false, aloud: true };
const ways = [
  { name: "light", viewport: small, keyboard: true },
  { name: "light", viewport: large, axe: true, touch: true, keyboard: true },
  { name: "dark", viewport: small, media: { colorScheme: "dark" }, axe: true, picture: true },
  { name: "reinforced contrast", viewport: large, choices: { contrast: true }, axe: true, picture: true },
  { name: "reinforced contrast by night", viewport: large, choices: { contrast: true, scheme: "dark" }, axe: true },
  { name: "the largest letters, far apart", viewport: small, choices: { size: "largest", spacing: "wider", face: "opendyslexic" }, picture: true },
  { name: "the largest letters", viewport: large, choices: { size: "largest", face: "andika" } },
  { name: "400 %", viewport: zoomed, picture: true },
  { name: "spacing of WCAG 1.4.12", viewport: small, spaced: true },
  { name: "forced colours", viewport: large, media: { forcedColors: "active" }, picture: true },
];

/** One page in every way: what is wrong is told under its name. */
async function everyWay(page, name) {
  await settled(page);
  for (const { name: way, viewport, media, choices, axe, touch, keyboard, spaced, picture } of ways) {
    const where = `${name}, ${way}, ${viewport.width} px`;
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
    await page.evaluate(choosing, choices ? { ...usual, ...choices } : undefined);
    if (spaced) await page.evaluate(spaceOut);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    seen(`${where}: nothing out of place`, await outOfPlace(page));
    if (axe) seen(`${where}: axe`, await askAxe(page));
    if (touch) seen(`${where}: large enough to touch`, await smallTargets(page));
    if (keyboard) seen(`${where}: keyboard alone`, await keyboardAlone(page));
    if (picture) await page.screenshot({ path: join(kept, `${file(name)}-${file(way)}.png`), fullPage: true, animations: "disabled" });
    if (spaced) await page.evaluate(() => void (document.adoptedStyleSheets = []));
  }
  await page.evaluate(choosing, undefined);
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  await page.setViewportSize(large);
  seen(`${name}: the skip link`, await skipsToContent(page));
}

const file = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-zA-Z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

try {
  await step("the doors, in every way", async () => {
    const visitor = await place.arrives("visitor");
    for (const door of doors) {
      await visitor.page.goto(door);
      await everyWay(visitor.page, `door ${door}`);
    }
    seen("the visitor's browser complains of nothing", [...new Set(visitor.complaints)]);
    await visitor.close();
  });

  await step("it can be installed, with an icon of each size", async () => {
    const html = await (await fetch(`${place.origin}/`)).text();
    const manifest = /<link rel="manifest" href="([^"]+)"/.exec(html)?.[1];
    assert.ok(manifest, "the entrance names no manifest");
    const { icons, start_url, scope, display } = await (await fetch(place.origin + manifest)).json();
    assert.deepEqual([start_url, scope, display], ["/", "/", "standalone"]);
    assert.ok(icons.some(({ purpose }) => purpose === "maskable"), "no icon may be masked");
    for (const { src, type } of icons) {
      const reply = await fetch(place.origin + src);
      assert.deepEqual([reply.status, reply.headers.get("content-type")], [200, type], src);
    }
  });

  const karim = await place.arrives("Karim Ferrand");
  const { page } = karim;
  await step("a father chooses how he reads, and it holds at once", async () => {
    await karim.context.addInitScript(watchFirstFrame);
    await karim.context.addInitScript(giveVoices);
    await signIn(page, "karim.ferrand", place.password, "parent");
    await page.getByRole("link", { name: "Mon confort" }).click();
    await page.getByText("La plus grande").click();
    await page.getByText("Sombre").click();
    assert.deepEqual(await marks(page), { taille: "largest", theme: "nuit" });
    await page.getByRole("switch", { name: /^Règle de lecture/ }).check();
    await page.getByText("C’est gardé").waitFor();
  });

  await step("on the next page the very first frame is already so, and so it is at the door", async () => {
    for (const path of ["/c/parent/", "/aide"]) {
      await page.goto(path);
      assert.deepEqual(await page.evaluate(() => globalThis.firstFrame), { taille: "largest", theme: "nuit" }, path);
    }
  });

  await step("the ruler follows the mouse and the keyboard, and lets clicks through", async () => {
    await page.goto("/c/parent/carnet");
    await settled(page);
    const link = page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("link").first();
    const box = await link.boundingBox();
    await page.mouse.move(box.x + 20, box.y + box.height / 2);
    const middle = () => page.evaluate(() => {
      const { top, height } = document.querySelector(".regle").getBoundingClientRect();
      return top + height / 2;
    });
    assert.ok(Math.abs((await middle()) - (box.y + box.height / 2)) < 4, "it is not under the mouse");
    await page.mouse.move(box.x + 20, 5);
    await page.keyboard.press("Tab");
    await link.focus();
    const focused = await link.boundingBox();
    assert.ok(Math.abs((await middle()) - (focused.y + focused.height / 2)) < 4, "it is not on the focus");
    await link.click();
    await page.getByRole("button", { name: /^Écouter/ }).waitFor();
  });

  await step("the device reads the note aloud, with a voice of its own", async () => {
    await page.getByRole("button", { name: /^Écouter/ }).click();
    const said = await page.evaluate(() => globalThis.said);
    const title = await page.getByRole("heading", { level: 1 }).innerText();
    assert.ok(said.some(({ text }) => text.startsWith(title)), `said: ${JSON.stringify(said)}`);
    assert.ok(said.every(({ voice }) => voice === "device"), "another voice than the device's was used");
    await page.getByRole("button", { name: "Arrêter" }).click();
  });

  await step("he leaves a shared device, which forgets; he enters again, and it is as he chose", async () => {
    await page.goto("/c/parent/compte");
    await page.getByRole("button", { name: "Sortir de Préau" }).click();
    await page.waitForURL(`${place.origin}/`);
    assert.deepEqual(await marks(page), {});
    await signIn(page, "karim.ferrand", place.password, "parent");
    await settled(page);
    assert.deepEqual(await marks(page), { taille: "largest", theme: "nuit" });
    seen("his browser complains of nothing", [...new Set(karim.complaints)]);
    await karim.close();
  });

  for (const { login, door, name } of profiles) {
    await step(`every page of ${name}, in every way`, async () => {
      const person = await place.enters(login, { door });
      const home = person.page.url();
      const { requests, bytes, urls } = await measured(person, () => person.page.goto(home), { cold: true });
      const light = requests <= 8 && bytes < 100_000;
      seen(`first view of the home of ${name}: under 100 KB and 8 requests`, light ? [] : [`${requests} requests, ${bytes} bytes`, ...urls]);
      await everyPage(person.page, (kind) => everyWay(person.page, kind));
      seen(`${name}'s browser complains of nothing`, [...new Set(person.complaints)]);
      await person.close();
    });
  }
} finally {
  seen("the server stops in good order", await place.shut().then(() => [], (problem) => [problem.message]));
  await place.leave();
}
process.exitCode = told();

function marks(page) {
  return page.evaluate(() => ({ ...document.documentElement.dataset }));
}

// In the page, before anything of it: what <html> bore when the first frame was drawn.
function watchFirstFrame() {
  requestAnimationFrame(() => (globalThis.firstFrame = { ...document.documentElement.dataset }));
}

// In the page: a browser without a head has no voice; this one has a French voice of its own and a better one far away.
function giveVoices() {
  globalThis.said = [];
  const voices = [
    { name: "far", lang: "fr-FR", localService: false },
    { name: "device", lang: "fr-FR", localService: true },
  ];
  globalThis.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  Object.defineProperty(globalThis, "speechSynthesis", {
    value: {
      getVoices: () => voices,
      addEventListener: () => undefined,
      cancel: () => undefined,
      speak: ({ text, voice }) => globalThis.said.push({ text, voice: voice?.name }),
    },
  });
}

// In the page: what ui/comfort/choices.ts does with these choices, without leaving a trace in an account.
function choosing(choices) {
  const root = document.documentElement;
  const marks = choices
    ? {
        taille: choices.size !== "usual" && choices.size,
        espace: choices.spacing !== "usual" && choices.spacing,
        police: choices.face !== "usual" && choices.face,
        theme: { device: false, light: "jour", dark: "nuit" }[choices.scheme],
        contraste: choices.contrast && "",
      }
    : { taille: false, espace: false, police: false, theme: false, contraste: false };
  for (const [mark, value] of Object.entries(marks)) {
    if (value === false) delete root.dataset[mark];
    else root.dataset[mark] = value;
  }
}

// In the page: the four values that WCAG 1.4.12 lets a reader impose.
function spaceOut() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
  );
  document.adoptedStyleSheets = [sheet];
}
