import type { WrongField } from "../../api/client";
import type { Question, QuestionKind } from "./answers.svelte";
import * as words from "./words.gen";

export const questionKinds: readonly QuestionKind[] = ["yes_no", "accompany", "choice", "places", "text"];
export const mostQuestions = 6;
export const questionLimit = 120;
export const optionLimit = 60;
export const fewestOptions = 2;
export const mostOptions = 6;

/** One question being written; the options of a choice are typed one a line. */
export class QuestionDraft {
  readonly key = String(++made);
  text = $state("");
  options = $state("");

  constructor(readonly kind: QuestionKind) {
    this.text = words.question_usual[kind];
  }

  toQuestion(): Question {
    const question = { kind: this.kind, text: this.text.trim() };
    return this.kind === "choice" ? { ...question, options: this.lines() } : question;
  }

  problems(at: number): WrongField[] {
    const found: WrongField[] = [];
    const path = `/questions/${at}`;
    if (this.text.trim() === "") found.push({ path: `${path}/text`, code: "liaison.question_empty" });
    if (this.kind === "choice" && !this.#chooses())
      found.push({ path: `${path}/options`, code: "liaison.options_few" });
    return found;
  }

  #chooses(): boolean {
    const lines = this.lines();
    const different = new Set(lines.map((line) => line.toLocaleLowerCase("fr")));
    return (
      lines.length >= fewestOptions &&
      lines.length <= mostOptions &&
      different.size === lines.length &&
      lines.every((line) => line.length <= optionLimit)
    );
  }

  lines(): string[] {
    return this.options
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  }

  static of({ kind, text, options }: Question): QuestionDraft {
    return QuestionDraft.typed({ kind, text, options: (options ?? []).join("\n") });
  }

  /** As it was typed. */
  static typed(kept: Pick<QuestionDraft, "kind" | "text" | "options">): QuestionDraft {
    const draft = new QuestionDraft(kept.kind);
    draft.text = kept.text;
    draft.options = kept.options;
    return draft;
  }
}

let made = 0;
