import { accompanying } from "./filters";
import { sayAnswer } from "./sayAnswer";
import { couponsFor, undecided, type FollowedChild, type FollowUp } from "./stacks";
import * as words from "./words.gen";

/** What one child's line of the list says under one question: what is decided of the child, or what each adult said. */
export function answersOf(note: FollowUp, child: FollowedChild, at: number): string[] {
  const question = note.questions[at];
  if (question.kind === "accompany") return accompanying(child, at);
  if (question.kind === "yes_no" || question.kind === "choice") {
    const decided = sayAnswer(question, child.decided[at]);
    if (decided !== undefined) return [decided];
    return undecided(child) ? [words.opposite_short] : [];
  }
  const all = [...child.guardians.map((guardian) => guardian.answers?.[at]), child.slip_answers?.[at]];
  return all.flatMap((answer) => sayAnswer(question, answer) ?? []);
}

/** The children whose family is still awaited and whom no screen reaches: to be told on paper, or at the gate. */
export function onPaperList(note: FollowUp): FollowedChild[] {
  return couponsFor(note.children, true);
}
