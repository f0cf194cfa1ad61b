import { expect, test } from "vitest";
import { compile } from "../../../vite/help";
import { findHelp, partedAt } from "./find";

const pages = compile(
  "# Signer un mot\n\npour : parent\nécrans : /carnet\n\nTouchez **Je signe**.\n\n# L'école\n\npour : direction\nécrans : /\n\nLes élèves.",
  "help.fr.md",
);

test("help is found by any of its words, without accents or capitals", () => {
  expect(findHelp(pages, "SIGNE").map((page) => page.slug)).toEqual(["signer-un-mot"]);
  expect(findHelp(pages, "ecole eleve").map((page) => page.slug)).toEqual(["l-ecole"]);
  expect(findHelp(pages, "l'ecole")).toHaveLength(1);
});

test("nothing typed shows all, nothing found shows none", () => {
  expect(findHelp(pages, " ")).toHaveLength(2);
  expect(findHelp(pages, "signer école")).toHaveLength(0);
});

test("the help of the screen one comes from stands apart", () => {
  expect(partedAt(pages, "/carnet").map((part) => part.map((page) => page.slug))).toEqual([
    ["signer-un-mot"],
    ["l-ecole"],
  ]);
  expect(partedAt(pages, null)[0]).toEqual([]);
});
