import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const source = fileURLToPath(new URL("../src/", import.meta.url));

/**
 * Builds the pages in an invented language: every word of a words.fr.json reads ⟦bråckéted⟧, so that whatever still reads as French
 * on the screen was written in the code. `words` is the folder that `tools/words.py pseudo` filled; nothing of src/ is touched.
 */
export function pseudo(words: string): Plugin {
  return {
    name: "preau-pseudo",
    enforce: "pre",
    load(id) {
      if (!id.startsWith(source) || !id.endsWith("/words.gen.ts")) return null;
      return readFile(`${words}/${id.slice(source.length)}`, "utf8");
    },
  };
}
