import * as words from "./words.gen";

/** Without accents, in small letters: "Fièvre" and "fievre" are one. */
function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}

const beginnings = fold(words.health_beginnings).split(" ");

/**
 * Whether a line seems to speak of health: the school needs the category, not the illness (LIA-04). It only asks to leave it
 * out and refuses nothing: a list of words is often wrong.
 */
export function speaksOfHealth(line: string): boolean {
  return fold(line)
    .split(/[^a-z]+/)
    .some((word) => beginnings.some((beginning) => word.startsWith(beginning)));
}
