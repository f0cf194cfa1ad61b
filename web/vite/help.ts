import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";
import type { HelpBlock, HelpInline, HelpPage } from "../src/page/room";

const profiles: Record<string, HelpPage["profiles"]> = {
  parent: ["guardian"],
  élève: ["pupil_c2", "pupil_c3"],
  enseignant: ["teacher"],
  remplaçant: ["substitute"],
  direction: ["head"],
  administration: ["school_admin"],
};

/**
 * Compiles a room's help.fr.md at build time into the typed pages of page/room.ts: no Markdown and no HTML reach the browser.
 * A file holds pages: `# Titre`, then `pour : parent, enseignant` and `écrans : /carnet, /carnet/{note}`, then paragraphs, `## Partie`,
 * `- ` and `1. ` lists, and **bold**.
 * Anything else is refused, with its line.
 */
export function help(): Plugin {
  return {
    name: "preau-help",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith(".fr.md")) return null;
      const pages = compile(await readFile(id, "utf8"), id);
      return `export default ${JSON.stringify(pages)};`;
    },
  };
}

export function compile(source: string, file: string): HelpPage[] {
  const pages: (Omit<HelpPage, "blocks"> & { blocks: HelpBlock[] })[] = [];
  for (const { text, line } of paragraphs(source)) {
    const wrong = (why: string) => new Error(`${file}:${line}: ${why}`);
    const title = /^# (.+)$/.exec(text)?.[1];
    if (title) {
      pages.push({ slug: slugOf(title), title: typeset(title), profiles: [], screens: [], blocks: [] });
      continue;
    }
    const page = pages.at(-1);
    if (!page) throw wrong("a page begins with # and its title");
    const [, readers, screens] = /^pour : (.+)\nécrans : (.+)$/.exec(text) ?? [];
    if (readers && screens) {
      page.profiles = readers.split(", ").flatMap((reader) => profileOf(reader, wrong));
      page.screens = screens.split(", ");
    } else if (!page.profiles.length)
      throw wrong(`“${page.title}” does not say for whom and where: pour : parent, enseignant, then écrans : /carnet`);
    else page.blocks.push(blockOf(text, wrong));
  }
  return pages;
}

function profileOf(reader: string, wrong: (why: string) => Error) {
  if (!(reader in profiles)) throw wrong(`${reader} is no reader: ${Object.keys(profiles).join(", ")}`);
  return profiles[reader];
}

function blockOf(text: string, wrong: (why: string) => Error): HelpBlock {
  if (text.startsWith("## ")) return { type: "heading", text: typeset(text.slice(3)) };
  const lines = text.split("\n");
  for (const mark of [/^- /, /^\d+\. /]) {
    if (!lines.every((line) => mark.test(line))) continue;
    return {
      type: "list",
      ordered: mark.source !== "^- ",
      items: lines.map((line) => inlines(line.replace(mark, ""))),
    };
  }
  if (/^[#>|`<]|\]\(/.test(text)) throw wrong("only paragraphs, ## parts, lists and **bold** are known");
  return { type: "paragraph", inlines: inlines(text.replaceAll("\n", " ")) };
}

function inlines(text: string): HelpInline[] {
  return text
    .split(/\*\*(.+?)\*\*/)
    .map((part, at): HelpInline => ({ type: at % 2 ? "strong" : "text", text: typeset(part) }))
    .filter((part) => part.text);
}

function* paragraphs(source: string): Generator<{ text: string; line: number }> {
  let line = 1;
  for (const text of source.split(/\n{2,}/)) {
    const trimmed = text.trim();
    if (trimmed) yield { text: trimmed, line };
    line += text.split("\n").length + 1;
  }
}

/** The same typography as tools/words.py gives to the words. */
function typeset(text: string): string {
  return text
    .replaceAll("'", "’")
    .replace(/ ([;:!?»])/g, "\u202f$1")
    .replace(/« /g, "«\u202f");
}

function slugOf(title: string): string {
  return title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
