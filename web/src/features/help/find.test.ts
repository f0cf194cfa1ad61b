import { expect, test } from "vitest";
import { compile } from "../../../vite/help";
import { findHelp } from "./find";

const pages = compile(
  "# Signer un mot\n\npour : parent\n\nTouchez **Je signe**.\n\n# L'école\n\npour : direction\n\nLes élèves.",
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
