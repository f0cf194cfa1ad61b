import type { Schemas, WrongField } from "../../api/client";

export type QuietHours = Schemas["settings.QuietHours"];

interface Range {
  from: number; // minute of the day, included
  until: number;
}
/** Not so wide that a school day is lost, not so narrow that there is no evening. */
const evenings: Range = { from: 17 * 60, until: 23 * 60 };
const mornings: Range = { from: 5 * 60, until: 9 * 60 };

/** The quiet hours being set. Hours are text as a time field gives them, "20:00". */
export class QuietForm {
  evening = $state("");
  morning = $state("");
  weekend = $state(true);
  #kept: QuietHours = $state.raw()!;

  constructor(kept: QuietHours) {
    this.#kept = kept;
    this.take(kept);
  }

  /** Shows what the server holds now. */
  take(kept: QuietHours): void {
    this.#kept = kept;
    this.evening = timeOf(kept.evening_from);
    this.morning = timeOf(kept.morning_until);
    this.weekend = kept.weekend;
  }

  get changed(): boolean {
    const now = this.#kept;
    return (
      this.evening !== timeOf(now.evening_from) ||
      this.morning !== timeOf(now.morning_until) ||
      this.weekend !== now.weekend
    );
  }

  /** Who set the hours that hold now, and when (UTC ms); undefined while nobody changed the usual ones. */
  get chosenBy(): { name: string; at: number } | undefined {
    const { by_name, changed_at } = this.#kept;
    return by_name !== undefined && changed_at !== undefined ? { name: by_name, at: changed_at } : undefined;
  }

  /** The hours in minutes of the day, when both are given. */
  get hours(): { evening: number; morning: number } | undefined {
    const evening = minuteOf(this.evening);
    const morning = minuteOf(this.morning);
    return evening === undefined || morning === undefined ? undefined : { evening, morning };
  }

  /** Both hours are needed, each in its range; the server refuses the same. */
  problems(): WrongField[] {
    const fault = (path: string, text: string, range: Range): WrongField[] => {
      const minute = minuteOf(text);
      if (minute === undefined) return [{ path, code: "required" }];
      return minute < range.from || minute > range.until ? [{ path, code: "settings.hours_range" }] : [];
    };
    return [...fault("/evening_from", this.evening, evenings), ...fault("/morning_until", this.morning, mornings)];
  }

  /** The body of PUT /settings/quiet-hours; only when `problems()` is empty. */
  toBody(): Pick<QuietHours, "evening_from" | "morning_until" | "weekend" | "version"> {
    const { evening, morning } = this.hours!;
    return { evening_from: evening, morning_until: morning, weekend: this.weekend, version: this.#kept.version };
  }
}

function minuteOf(time: string): number | undefined {
  const found = /^(\d{2}):(\d{2})/.exec(time);
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}

function timeOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
