import type { Schemas, WrongField } from "../../api/client";
import { byDay, withZone, type Period, type ZoneName } from "./zones";

export type Calendar = Schemas["settings.Calendar"];
export type DayPattern = Calendar["week"][number];

/** The calendar being changed. Sunday is never a day of class here; what the server holds of it is sent back as it is. */
export class CalendarForm {
  week = $state<DayPattern[]>([]);
  periods = $state<Period[]>([]);
  #kept: Calendar;

  constructor(kept: Calendar) {
    this.#kept = kept;
    this.take(kept);
  }

  /** Shows what the server holds now. */
  take(kept: Calendar): void {
    this.#kept = kept;
    this.week = [...kept.week];
    this.periods = kept.periods.map((one) => ({ ...one }));
  }

  add(from_on: string): void {
    this.periods = [...this.periods, { label: "", from_on, until_on: from_on }];
  }
  remove(at: number): void {
    this.periods = this.periods.filter((_, index) => index !== at);
  }
  propose(zone: ZoneName): void {
    this.periods = withZone(this.periods, zone);
  }

  /** One whole day of class, a name for each period, an end that is not before its beginning: the server refuses the same. */
  problems(): WrongField[] {
    const wrong: WrongField[] = [];
    if (!this.week.includes("full")) wrong.push({ path: "/week", code: "settings.week" });
    this.periods.forEach(({ label, from_on, until_on }, at) => {
      if (!label.trim()) wrong.push({ path: `/periods/${at}/label`, code: "settings.period_label" });
      if (!from_on) wrong.push({ path: `/periods/${at}/from_on`, code: "required" });
      if (!until_on || until_on < from_on)
        wrong.push({ path: `/periods/${at}/until_on`, code: "settings.period_days" });
    });
    return wrong;
  }

  toBody() {
    return { week: this.week, periods: byDay(this.periods), version: this.#kept.version };
  }
}

/** The days of class, by their number in the week from 0 for Monday, whole days apart from mornings. */
export function daysOf(week: readonly DayPattern[], pattern: DayPattern): number[] {
  return week.flatMap((one, day) => (one === pattern ? [day] : []));
}
