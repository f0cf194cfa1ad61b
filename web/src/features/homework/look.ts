import type { Schemas } from "../../api/client";
import type { Colour, Shape } from "../../ui/sticker";

export type Look = Schemas["homework.Look"];

/** A subject is an outline and a colour, in eight pairs that differ in lightness; its letter is written on it. */
export const looks: Record<Look, { shape: Shape; colour: Colour }> = {
  flower: { shape: "flower", colour: "rose" },
  hexagon: { shape: "hexagon", colour: "mer" },
  drop: { shape: "drop", colour: "soleil" },
  leaf: { shape: "leaf", colour: "menthe" },
  circle: { shape: "circle", colour: "corail" },
  diamond: { shape: "diamond", colour: "prune" },
  house: { shape: "house", colour: "ciel" },
  square: { shape: "square", colour: "ardoise" },
};
