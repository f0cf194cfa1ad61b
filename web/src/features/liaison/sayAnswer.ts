import type { Answer, Question } from "./answers.svelte";
import * as words from "./words.gen";

/** "Oui", "Poterie", "2 places", "« … »"; undefined when nothing was said. */
export function sayAnswer(question: Question, answer: Answer | undefined): string | undefined {
  if (!answer) return undefined;
  if (answer.yes !== undefined) return answer.yes ? words.yes : words.no;
  if (answer.option !== undefined) return question.options?.[answer.option];
  if (answer.places !== undefined) return words.places_said({ n: answer.places });
  return answer.text;
}

/** All an adult answered, on one line: "oui, accompagne". The question is named when another could be meant. */
export function sayAll(questions: readonly Question[], answers: readonly Answer[]): string {
  const several = questions.filter((question) => question.kind === "yes_no").length > 1;
  return questions
    .flatMap((question, at) => {
      const answer = answers[at];
      if (question.kind === "accompany") return answer?.yes ? [words.accompanies] : [];
      const said = sayAnswer(question, answer);
      if (said === undefined) return [];
      if (question.kind === "text") return [words.quoted({ text: said })];
      if (question.kind !== "yes_no") return [said];
      const short = answer?.yes ? words.yes_short : words.no_short;
      return [several ? words.answer_line({ question: question.text, answer: short }) : short];
    })
    .join(", ");
}
