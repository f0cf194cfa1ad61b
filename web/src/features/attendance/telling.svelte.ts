import type { Schemas, WrongField } from "../../api/client";
import { speaksOfHealth } from "./health";
import { minuteOf, timeOf, type Part, type Reason, type Told } from "./presence";

export type FamilyChild = Schemas["attendance.FamilyChild"];

export const lineLimit = 120;

/** The body of POST /attendance/told. */
export interface NewTold {
  child: string;
  from_on: string;
  until_on?: string;
  part: Part;
  minute?: number;
  reason: Reason;
  line?: string;
}

/** What a guardian is telling of one child: a day or a period, a part of it, a category. */
export class Telling {
  child = $state("");
  day = $state(""); // "2026-09-14"
  several = $state(false); // a period: whole days only
  until = $state("");
  part = $state<Part>("day");
  time = $state(""); // "09:45", as a time field gives it
  reason = $state<Reason | undefined>(undefined);
  line = $state("");

  /** The same day, to be told otherwise. */
  static of(told: Told): Telling {
    const telling = new Telling();
    telling.child = told.child;
    telling.day = told.on_day;
    telling.part = told.part;
    telling.time = timeOf(told.minute);
    telling.reason = told.reason;
    telling.line = told.line ?? "";
    return telling;
  }

  /** Another child brings the first day that may be told of them. */
  choose(child: FamilyChild): void {
    this.child = child.child;
    if (!child.days.includes(this.day)) this.day = child.days[0] ?? "";
  }

  get needsTime(): boolean {
    return !this.several && (this.part === "arrives" || this.part === "leaves");
  }
  /** The line seems to hold a health detail: asked to be left out, never refused. */
  get aboutHealth(): boolean {
    return speaksOfHealth(this.line);
  }

  /** What must be mended, in the order of the page; the server refuses the same with the same codes. */
  problems(): WrongField[] {
    const found: WrongField[] = [];
    const bad = (path: string, code: string) => found.push({ path, code });
    if (!this.day) bad("/from_on", "attendance.no_day");
    if (this.several && (!this.until || this.until < this.day)) bad("/until_on", "attendance.dates");
    if (this.needsTime && minuteOf(this.time) === undefined) bad("/minute", "attendance.minute");
    if (!this.reason) bad("/reason", "attendance.no_reason");
    if (this.line.trim().length > lineLimit) bad("/line", "attendance.line_long");
    return found;
  }

  toNew(): NewTold {
    const period = this.several ? { until_on: this.until, part: "day" as const } : { part: this.part };
    return { child: this.child, from_on: this.day, ...period, ...this.#rest() };
  }
  toChanged(version: number) {
    return { version, part: this.part, ...this.#rest() };
  }

  #rest() {
    const line = this.line.trim();
    return {
      ...(this.needsTime ? { minute: minuteOf(this.time) } : {}),
      reason: this.reason!,
      ...(line ? { line } : {}),
    };
  }
}
