// What every page visited is asked: at 320 and 1280 px, by day and by night, nothing for axe to say, nothing that scrolls sideways,
// nothing cut; a picture is kept.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { settled } from "./pages.mjs";
import { seen } from "./steps.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const widths = [320, 1280];
const tallest = 1600; // px: of a class's sheets one after the other, the beginning says enough
const everyRule = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// While a scene is being written, its story alone: PREAU_LOOKS=none.
const blind = process.env.PREAU_LOOKS === "none";

/** Looks at the page a person is on, under a name that is also the picture's. */
export async function look(person, name, pictures) {
  const { page } = person;
  if (blind) return;
  const before = page.viewportSize();
  await settled(page); // what a page shows while its first answer is on its way is not the page
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 600 ? 640 : 800 });
    const where = `${name} at ${width} px`;
    seen(`${where}: axe`, await askAxe(page));
    seen(`${where}: nothing out of place`, await outOfPlace(page));
    await picture(page, join(pictures, `${name}-${width}.png`));
    // The night changes nothing but colours.
    await page.emulateMedia({ colorScheme: "dark" });
    seen(`${where}, by night: contrast`, await askAxe(page, { runOnly: { type: "rule", values: ["color-contrast"] } }));
    await page.emulateMedia({ colorScheme: null });
  }
  await page.setViewportSize(before);
}

/** A picture of the page as it is, from its top. */
async function picture(page, path) {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: document.documentElement.scrollHeight }));
  const clip = { x: 0, y: 0, width, height: Math.min(height, tallest) };
  await page.screenshot({ path, clip, fullPage: true, animations: "disabled", timeout: 60_000 });
}

/** What axe finds, one sentence each. */
export async function askAxe(page, options = { runOnly: everyRule }) {
  // evaluate() runs beside the page's own content policy: nothing has to be opened for axe.
  return page.evaluate(runAxe, { source: axe, options });
}

/** What does not fit the page as it stands: too wide, cut, or laid over something else; one sentence each. */
export async function outOfPlace(page) {
  return page.evaluate(misfits);
}

// Runs in the page.
async function runAxe({ source, options }) {
  if (!globalThis.axe) (0, eval)(source);
  const { violations } = await globalThis.axe.run(document, options);
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}`));
}

// Runs in the page.
function misfits() {
  const problems = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) problems.push(`the page scrolls sideways by ${wide} px`);

  const said = (element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}"> ${element.textContent.trim().slice(0, 40)}`;
  // What floats over the page on purpose, or is only for screen readers.
  const aside = (element) => element.closest(".seul-lu, .evitement, .regle, .rail, .plus, .envois, dialog, .toast, [aria-hidden=true], datalist");
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility?.() || element.closest(".seul-lu, script, style, noscript, option")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 2 || box.height < 2) continue;
      if (box.right > innerWidth + 1 || box.left < -1) problems.push(`out of the screen: ${said(element)}`);
      for (let holder = element; holder && holder !== document.body; holder = holder.parentElement) {
        const style = getComputedStyle(holder);
        if (style.overflowX === "visible" && style.overflowY === "visible") continue;
        const edge = holder.getBoundingClientRect();
        const cut = box.right > edge.right + 2 || box.bottom > edge.bottom + 2 || box.left < edge.left - 2 || box.top < edge.top - 2;
        if (cut && !/auto|scroll/.test(style.overflowX + style.overflowY)) problems.push(`cut: ${said(element)}`);
      }
      if (!aside(element)) lines.push({ box, element });
    }
  }
  for (const [at, one] of lines.entries()) {
    for (const other of lines.slice(at + 1)) {
      if (one.element === other.element) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      // Boxes of a line are taller than its letters: they may touch by a third of the smaller.
      if (across > 3 && down > Math.min(one.box.height, other.box.height) / 3) {
        problems.push(`one over the other: ${said(one.element)} / ${said(other.element)}`);
      }
    }
  }
  return [...new Set(problems)].slice(0, 12);
}
