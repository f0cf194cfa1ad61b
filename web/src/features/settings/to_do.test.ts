import { expect, test } from "vitest";
import { datesIn } from "../../page/dates";
import { linesOf, nothingToDo } from "./to_do";

const dates = datesIn("Europe/Paris", () => Date.UTC(2026, 8, 14, 6, 30));
const empty = {
  pupils_without_guardian: [],
  guardians_without_account: [],
  classes_without_teacher: [],
  limits_ending: [],
  attempts: [],
};

test("an empty list is not shown", () => {
  expect(nothingToDo(empty)).toBe(true);
  expect(linesOf(empty, dates, true)).toEqual([]);
});

test("each line leads where it is done; an administrator names no teacher", () => {
  const all = {
    ...empty,
    classes_without_teacher: [{ id: "cm", label: "CM1-CM2" }],
    guardians_without_account: [
      {
        id: "sarah",
        name: "Sarah Delmas",
        child: "tom",
        child_first_name: "Tom",
        class_label: "CE2",
        sheet_made: true,
      },
    ],
  };
  const [classes, guardians] = linesOf(all, dates, true);
  expect(classes.lines[0].path).toBe("/familles");
  expect(guardians.lines[0].line).toContain("Parent de Tom, CE2");
  expect(guardians.lines[0].path).toBe("/familles/personnes/sarah");
  expect(linesOf(all, dates, false)[0].lines[0].path).toBeUndefined();
});
