import type { Schemas } from "../../api/client";
import type { Dates } from "../../page/dates";
import * as words from "./words.gen";

type ToDo = Schemas["settings.ToDo"];

export interface Line {
  key: string;
  name: string;
  line: string;
  path?: string; // where it is done
}
export interface List {
  title: string;
  help: string;
  lines: Line[];
}

export function nothingToDo(all: ToDo): boolean {
  return Object.values(all).every((list) => list.length === 0);
}

/** The lists that are not empty, the most urgent first: each line says who, what, and leads where it is done. */
export function linesOf(all: ToDo, dates: Dates, head: boolean): List[] {
  const lists: List[] = [
    {
      title: words.attempts_title,
      help: words.attempts_help,
      lines: all.attempts.map((one) => ({ key: `${one.name} ${one.at}`, name: one.name, line: dates.moment(one.at) })),
    },
    {
      title: words.without_teacher,
      help: words.without_teacher_help,
      lines: all.classes_without_teacher.map((one) => ({
        key: one.id,
        name: one.label,
        line: "",
        path: head ? "/familles" : undefined,
      })),
    },
    {
      title: words.lone_children_title,
      help: words.lone_children_help,
      lines: all.pupils_without_guardian.map((one) => ({
        key: one.id,
        name: `${one.first_name} ${one.last_name}`,
        line: one.class_label,
        path: `/familles/personnes/${one.id}`,
      })),
    },
    {
      title: words.limits_ending_title,
      help: words.limits_ending_help,
      lines: all.limits_ending.map((one) => ({
        key: `${one.adult} ${one.child_first_name}`,
        name: one.adult_name,
        line: words.limit_ending({ child: one.child_first_name, day: dates.day(one.until_on) }),
        path: `/familles/personnes/${one.adult}`,
      })),
    },
    {
      title: words.lone_guardians_title,
      help: words.lone_guardians_help,
      lines: all.guardians_without_account.map((one) => ({
        key: one.id,
        name: one.name,
        line: [
          words.part_guardian({ children: [one.child_first_name, one.class_label].filter(Boolean).join(", ") }),
          one.sheet_made && words.sheet_made,
        ]
          .filter(Boolean)
          .join(". "),
        path: `/familles/personnes/${one.id}`,
      })),
    },
  ];
  return lists.filter((list) => list.lines.length > 0);
}
