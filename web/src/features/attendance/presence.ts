import type { Schemas } from "../../api/client";
import type { Dates } from "../../page/dates";
import * as words from "./words.gen";

export type RollCall = Schemas["attendance.RollCall"];
export type Pupil = Schemas["attendance.Pupil"];
export type Presence = Schemas["attendance.Presence"];
export type Half = Schemas["attendance.Half"];
export type Part = Schemas["attendance.Part"];
export type Reason = Schemas["attendance.Reason"];
export type Told = Schemas["attendance.Told"];

export const reasons: readonly Reason[] = ["ill", "appointment", "family", "transport", "other"];

/** Where a pupil is, in a word and its hour: "absent", "arrive à 9 h 45"; "" when simply there. */
export function stateWords(presence: Presence, dates: Dates): string {
  if (presence.absent) return words.absent;
  const said = [];
  if (presence.arrived_minute !== undefined) said.push(words.came_at({ hour: dates.minute(presence.arrived_minute) }));
  if (presence.left_minute !== undefined) said.push(words.left_at({ hour: dates.minute(presence.left_minute) }));
  return said.join(", ");
}

/** What was told, as one says it: "toute la journée", "arrive à 9 h 45". */
export function partWords(told: { part: Part; minute?: number }, dates: Dates): string {
  const hour = told.minute === undefined ? "" : dates.minute(told.minute);
  if (told.part === "arrives") return words.part_arrives({ hour });
  if (told.part === "leaves") return words.part_leaves({ hour });
  return words.part[told.part];
}

/** "Demain" from "demain", where it begins a line. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
}

/** "18:05" to 1085 minutes of the day; undefined when there is no hour. */
export function minuteOf(time: string): number | undefined {
  const found = /^(\d{2}):(\d{2})/.exec(time);
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}

/** 1085 minutes to "18:05", as a time field wants it. */
export function timeOf(minute: number | undefined): string {
  if (minute === undefined) return "";
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** The minute of the day it is in the school's zone ("Europe/Paris"). */
export function minuteIn(zone: string, instant: number): number {
  const time = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return minuteOf(time.format(instant)) ?? 0;
}
