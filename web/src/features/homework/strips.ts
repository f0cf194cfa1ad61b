import { byDay, later, type Book, type Entry } from "./work";

export interface Strip {
  days: { on: string; work: Entry[] }[];
}

/** The strips of a week: one sheet of the whole class's, then those of pupils who have something of their own. */
export function stripsOf(book: Book, monday: string): Strip[] {
  const due = book.entries.filter(({ work, struck }) => work && !struck);
  const forAll = due.filter(({ targets, short_of }) => !short_of && targets.some(({ kind }) => kind !== "child"));
  const own = new Map<string, Entry[]>();
  for (const entry of due) {
    for (const target of entry.targets) {
      if (target.kind === "child") own.set(target.id, [...(own.get(target.id) ?? []), entry]);
    }
  }
  const all = book.classes.find(({ id }) => id === book.school_class)?.children ?? 0;
  const common = strip(forAll, monday);
  const ofOne = [...own.values()].map((entries) => {
    const replaced = new Set(entries.map(({ short_of }) => short_of));
    return strip([...forAll.filter(({ entry }) => !replaced.has(entry)), ...entries], monday);
  });
  const others = common.days.length > 0 ? Array.from({ length: Math.max(all - own.size, 0) }, () => common) : [];
  return [...ofOne, ...others];
}

function strip(entries: readonly Entry[], monday: string): Strip {
  const pages = byDay(entries).filter(({ on, due }) => due.length > 0 && on >= monday && on <= later(monday, 6));
  return { days: pages.map(({ on, due }) => ({ on, work: due })) };
}
