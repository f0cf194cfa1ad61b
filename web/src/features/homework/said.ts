import type { Profile } from "../../page/here";
import * as words from "./words.gen";

/** "M. Passage, remplacement": whoever wrote it, and as what when it is not the class's own teacher. */
export function authorLine({ author_name, author_role }: { author_name: string; author_role: Profile }): string {
  return author_role === "substitute" ? words.by_substitute({ name: author_name }) : author_name;
}

/** "21 au 25 septembre", "28 septembre au 2 octobre". */
export function weekSpan(monday: string, friday: string): string {
  const month = (date: string) =>
    new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", month: "long" }).format(Date.parse(`${date}T12:00:00Z`));
  const day = (date: string) => (date.endsWith("-01") ? "1er" : String(Number(date.slice(8))));
  const same = month(monday) === month(friday);
  return words.week_span({
    from: same ? day(monday) : `${day(monday)} ${month(monday)}`,
    until: `${day(friday)} ${month(friday)}`,
  });
}
