// A shorter journey in the other engine: a mother enters, reads a note, signs it, and chooses larger letters. Run through `./dev e2e`.
import assert from "node:assert/strict";
import { access, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { sendNote } from "./acts.mjs";
import { demonstration } from "./demo.mjs";
import { pictures } from "./house.mjs";
import { seen, step, told } from "./steps.mjs";

const firefox = process.env.PREAU_FIREFOX ?? "/usr/bin/firefox-esr";
if (!(await access(firefox).then(() => true, () => false))) {
  // Counted as one, so that a machine which has no Firefox is told and not failed (./dev setup installs it where apt has it).
  console.log(`not told: ${firefox} is not on this machine`);
  seen("Firefox is not here", []);
  process.exit(told());
}

const folder = await mkdtemp(join(tmpdir(), "preau-firefox-"));
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: firefox,
  headless: true,
  userDataDir: folder,
  timeout: 120_000, // its first start makes a profile
  // Nothing of the browser's own calls leaves this machine.
  extraPrefsFirefox: {
    "intl.accept_languages": "fr-FR",
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "app.normandy.enabled": false,
    "browser.safebrowsing.downloads.enabled": false,
  },
});
const place = await demonstration({ story: false });
const page = await browser.newPage();
await page.setViewport({ width: 360, height: 740 });
page.setDefaultTimeout(20_000);
const complaints = [];
page.on("pageerror", (error) => complaints.push(error.message));
page.on("console", (message) => {
  // A refusal is an answer; the browser still logs it in red.
  if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
});

const find = (text) => page.waitForSelector(`::-p-xpath(//*[self::a or self::button][contains(normalize-space(.), ${JSON.stringify(text)})])`);
const says = (text) => page.waitForSelector(`::-p-xpath(//main//*[contains(normalize-space(.), ${JSON.stringify(text)})])`);
const press = async (text) => (await find(text)).click();
const root = (ask) => page.evaluate(ask);

try {
  await step("the teacher sends a note to sign", async () => {
    const benali = await place.enters("samir.benali", { door: "ecole" });
    await sendNote(benali, "les-tilleuls-enseignant", "Piscine jeudi");
    await benali.close();
  });

  await step("a mother enters by the parents' door", async () => {
    await page.goto(`${place.origin}/`);
    await press("Un parent");
    await (await page.waitForSelector("[name=login]")).type("sarah.delmas");
    await (await page.waitForSelector("[name=password]")).type(place.password);
    await press("Entrer");
    await page.waitForFunction(() => location.pathname.startsWith("/c/parent"));
    await says("Accueil");
  });

  await step("she reads a note and signs it", async () => {
    await press("Lire et signer");
    await says("Votre signature");
    await press("Je signe");
    await says("Signé par vous");
    await page.screenshot({ path: join(pictures, "firefox-mot-signe.png") });
  });

  await step("larger letters hold from one page to the next, before it paints", async () => {
    await page.goto(`${place.origin}/c/parent/mon-confort`);
    await (await page.waitForSelector("input[value=largest]")).click();
    await says("C’est gardé");
    assert.equal(await root(() => getComputedStyle(document.documentElement).fontSize), "24px");
    await page.goto(`${place.origin}/aide`); // a door: it asks no account anything
    assert.equal(await root(() => getComputedStyle(document.documentElement).fontSize), "24px");
    await page.goto(`${place.origin}/c/parent/`);
    await says("Accueil");
    const wide = await root(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0, "the home scrolls sideways");
  });

  await step("the keyboard alone leads from the skip link to the content", async () => {
    await page.reload();
    await says("Accueil");
    await page.keyboard.press("Tab");
    assert.match(await root(() => document.activeElement.className), /evitement/);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "contenu");
  });
} finally {
  seen("Firefox complains of nothing", [...new Set(complaints)]);
  await page.screenshot({ path: join(pictures, "firefox-fin.png") }).catch(() => undefined); // where it stood, if it failed
  await browser.close();
  await rm(folder, { recursive: true, force: true });
  seen("the server stops in good order", await place.shut().then(() => [], (problem) => [problem.message]));
  await place.leave();
}
process.exitCode = told();
