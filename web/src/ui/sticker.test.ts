import { expect, test } from "vitest";
import { initialOf, stickerOf } from "./sticker";

const idOf = (n: number) =>
  `0199a3f2-7c00-7${n.toString(16).padStart(3, "0")}-8000-0000000000${(n % 256).toString(16).padStart(2, "0")}`;

test("a child keeps the same sticker from one release to the next", () => {
  expect(stickerOf("0199a3f2-7c00-7001-8000-000000000001")).toEqual(stickerOf("0199a3f2-7c00-7001-8000-000000000001"));
  expect(stickerOf("0199a3f2-7c00-7001-8000-000000000001")).toMatchInlineSnapshot(`
    {
      "colour": "corail",
      "shape": "drop",
    }
  `);
});

test("a class of children made in the same second does not get one sticker for all", () => {
  const seen = new Map<string, number>();
  for (let n = 0; n < 640; n += 1) {
    const { shape, colour } = stickerOf(idOf(n));
    seen.set(shape + colour, (seen.get(shape + colour) ?? 0) + 1);
  }
  expect(seen.size).toBe(64);
  expect(Math.max(...seen.values())).toBeLessThan(30);
});

test("an initial is a capital, with its accent", () => {
  expect(initialOf("éliott")).toBe("É");
  expect(initialOf("  Noé")).toBe("N");
  expect(initialOf("")).toBe("?");
});
