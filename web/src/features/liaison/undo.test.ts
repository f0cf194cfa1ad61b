import { expect, test } from "vitest";
import { undoSeconds } from "./undo";

const signed = { signed_at: 1_000_000, undo_until: 1_010_000 };

test("undo: ten seconds from the signature, counted down to nothing", () => {
  expect(undoSeconds(signed, 1_000_000)).toBe(10);
  expect(undoSeconds(signed, 1_002_500)).toBe(8);
  expect(undoSeconds(signed, 1_009_999)).toBe(1);
  expect(undoSeconds(signed, 1_010_000)).toBe(0);
});
test("undo: a page opened later offers nothing", () => {
  expect(undoSeconds(signed, 2_000_000)).toBe(0);
});
test("undo: what is not signed cannot be taken back", () => {
  expect(undoSeconds({}, 1_000_000)).toBe(0);
});
