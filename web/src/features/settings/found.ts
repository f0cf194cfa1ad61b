import type { Schemas } from "../../api/client";
import { listed } from "./listed";
import * as words from "./words.gen";

type Found = Schemas["settings.FoundPerson"];

/** "Élève, CE2", "Parent de Tom", "De l’équipe, CP". */
export function foundLine(one: Found): string {
  const about = listed(one.about);
  if (one.part === "guardian") return words.part_guardian({ children: about });
  if (one.part === "pupil") return words.part_pupil({ label: about || words.between_classes });
  return [words.part_staff, about].filter(Boolean).join(", ");
}

/** A second first name, only where two people would else read the same; never a birth date. */
export function withSecondName(one: Found, all: readonly Found[]): string {
  const name = `${one.first_name} ${one.last_name}`;
  const homonym = all.some(
    (other) => other.id !== one.id && `${other.first_name} ${other.last_name}`.toLowerCase() === name.toLowerCase(),
  );
  return homonym && one.second_name ? `${one.first_name} ${one.second_name} ${one.last_name}` : name;
}
