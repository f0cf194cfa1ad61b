import { expect, test } from "vitest";
import { sizeOf } from "./size";

const said = (bytes: number) => sizeOf(bytes).replaceAll(/[\u00a0\u202f]/g, " ");

test("a size is said with the unit that reads best", () => {
  expect(said(0)).toBe("1 Ko");
  expect(said(240 * 1024)).toBe("240 Ko");
  expect(said(1.25 * 1024 * 1024)).toBe("1,3 Mo");
  expect(said(10 * 1024 * 1024)).toBe("10 Mo");
  expect(said(1024 * 1024 * 1024)).toBe("1 Go");
});
