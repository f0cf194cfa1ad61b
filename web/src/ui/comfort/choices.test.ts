import { expect, test } from "vitest";
import { apply, choicesFrom, usual, type Choices } from "./choices";

// As much of <html> as the styles look at.
function page() {
  const metas = ["light", "dark"].map((scheme) => ({ dataset: { scheme }, media: "" }));
  return { dataset: {} as Record<string, string>, querySelectorAll: () => metas, metas };
}
type Page = ReturnType<typeof page>;
const shown = (choices: Partial<Choices>, device = () => false, root: Page = page()) => {
  apply({ ...usual, ...choices }, root as unknown as HTMLElement, device);
  return root;
};

test("who chose nothing has a page without marks, in the scheme of the device", () => {
  const root = shown({});
  expect(root.dataset).toEqual({});
  expect(root.metas.map((meta) => meta.media)).toEqual([
    "(prefers-color-scheme: light)",
    "(prefers-color-scheme: dark)",
  ]);
});

test("each choice is a mark, and leaves with the choice", () => {
  const root = shown({
    size: "larger",
    spacing: "wide",
    face: "opendyslexic",
    scheme: "dark",
    contrast: true,
    still: true,
  });
  expect(root.dataset).toEqual({
    taille: "larger",
    espace: "wide",
    police: "opendyslexic",
    theme: "nuit",
    contraste: "",
    calme: "",
  });
  expect(root.metas.map((meta) => meta.media)).toEqual(["not all", "all"]);
  expect(shown({}, undefined, root).dataset).toEqual({});
});

test("a device that asks for more contrast gets it without asking here", () => {
  expect(shown({}, () => true).dataset).toEqual({ contraste: "" });
});

test("what was kept by another release is read as far as it is understood", () => {
  expect(choicesFrom({ size: "larger", face: "comic", ruler: true, aloud: "no", wings: true })).toEqual({
    ...usual,
    size: "larger",
    ruler: true,
  });
  expect(choicesFrom(null)).toEqual(usual);
  expect(choicesFrom("large")).toEqual(usual);
});
