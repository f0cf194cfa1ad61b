// Every page in an invented language: what still reads as French was written in the code, not in a words file (NFR-15).
// Run through `./dev e2e`. Names, titles and what the server sends are left out: they are data.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { demonstration, doors, profiles } from "./demo.mjs";
import { everyPage, settled } from "./pages.mjs";
import { seen, step, told } from "./steps.mjs";

const run = promisify(execFile);
const root = new URL("../..", import.meta.url).pathname;
const built = "build/pseudo/dist";

await step("the pages are built in an invented language", async () => {
  const words = join(root, "build/pseudo/words");
  const web = join(root, "web");
  const outside = ["--outDir", join(root, built), "--logLevel", "warn"];
  await run("python3", [join(root, "tools/words.py"), "pseudo", words]);
  await run("npx", ["vite", "build", "--emptyOutDir", ...outside], { cwd: web, env: { ...process.env, PREAU_PSEUDO_WORDS: words } });
  await run("npx", ["vite", "build", "--config", "vite.doors.config.ts", ...outside], { cwd: web });
});

const place = await demonstration({ web: built });
try {
  for (const { login, door, name } of profiles) {
    await step(`nothing is written in the code of the pages of ${name}`, async () => {
      const person = await place.enters(login, { door });
      const known = new Set([...wordsOf("Préau OpenDyslexic Andika"), ...calendar(), ...(await helpWords())]);
      person.page.on("response", async (reply) => {
        if (!reply.url().includes("/api/")) return;
        for (const text of textsOf(await reply.json().catch(() => null))) for (const word of wordsOf(text)) known.add(word);
      });
      await person.page.reload();
      await everyPage(person.page, async (kind) => {
        const texts = await person.page.evaluate(shown);
        const written = texts.filter((text) => wordsOf(withoutBrackets(text)).some((word) => !known.has(word)));
        seen(`${kind}: every word comes from a words file`, written);
      });
      await person.close();
    });
  }

  await step("nothing is written in the code of the doors", async () => {
    const sentences = await sentencesOfDoors();
    const visitor = await place.arrives("visitor");
    for (const door of doors) {
      await visitor.page.goto(door);
      await settled(visitor.page);
      const texts = (await visitor.page.evaluate(shown)).map(plain);
      const dates = calendar();
      const known = (text) => sentences.some((one) => one.test(text)) || wordsOf(text).every((word) => dates.has(word) || word === "préau");
      seen(`door ${door}: every sentence comes from its words file`, texts.filter((text) => !known(text)));
    }
    await visitor.close();
  });
} finally {
  seen("the server stops in good order", await place.shut().then(() => [], (problem) => [problem.message]));
  await place.leave();
}
process.exitCode = told();

function wordsOf(text) {
  return (text.match(/\p{L}{2,}/gu) ?? []).map((word) => word.toLowerCase());
}

/** What the words files gave is in brackets, one sometimes inside another. */
function withoutBrackets(text) {
  let rest = text;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, " ");
  }
  return rest;
}

/** Every text in what the server sent. */
function* textsOf(json) {
  if (typeof json === "string") yield json;
  else if (json && typeof json === "object") for (const inside of Object.values(json)) yield* textsOf(inside);
}

/** The days and months, which the browser itself spells. */
function calendar() {
  const names = new Set();
  for (let day = 0; day < 365; day += 1) {
    const date = new Date(Date.UTC(2026, 0, 1 + day));
    const said = new Intl.DateTimeFormat("fr-FR", { weekday: "long", month: "long", timeZone: "UTC" }).format(date);
    for (const word of wordsOf(said)) names.add(word);
  }
  return names;
}

/** The help is written in help.fr.md, outside the code as well. */
async function helpWords() {
  const { stdout } = await run("find", [join(root, "web/src"), "-name", "help.fr.md"]);
  const texts = await Promise.all(stdout.trim().split("\n").map((path) => readFile(path, "utf8")));
  return texts.flatMap((text) => wordsOf(text));
}

/** Without typography, which the words files leave to tools/words.py. */
function plain(text) {
  return text.replaceAll("’", "'").replace(/[\u00a0\u202f]/g, " ").trim();
}

/** The sentences that the doors have, each as what it may become once its {names} are filled. */
async function sentencesOfDoors() {
  const words = JSON.parse(await readFile(join(root, "server/login/local/words.fr.json"), "utf8"));
  return [...textsOf(words)].map((sentence) => {
    const parts = plain(sentence).split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`, "s");
  });
}

// In the page: every text a person sees or hears.
function shown() {
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.closest("script, style, noscript, pre")) texts.push(node.data);
  }
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
    for (const name of ["aria-label", "title", "placeholder", "alt"]) texts.push(element.getAttribute(name) ?? "");
  }
  return texts.map((text) => text.trim()).filter(Boolean);
}
