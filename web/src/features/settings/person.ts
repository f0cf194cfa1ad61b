import type { Schemas } from "../../api/client";
import type { Person } from "./custody";
import { listed } from "./listed";
import * as words from "./words.gen";

type Belonging = Schemas["settings.Belonging"];

/** "Parent de Tom, CE2", "Élève, CE2", "De l’équipe". */
export function partsLine(person: Person): string {
  return person.parts
    .map((part) => {
      if (part === "staff") return words.part_staff;
      const children = person.children.filter((child) => (child.id === person.id) === (part === "pupil"));
      const named = children.map((child) => [child.first_name, child.class_label].filter(Boolean).join(", "));
      if (part === "guardian") return words.part_guardian({ children: listed(named) });
      return words.part_pupil({ label: children[0]?.class_label || words.between_classes });
    })
    .join(" · ");
}

/** What one belonging is called: "CE2", "Remplacement en CE2", "Direction de l’école". */
export function belongingName({ kind, code, label }: Pick<Belonging, "kind" | "code" | "label">): string {
  if (kind === "teacher_of_class") {
    return code === "substitute"
      ? words.belongs_substitute({ label: label ?? "" })
      : words.belongs_teacher({ label: label ?? "" });
  }
  if (kind === "staff_of_school" && code === "admin") return words.belongs_admin;
  return label ?? words.belongs[kind as keyof typeof words.belongs] ?? words.belongs.staff_of_school;
}

/** A guardian's relation in words; nothing when the directory's code is none we know. */
export function relationName(code: string): string {
  return (words.relation as Record<string, string>)[code] ?? "";
}
