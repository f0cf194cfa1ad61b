import type { Schemas } from "../../api/client";
import { bag, learn, read, say, write } from "../../ui/icons";

export type Item = Schemas["homework.Item"];
export type Entry = Schemas["homework.Entry"];
export type Work = Schemas["homework.Work"];
export type WorkKind = Schemas["homework.WorkKind"];
export type Subject = Schemas["homework.Subject"];
export type Book = Schemas["homework.Book"];
export type BookDay = Schemas["homework.BookDay"];
export type Desk = Schemas["homework.Desk"];
export type Given = Schemas["homework.Given"];

/** Where a profile reads the book of its classes, or of its children. */
export const bookOf = (profile: string) =>
  ["teacher", "substitute", "head"].includes(profile) ? "/travail" : "/cahier";

export const kinds: readonly WorkKind[] = ["lesson", "reading", "to_bring", "to_say", "written"];
export const kindIcons: Record<WorkKind, string> = {
  lesson: learn,
  reading: read,
  to_bring: bag,
  to_say: say,
  written: write,
};
/** How long each kind usually takes, in minutes; nothing to count for a thing to bring. */
export const usualMinutes: Record<WorkKind, number | undefined> = {
  lesson: 10,
  reading: 10,
  to_bring: undefined,
  to_say: 10,
  written: 10,
};

/** The Monday on or before a day. */
export function mondayOf(date: string): string {
  return later(date, 1 - weekday(date));
}
/** The civil date so many days later. */
export function later(date: string, days: number): string {
  return new Date(noon(date) + days * 86_400_000).toISOString().slice(0, 10);
}
/** From 1 (Monday) to 7 (Sunday). */
export function weekday(date: string): number {
  return new Date(noon(date)).getUTCDay() || 7;
}
const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);

/** The beginning of a long text, for a line of a list; the whole is a click away. */
export function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length > 160 ? `${letters.slice(0, 159).join("").trimEnd()}…` : text;
}

/** What is due a day, and what was done that day, in the order they came. */
export interface Page<Line> {
  on: string;
  due: Line[];
  done: Line[];
}

/** A list by days: every day named in `days`, or else each day that holds something. */
export function byDay<Line extends Item | Entry>(lines: readonly Line[], days?: readonly string[]): Page<Line>[] {
  const pages = new Map<string, Page<Line>>();
  const page = (on: string) => {
    if (!pages.has(on)) pages.set(on, { on, due: [], done: [] });
    return pages.get(on)!;
  };
  for (const on of days ?? []) page(on);
  for (const line of lines) {
    if (line.work && (!days || pages.has(line.work.due_on))) page(line.work.due_on).due.push(line);
    if (line.done && (!days || pages.has(line.given_on))) page(line.given_on).done.push(line);
  }
  return [...pages.values()].sort((one, other) => (one.on < other.on ? -1 : 1));
}
