import type { Schemas, WrongField } from "../../api/client";

export type Question = Schemas["liaison.Question"];
export type QuestionKind = Schemas["liaison.QuestionKind"];
export type Answer = Schemas["liaison.Answer"];

export const longestWords = 200;
export const mostPlaces = 20;

/** One answer as it is chosen or typed: every box is text. */
interface Typed {
  value: string; // "yes", "no", an option's number, words, a number of places
}

/** The answers to a note's questions being given, by a guardian or from a slip. */
export class AnswerDraft {
  typed: Typed[] = $state([]);

  constructor(
    readonly questions: readonly Question[],
    given?: readonly Answer[],
  ) {
    this.typed = questions.map((question, at) => ({ value: given ? boxOf(question, given[at]) : "" }));
  }

  /** What is missing or wrong, in the order of the coupon. */
  problems(): WrongField[] {
    return this.questions.flatMap((question, at) => {
      const code = wrongIn(question, this.typed[at].value);
      return code ? [{ path: `/answers/${at}`, code }] : [];
    });
  }

  toAnswers(): Answer[] {
    return this.questions.map((question, at) => answerOf(question, this.typed[at].value));
  }
}

function boxOf(question: Question, answer: Answer): string {
  switch (question.kind) {
    case "yes_no":
    case "accompany":
      return answer.yes === undefined ? "" : answer.yes ? "yes" : "no";
    case "choice":
      return answer.option === undefined ? "" : String(answer.option);
    case "places":
      return answer.places === undefined ? "" : String(answer.places);
    case "text":
      return answer.text ?? "";
  }
}

function wrongIn(question: Question, value: string): string | undefined {
  if (question.kind === "text") return value.trim().length > longestWords ? "too_long" : undefined;
  if (value.trim() === "") return "required";
  if (question.kind !== "places") return undefined;
  const places = Number(value);
  return Number.isInteger(places) && places >= 0 && places <= mostPlaces ? undefined : "range";
}

function answerOf(question: Question, value: string): Answer {
  switch (question.kind) {
    case "yes_no":
    case "accompany":
      return { yes: value === "yes" };
    case "choice":
      return { option: Number(value) };
    case "places":
      return { places: Number(value) };
    case "text":
      return value.trim() ? { text: value.trim() } : {};
  }
}
