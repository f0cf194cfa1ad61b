// A sticker is a shape and a colour that follow from an id and never change: a person is recognised without a photo,
// in colour by day and night, and by shape alone in grey.

/** Shapes on 48 by 48. */
export const shapes = {
  flower:
    "M24 2.5c5 0 8 3 8.5 7 4-1.5 8.5.5 10.5 4.5s.5 8-2.5 10c3 2 4.5 6 2.5 10s-6.5 6-10.5 4.5c-.5 4-3.5 7-8.5 7s-8-3-8.5-7c-4 1.5-8.5-.5-10.5-4.5s-.5-8 2.5-10c-3-2-4.5-6-2.5-10s6.5-6 10.5-4.5c.5-4 3.5-7 8.5-7z",
  drop: "M24 1.5c4 7 17 15 17 27.5 0 9.5-7.5 16.5-17 16.5S7 38.5 7 29C7 16.5 20 8.5 24 1.5z",
  diamond: "M20.5 3.5q3.5-3 7 0l17 17q3 3.5 0 7l-17 17q-3.5 3-7 0l-17-17q-3-3.5 0-7z",
  house: "M21 3.5q3-2.5 6 0l15.5 13q2.5 2 2.5 5V40q0 5-5 5H8q-5 0-5-5V21.5q0-3 2.5-5z",
  square: "M10 4.5h28.5q5 0 5 5V39q0 5-5 5H9.5q-5 0-5-5L5 9q0-4.5 5-4.5z",
  circle: "M24 3a21 21 0 1 1 0 42a21 21 0 0 1 0-42z",
  hexagon:
    "M15 4h18q3 0 4.5 2.5l8 14.5q1.5 3 0 6l-8 14.5Q36 44 33 44H15q-3 0-4.5-2.5l-8-14.5q-1.5-3 0-6l8-14.5Q12 4 15 4z",
  leaf: "M5 10q0-6 6-6h15c11 0 17.5 8 17.5 19v15q0 6-6 6h-14C12 44 5 36 5 25z",
} as const;
export type Shape = keyof typeof shapes;

/** Colours of the pencil case, pairs of ground and letter that differ in lightness. */
export const colours = ["mer", "soleil", "rose", "menthe", "prune", "corail", "ciel", "ardoise"] as const;
export type Colour = (typeof colours)[number];

/** The same id gives the same sticker, on every device and in every release. */
export function stickerOf(id: string): { shape: Shape; colour: Colour } {
  const hash = fnv1a(id);
  const names = Object.keys(shapes) as Shape[];
  return { shape: names[hash % 8], colour: colours[(hash >>> 16) % 8] };
}

/** The first letter of a name, as it is written on its sticker. */
export function initialOf(name: string): string {
  return (Array.from(name.trim())[0] ?? "?").toLocaleUpperCase("fr");
}

/** FNV-1a, 32 bits: ids made in the same second share their beginning, so each character must move the whole. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  hash ^= hash >>> 15;
  return hash >>> 0;
}
