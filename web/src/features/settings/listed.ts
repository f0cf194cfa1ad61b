import * as words from "./words.gen";

/** "Mme Rossi", "Mme Rossi et M. Benali". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? "";
  return words.and({ list: names.slice(0, -1).join(", "), last: names[names.length - 1] });
}
