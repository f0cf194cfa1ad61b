import { expect, test } from "vitest";
import { foundLine, withSecondName } from "./found";

const one = (id: string, part: "pupil" | "guardian" | "staff", about: string[], second_name?: string) => ({
  id,
  part,
  first_name: "Tom",
  last_name: "Delmas",
  about,
  second_name,
});

test("what somebody is stands under their name", () => {
  expect(foundLine(one("1", "pupil", ["CE2"]))).toBe("Élève, CE2");
  expect(foundLine(one("1", "guardian", ["Lina", "Tom"]))).toBe("Parent de Lina et Tom");
  expect(foundLine(one("1", "staff", []))).toBe("De l’équipe");
});

test("a second first name is shown of homonyms only", () => {
  const twins = [one("1", "pupil", ["CE2"], "Paul"), one("2", "pupil", ["CP"], "Jean")];
  expect(withSecondName(twins[0], twins)).toBe("Tom Paul Delmas");
  expect(withSecondName(twins[0], [twins[0]])).toBe("Tom Delmas");
});
