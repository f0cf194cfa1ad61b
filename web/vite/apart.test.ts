import { expect, test } from "vitest";
import { constants } from "./apart";

test("each constant of a list is found whole, and types are left out", () => {
  const list =
    '// Made.\nexport type Kind = "a";\nexport const one = "Un";\nexport const two: Kind[] = [\n  "a",\n];\n';
  expect(constants(list)).toEqual([
    ["one", 'export const one = "Un";\n'],
    ["two", 'export const two: Kind[] = [\n  "a",\n];\n'],
  ]);
});
