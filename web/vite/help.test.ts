import { expect, test } from "vitest";
import { compile } from "./help";

test("a help file becomes typed pages, each for its readers", () => {
  const pages = compile(
    "# Écrire un mot\n\npour : enseignant, direction\nécrans : /carnet, /carnet/ecrire\n\n## D'abord\n\nÀ qui : **une classe**.\n\n1. Un\n2. Deux\n",
    "x.fr.md",
  );
  expect(pages).toEqual([
    {
      slug: "ecrire-un-mot",
      title: "Écrire un mot",
      profiles: ["teacher", "head"],
      screens: ["/carnet", "/carnet/ecrire"],
      blocks: [
        { type: "heading", text: "D’abord" },
        {
          type: "paragraph",
          inlines: [
            { type: "text", text: "À qui\u202f: " },
            { type: "strong", text: "une classe" },
            { type: "text", text: "." },
          ],
        },
        { type: "list", ordered: true, items: [[{ type: "text", text: "Un" }], [{ type: "text", text: "Deux" }]] },
      ],
    },
  ]);
});

test("what is not understood is refused, with its line", () => {
  expect(() => compile("# Un\n\npour : parent\nécrans : /\n\n<b>non</b>", "x.fr.md")).toThrow("x.fr.md:6:");
  expect(() => compile("# Un\n\nsans lecteur", "x.fr.md")).toThrow("does not say for whom");
  expect(() => compile("# Un\n\npour : parent", "x.fr.md")).toThrow("does not say for whom");
  expect(() => compile("# Un\n\npour : maire\nécrans : /", "x.fr.md")).toThrow("maire is no reader");
});
