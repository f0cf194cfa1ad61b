import { describe, expect, test } from "vitest";
import { AnswerDraft, type Question } from "./answers.svelte";
import { filtersOf } from "./filters";
import { answersOf } from "./sheet";
import { sayAll, sayAnswer } from "./sayAnswer";
import type { FollowedChild, FollowUp } from "./stacks";

const comes: Question = { kind: "yes_no", text: "Vient" };
const helps: Question = { kind: "accompany", text: "Accompagne" };
const workshop: Question = { kind: "choice", text: "Atelier", options: ["Cuisine", "Poterie"] };
const places: Question = { kind: "places", text: "Places" };
const some: Question = { kind: "text", text: "Un mot" };

describe("answers: a coupon being filled in", () => {
  test("everything but a few words must be answered", () => {
    const draft = new AnswerDraft([comes, workshop, places, some]);
    expect(draft.problems().map((problem) => problem.path)).toEqual(["/answers/0", "/answers/1", "/answers/2"]);
    ["no", "1", "21", " "].forEach((value, at) => (draft.typed[at].value = value));
    expect(draft.problems()).toEqual([{ path: "/answers/2", code: "range" }]);
    draft.typed[2].value = "3";
    expect(draft.toAnswers()).toEqual([{ yes: false }, { option: 1 }, { places: 3 }, {}]);
  });
  test("an answer that is changed comes back as it was given", () => {
    const given = [{ yes: true }, { option: 0 }, { places: 0 }, { text: "Merci" }];
    expect(new AnswerDraft([helps, workshop, places, some], given).toAnswers()).toEqual(given);
  });
  test("it is said in words", () => {
    expect(sayAnswer(comes, { yes: false })).toBe("Non");
    expect(sayAnswer(workshop, { option: 1 })).toBe("Poterie");
    expect(sayAnswer(some, {})).toBeUndefined();
    expect(sayAll([comes, helps, some], [{ yes: true }, { yes: true }, {}])).toBe("oui, accompagne");
    expect(sayAll([comes, helps], [{ yes: false }, { yes: false }])).toBe("non");
  });
});

describe("answers: followed", () => {
  const child = (id: string, yes: boolean | undefined, helper?: string) =>
    ({
      child: id,
      stack: "done",
      opposite: false,
      decided: [yes === undefined ? {} : { yes }, {}],
      guardians: helper
        ? [{ name: helper, ever_entered: true, may_sign: true, answers: [{ yes }, { yes: true }] }]
        : [],
    }) as unknown as FollowedChild;
  const note = {
    questions: [comes, helps],
    children: [child("tom", true, "Sarah Delmas"), child("adam", false), child("gabin", undefined)],
  } as FollowUp;

  test("who comes, who does not, and who has an adult that accompanies are each a filter", () => {
    const filters = filtersOf(note).map((filter) => [filter.name, filter.children.length]);
    expect(filters).toEqual([
      ["", 3],
      ["papier", 2],
      ["1-oui", 1],
      ["1-non", 1],
      ["2-oui", 1],
    ]);
  });
  test("the list to take along says what is decided of the child, and names who accompanies", () => {
    expect(answersOf(note, note.children[0], 0)).toEqual(["Oui"]);
    expect(answersOf(note, note.children[0], 1)).toEqual(["Sarah Delmas"]);
    expect(answersOf(note, note.children[2], 0)).toEqual([]);
    expect(answersOf(note, { ...note.children[2], stack: "seen", opposite: true }, 0)).toEqual(["réponses contraires"]);
  });
});
