import type { Schemas, WrongField } from "../../api/client";
import { later, usualMinutes, type Desk, type Entry, type WorkKind } from "./work";

export type TargetKind = Schemas["homework.TargetKind"];
export interface Target {
  kind: TargetKind;
  id: string;
}
/** The body of POST /homework/entries. */
export interface NewEntry {
  targets: Target[];
  given_on: string;
  from_minute?: number;
  subject: string;
  done?: string;
  work?: Schemas["homework.Work"];
  files?: string[];
  short_version?: { children: string[]; task: string; help?: string; minutes?: number };
}
/** The body of PUT /homework/entries/{entry}. */
export type ChangedEntry = Pick<NewEntry, "from_minute" | "subject" | "done" | "work" | "files"> & { version: number };

export const taskLimit = 160;
export const helpLimit = 300;
export const doneLimit = 4000;
export const mostMinutes = 120;

/** An entry being written: what was done, what is to do, for whom. */
export class Draft {
  targets = $state<Target[]>([]);
  givenOn = $state("");
  at = $state(""); // "08:30", as a time field gives it
  subject = $state("");
  done = $state("");
  kind = $state<WorkKind>("lesson");
  task = $state("");
  help = $state("");
  dueOn = $state("");
  minutes = $state<number | undefined>(usualMinutes.lesson);
  short = $state(false);
  shortChildren = $state<string[]>([]);
  shortTask = $state("");
  shortHelp = $state("");
  shortMinutes = $state<number | undefined>(5);
  #minutesChosen = false;

  constructor(givenOn: string) {
    this.givenOn = givenOn;
  }

  /** What stands, to be changed. */
  static of(entry: Entry): Draft {
    const draft = new Draft(entry.given_on);
    draft.targets = entry.targets.map(({ kind, id }) => ({ kind, id }));
    draft.at = entry.from_minute === undefined ? "" : timeOf(entry.from_minute);
    draft.subject = entry.subject.key;
    draft.done = entry.done ?? "";
    if (entry.work) {
      draft.kind = entry.work.kind;
      draft.task = entry.work.task;
      draft.help = entry.work.help ?? "";
      draft.dueOn = entry.work.due_on;
      draft.chooseMinutes(entry.work.minutes);
    }
    return draft;
  }

  /** Another kind brings its usual length, unless the writer has chosen one. */
  choose(kind: WorkKind): void {
    this.kind = kind;
    if (!this.#minutesChosen) this.minutes = usualMinutes[kind];
  }
  chooseMinutes(minutes: number | undefined): void {
    this.minutes = minutes === undefined ? undefined : Math.min(Math.max(minutes, 1), mostMinutes);
    this.#minutesChosen = true;
  }

  get hasWork(): boolean {
    return this.task.trim() !== "";
  }

  aims(target: Target): boolean {
    return this.targets.some(({ kind, id }) => kind === target.kind && id === target.id);
  }
  aim(target: Target, on: boolean): void {
    this.targets = this.targets.filter(({ kind, id }) => kind !== target.kind || id !== target.id);
    if (on) this.targets = [...this.targets, target];
  }

  /** What must be mended before giving; the server refuses the same with the same codes. */
  problems(desk: Desk): WrongField[] {
    const found: WrongField[] = [];
    const bad = (path: string, code: string) => found.push({ path, code });
    if (this.targets.length === 0) bad("/targets", "homework.no_target");
    if (!this.subject) bad("/subject", "homework.no_subject");
    if (this.done.length > doneLimit) bad("/done", "too_long");
    if (!this.hasWork && !this.done.trim()) bad("/work/task", "homework.nothing");
    if (!this.hasWork) return found;
    if (this.task.trim().length > taskLimit) bad("/work/task", "too_long");
    if (this.help.trim().length > helpLimit) bad("/work/help", "too_long");
    const day = desk.days.find(({ on }) => on === this.dueOn);
    if (!this.dueOn) bad("/work/due_on", "required");
    else if (this.dueOn <= this.givenOn) bad("/work/due_on", "homework.due_before");
    else if (day && !day.school_day) bad("/work/due_on", "homework.day_off");
    if (this.short && this.shortChildren.length === 0) bad("/short_version/children", "homework.no_target");
    if (this.short && !this.shortTask.trim()) bad("/short_version/task", "homework.task_empty");
    return found;
  }

  /** `files`: what is joined, when the form can join something. */
  toNew(files?: string[]): NewEntry {
    const { targets, givenOn, short, shortChildren, shortTask, shortHelp, shortMinutes } = this;
    const shorter = short && this.hasWork;
    return {
      targets,
      given_on: givenOn,
      ...this.#text(),
      files,
      short_version: shorter
        ? {
            children: shortChildren,
            task: shortTask.trim(),
            help: shortHelp.trim() || undefined,
            minutes: shortMinutes,
          }
        : undefined,
    };
  }
  toChange(version: number, files?: string[]): ChangedEntry {
    return { version, ...this.#text(), files };
  }

  #text(): Omit<NewEntry, "targets" | "given_on" | "short_version" | "files"> {
    return {
      from_minute: minuteOf(this.at),
      subject: this.subject,
      done: this.done.trim() || undefined,
      work: this.hasWork
        ? {
            kind: this.kind,
            task: this.task.trim(),
            help: this.help.trim() || undefined,
            due_on: this.dueOn,
            minutes: this.minutes,
          }
        : undefined,
    };
  }
}

/** The days offered first: those of class in the week to come, then the last one before the holidays. */
export function nearDays(desk: Desk, today: string): string[] {
  const week = desk.days.filter(({ on, school_day }) => school_day && on <= later(today, 7)).map(({ on }) => on);
  const last = desk.before_holidays;
  return last && !week.includes(last) ? [...week, last] : week;
}

/** The day a work due `dueOn` is given when it is typed in a row: today, or the school day before when that is past. */
export function givenFor(dueOn: string, today: string): string {
  return dueOn > today ? today : later(dueOn, -1);
}

/** Minutes expected that day of the class that has most, and what is usual at its grade; undefined when no class is aimed at. */
export function load(desk: Desk, draft: Draft): { minutes: number; ceiling: number } | undefined {
  const classes = desk.classes.filter(({ id }) => draft.aims({ kind: "school_class", id }));
  const loads = classes.map(({ id, ceiling }) => ({
    ceiling,
    minutes:
      (desk.loads.find(({ school_class, due_on }) => school_class === id && due_on === draft.dueOn)?.minutes ?? 0) +
      (draft.hasWork ? (draft.minutes ?? 0) : 0),
  }));
  return loads.sort((one, other) => other.minutes - other.ceiling - (one.minutes - one.ceiling))[0];
}

function minuteOf(time: string): number | undefined {
  const found = /^(\d{2}):(\d{2})/.exec(time);
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}
function timeOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
