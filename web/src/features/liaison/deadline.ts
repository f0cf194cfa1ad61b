import type { Dates } from "../../page/dates";

export interface Shortcut {
  name: "tomorrow" | "friday" | "in_a_week";
  date: string;
}

/** The deadlines offered before the calendar, each date once: on a Thursday "vendredi" is already "demain". */
export function shortcuts(dates: Pick<Dates, "today" | "later">): Shortcut[] {
  const today = dates.today();
  const toFriday = (5 - weekdayOf(today) + 7) % 7;
  const tomorrow: Shortcut = { name: "tomorrow", date: dates.later(today, 1) };
  const friday: Shortcut = { name: "friday", date: dates.later(today, toFriday) };
  const inAWeek: Shortcut = { name: "in_a_week", date: dates.later(today, 7) };
  return toFriday > 1 ? [tomorrow, friday, inAWeek] : [tomorrow, inAWeek];
}

/** From 1 (Monday) to 7 (Sunday). */
function weekdayOf(date: string): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
}
