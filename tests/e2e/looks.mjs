// What every page visited is asked: at 320 and 1280 px, nothing for axe to say, nothing that scrolls sideways; a picture is kept.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { seen } from "./steps.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const widths = [320, 1280];

/** Looks at the page a person is on, under a name that is also the picture's. */
export async function look(person, name, pictures) {
  const { page } = person;
  const before = page.viewportSize();
  await page.locator("h1").first().waitFor(); // what a page shows while its first answer is on its way is not the page
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 600 ? 640 : 800 });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    // evaluate() runs beside the page's own content policy: nothing has to be opened for axe.
    const problems = await page.evaluate(askAxe, axe);
    seen(`${name} at ${width} px: axe`, problems);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    seen(`${name} at ${width} px: nothing scrolls sideways`, wide > 0 ? [`${wide} px too wide`] : []);
    await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true, animations: "disabled" });
  }
  await page.setViewportSize(before);
}

// Runs in the page.
async function askAxe(source) {
  if (!globalThis.axe) (0, eval)(source);
  const { violations } = await globalThis.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  });
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`));
}
