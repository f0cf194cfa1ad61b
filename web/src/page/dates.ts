import type { Clock } from "./clock";
import * as words from "./words.gen";

const dayMs = 86_400_000;

/** Dates and hours as the French say them, in the school's zone and from the server's clock. */
export interface Dates {
  /** Today's civil date, "2026-09-14". */
  today(): string;
  /** "lundi 14 septembre", with the year when it is not this one. */
  day(date: string): string;
  /** "aujourd’hui", "hier", "demain", "jeudi" within six days, else "lundi 14 septembre". */
  near(date: string): string;
  /** "8 h 30", "9 h". */
  hour(instant: number): string;
  /** The same, from minutes since midnight. */
  minute(minutes: number): string;
  /** "de 9 h à 16 h", "à 9 h". */
  span(from: number, until?: number): string;
  /** "aujourd’hui à 8 h 30", "hier à 18 h 12", "lundi à 8 h 40", "lundi 14 septembre à 8 h 40". */
  moment(instant: number): string;
  /** The civil date of an instant. */
  dateOf(instant: number): string;
  /** "avant ce soir", "avant demain soir", "avant jeudi soir", "avant le vendredi 4 décembre au soir"; the day counts. */
  before(date: string): string;
  /** Whether the last day to act, included, is over. */
  late(date: string): boolean;
  /** The civil date so many days later. */
  later(date: string, days: number): string;
}

/** `zone` is an IANA name, as "Europe/Paris". */
export function datesIn(zone: string, clock: Clock): Dates {
  const civil = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  const hours = new Intl.DateTimeFormat("fr-FR", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });

  const dateOf = (instant: number) => civil.format(instant);
  const today = () => dateOf(clock());

  function hour(instant: number): string {
    const parts = hours.formatToParts(instant);
    const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
    return minute(value("hour") * 60 + value("minute"));
  }

  function day(date: string): string {
    return spell(date, {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: sameYear(date) ? undefined : "numeric",
    });
  }
  const sameYear = (date: string) => date.slice(0, 4) === today().slice(0, 4);

  function near(date: string): string {
    const away = daysBetween(today(), date);
    if (away === 0) return words.today;
    if (away === 1) return words.tomorrow;
    if (away === -1) return words.yesterday;
    return Math.abs(away) < 7 ? weekday(date) : day(date);
  }

  function before(date: string): string {
    const away = daysBetween(today(), date);
    if (away === 0) return words.before_tonight;
    if (away === 1) return words.before_tomorrow;
    return away > 1 && away < 7 ? words.before_near({ day: weekday(date) }) : words.before_day({ day: day(date) });
  }

  return {
    today,
    day,
    near,
    hour,
    minute,
    span: (from, until) =>
      until === undefined
        ? words.at({ hour: minute(from) })
        : words.from_to({ from: minute(from), until: minute(until) }),
    moment: (instant) => words.moment({ day: near(dateOf(instant)), hour: hour(instant) }),
    dateOf,
    before,
    late: (date) => daysBetween(today(), date) < 0,
    later: (date, days) => new Date(noon(date) + days * dayMs).toISOString().slice(0, 10),
  };
}

/** "8 h 30" from 510. */
function minute(minutes: number): string {
  const rest = minutes % 60;
  const hour = Math.floor(minutes / 60);
  return rest ? words.hour_minute({ hour, minute: String(rest).padStart(2, "0") }) : words.hour({ hour });
}

// A civil date has no zone: it is spelled at noon UTC, in UTC, so that no zone moves it.
const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);
const daysBetween = (from: string, to: string) => Math.round((noon(to) - noon(from)) / dayMs);
const weekday = (date: string) => spell(date, { weekday: "long" });

function spell(date: string, options: Intl.DateTimeFormatOptions): string {
  const text = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", ...options }).format(noon(date));
  return options.day ? text.replace(/\b1 /, `${words.first_day} `) : text;
}
