import type { Schemas } from "../../api/client";

export type TownTeacher = Schemas["settings.TownTeacher"];

/** Whom the head names, for which days: somebody of the town, or somebody new. */
export class NamingForm {
  school_class = $state("");
  from = $state("");
  until = $state("");
  /** Somebody found in the town; undefined for a newcomer. */
  person = $state<TownTeacher | undefined>(undefined);
  newcomer = $state(false);
  civility = $state<"Mme" | "M.">("Mme");
  first = $state("");
  last = $state("");

  constructor(from: string, until: string) {
    this.from = from;
    this.until = until;
  }

  choose(person: TownTeacher): void {
    this.person = person;
    this.newcomer = false;
  }
  write(): void {
    this.person = undefined;
    this.newcomer = true;
  }

  get somebody(): boolean {
    return this.newcomer || this.person !== undefined;
  }

  /** The body of POST /settings/substitutes, or /settings/administrators without class. */
  toBody(withClass: boolean) {
    return {
      ...(withClass ? { school_class: this.school_class } : {}),
      from_on: this.from,
      until_on: this.until,
      ...(this.person
        ? { person: this.person.id }
        : { civility: this.civility, first_name: this.first, last_name: this.last }),
    };
  }
}

/** Friday of that week, or the next one: how long a replacement usually lasts. */
export function fridayFrom(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + ((5 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}

/** The last day of the school year a day belongs to. */
export function endOfYear(date: string): string {
  const year = Number(date.slice(0, 4));
  return `${date.slice(5) < "08-01" ? year : year + 1}-07-31`;
}
