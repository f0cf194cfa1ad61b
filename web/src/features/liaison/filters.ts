import { concernsPaper, type FollowedChild, type FollowUp } from "./stacks";
import * as words from "./words.gen";

/** One chip above the stacks: some of the children, by a name that stands in the address. */
export interface Filter {
  name: string;
  label: string;
  children: FollowedChild[];
}

/** All, those on paper, then for each question with two sides: who comes, who does not, who has an adult that accompanies. */
export function filtersOf(note: FollowUp): Filter[] {
  const all: Filter = { name: "", label: words.filter_all({ n: note.children.length }), children: note.children };
  const onPaper = note.children.filter(concernsPaper);
  const paper: Filter = { name: "papier", label: words.filter_paper({ n: onPaper.length }), children: onPaper };
  return [all, paper, ...note.questions.flatMap((_, at) => filtersOfQuestion(note, at))];
}

function filtersOfQuestion(note: FollowUp, at: number): Filter[] {
  const question = note.questions[at];
  const filter = (name: string, answer: string, children: FollowedChild[]): Filter => ({
    name: `${at + 1}-${name}`,
    label: words.filter_answer({ question: question.text, answer, n: children.length }),
    children,
  });
  switch (question.kind) {
    case "yes_no":
      return [
        filter(
          "oui",
          words.yes_short,
          note.children.filter((child) => child.decided[at].yes === true),
        ),
        filter(
          "non",
          words.no_short,
          note.children.filter((child) => child.decided[at].yes === false),
        ),
      ];
    case "accompany": {
      const helped = filter(
        "oui",
        words.yes_short,
        note.children.filter((child) => accompanying(child, at).length > 0),
      );
      return [{ ...helped, label: words.filter_accompany({ n: helped.children.length }) }];
    }
    case "choice":
      return (question.options ?? []).map((option, number) =>
        filter(
          String(number + 1),
          option,
          note.children.filter((child) => child.decided[at].option === number),
        ),
      );
    default:
      return [];
  }
}

/** The adults who come along for this child. */
export function accompanying(child: FollowedChild, at: number): string[] {
  return child.guardians
    .filter((guardian) => guardian.may_sign && guardian.answers?.[at]?.yes === true)
    .map((guardian) => guardian.name);
}
