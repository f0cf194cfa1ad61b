import { describe, expect, test } from "vitest";
import { Draft, minuteOf, timeOf, type AudienceLine } from "./compose.svelte";
import { QuestionDraft } from "./questioning.svelte";
import type { FollowUp } from "./stacks";

const monday = "2026-09-14";
const ce1: AudienceLine = {
  kind: "school_class",
  id: "k1",
  label: "CE1 A",
  children: 25,
  adults: 41,
  without_guardian: 2,
};

function outing(): Draft {
  const draft = new Draft();
  draft.audience = ce1;
  draft.choose("authorisation");
  draft.title = " Sortie à la ferme ";
  draft.text = "Bonjour,\n\nNous irons voir les brebis.";
  return draft;
}

describe("compose: what each kind asks", () => {
  test("an information is to read, an authorisation is to sign by one parent", () => {
    const draft = new Draft();
    expect(draft.ask).toBe("read");
    draft.choose("authorisation");
    expect(draft.ask).toBe("sign_one");
    draft.choose("meeting");
    expect(draft.ask).toBe("read");
  });
  test("what the teacher chose stays when she changes the kind", () => {
    const draft = new Draft();
    draft.chooseReply("sign");
    draft.each = true;
    draft.choose("authorisation");
    expect(draft.ask).toBe("sign_all");
  });
});

describe("compose: what must be mended", () => {
  const codes = (draft: Draft) => draft.problems(monday).map((problem) => `${problem.path} ${problem.code}`);

  test("an empty note says everything that is missing at once", () => {
    expect(codes(new Draft())).toEqual([
      "/audience liaison.no_audience",
      "/title liaison.title_empty",
      "/body liaison.body_empty",
    ]);
  });
  test("a meeting needs its day and its hour", () => {
    const draft = outing();
    draft.choose("meeting");
    expect(codes(draft)).toEqual(["/facts/on required", "/facts/from_minute required"]);
  });
  test("it cannot end before it begins", () => {
    const draft = outing();
    draft.from = "16:00";
    draft.until = "09:00";
    expect(codes(draft)).toEqual(["/facts/until_minute liaison.until_before_from"]);
  });
  test("a deadline of yesterday is refused, today's is in time", () => {
    const draft = outing();
    draft.signBefore = "2026-09-13";
    expect(codes(draft)).toEqual(["/sign_before liaison.date_past"]);
    draft.signBefore = monday;
    expect(codes(draft)).toEqual([]);
  });
  test("a title of 121 letters is too long", () => {
    const draft = outing();
    draft.title = "a".repeat(121);
    expect(codes(draft)).toEqual(["/title liaison.title_long"]);
  });
});

describe("compose: what leaves", () => {
  test("the note, trimmed, with its facts and its audience", () => {
    const draft = outing();
    draft.on = "2026-09-25";
    draft.from = "09:00";
    draft.price = "rien à payer";
    draft.signBefore = "2026-09-17";
    expect(draft.toNew()).toEqual({
      kind: "authorisation",
      ask: "sign_one",
      title: "Sortie à la ferme",
      body: "Bonjour,\n\nNous irons voir les brebis.",
      facts: { on: "2026-09-25", from_minute: 540, price: "rien à payer" },
      sign_before: "2026-09-17",
      audience: [{ kind: "school_class", id: "k1" }],
    });
  });
  test("facts typed for another kind, and a deadline nobody asks, stay here", () => {
    const draft = outing();
    draft.place = "ferme des Aubépines";
    draft.signBefore = "2026-09-17";
    draft.choose("information");
    draft.chooseReply("read");
    expect(draft.toNew().facts).toEqual({});
    expect(draft.toNew()).not.toHaveProperty("sign_before");
  });
});

describe("compose: questions", () => {
  const codes = (draft: Draft) => draft.problems(monday).map((problem) => `${problem.path} ${problem.code}`);

  test("answers alone need a question", () => {
    const draft = outing();
    draft.chooseReply("answer");
    expect(codes(draft)).toEqual(["/questions liaison.question_needed"]);
    draft.questions.push(new QuestionDraft("yes_no"));
    expect(codes(draft)).toEqual([]);
    expect(draft.toNew()).toMatchObject({ ask: "sign_one", signature: false, questions: [{ kind: "yes_no" }] });
  });
  test("a choice needs two different options, one a line", () => {
    const draft = outing();
    const choice = new QuestionDraft("choice");
    choice.text = " Quel atelier ";
    choice.options = "Cuisine\n\n cuisine ";
    draft.questions.push(choice);
    expect(codes(draft)).toEqual(["/questions/0/options liaison.options_few"]);
    choice.options = "Cuisine\nPoterie";
    expect(codes(draft)).toEqual([]);
    expect(draft.toNew().questions).toEqual([
      { kind: "choice", text: "Quel atelier", options: ["Cuisine", "Poterie"] },
    ]);
  });
  test("questions typed for a note that is only read stay here", () => {
    const draft = outing();
    draft.questions.push(new QuestionDraft("yes_no"));
    draft.chooseReply("read");
    expect(draft.toNew()).not.toHaveProperty("questions");
  });
});

describe("compose: a note already sent", () => {
  test("comes back as it was typed", () => {
    const sent = {
      kind: "meeting",
      ask: "sign_one",
      title: "Réunion de rentrée",
      body: { version: 1, paragraphs: [{ inlines: [{ type: "text", text: "Venez." }] }] },
      facts: { on: "2026-09-25", from_minute: 1080, place: "salle 3" },
      sign_before: "2026-09-20",
      signature: true,
      questions: [{ kind: "yes_no", text: "Vient" }],
      version: 2,
    } as unknown as FollowUp;
    expect(Draft.of(sent).problems(monday)).toEqual([]);
    expect(Draft.of(sent).toChanged(sent.version)).toEqual({
      version: 2,
      title: "Réunion de rentrée",
      body: "Venez.",
      facts: { on: "2026-09-25", from_minute: 1080, place: "salle 3" },
      sign_before: "2026-09-20",
    });
  });
});

test("compose: what was kept is taken up, and an audience out of reach is chosen again", () => {
  const draft = outing();
  draft.each = true;
  draft.questions.push(new QuestionDraft("accompany"));
  const taken = new Draft();
  taken.take(draft.toKept(), [ce1]);
  expect(taken.toNew()).toEqual(draft.toNew());
  const elsewhere = new Draft();
  elsewhere.take(draft.toKept(), []);
  expect(elsewhere.problems(monday).map((problem) => problem.path)).toEqual(["/audience"]);
});

test("compose: hours", () => {
  expect(minuteOf("18:05")).toBe(1085);
  expect(minuteOf("")).toBeUndefined();
  expect(timeOf(1085)).toBe("18:05");
  expect(timeOf(undefined)).toBe("");
});
