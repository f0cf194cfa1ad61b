import type { Schemas } from "../../api/client";

export type Period = Schemas["settings.Period"];
export type ZoneName = "A" | "B" | "C";

// The national holidays of 2026-2027, as a proposal to correct: docs/sources.md#calendar says what must be checked. From the day after the
// last day of class to the eve of the return.
const everywhere: readonly Period[] = [
  { label: "Vacances de la Toussaint", from_on: "2026-10-17", until_on: "2026-11-01" },
  { label: "Vacances de Noël", from_on: "2026-12-19", until_on: "2027-01-03" },
  { label: "Pont de l’Ascension", from_on: "2027-05-07", until_on: "2027-05-07" },
  { label: "Vacances d’été", from_on: "2027-07-03", until_on: "2027-08-31" },
];
const winter: Record<ZoneName, [from_on: string, until_on: string]> = {
  A: ["2027-02-13", "2027-02-28"],
  B: ["2027-02-20", "2027-03-07"],
  C: ["2027-02-06", "2027-02-21"],
};
const spring: Record<ZoneName, [from_on: string, until_on: string]> = {
  A: ["2027-04-10", "2027-04-25"],
  B: ["2027-04-17", "2027-05-02"],
  C: ["2027-04-03", "2027-04-18"],
};
const period = (label: string, [from_on, until_on]: [string, string]): Period => ({ label, from_on, until_on });

/** The school year these dates are for. */
export const zonesYear = "2026-2027";

/** The holidays of a zone, by first day. */
export function holidaysOf(zone: ZoneName): Period[] {
  return byDay([
    ...everywhere,
    period("Vacances d’hiver", winter[zone]),
    period("Vacances de printemps", spring[zone]),
  ]);
}

export function byDay(periods: readonly Period[]): Period[] {
  return [...periods].sort((one, other) => one.from_on.localeCompare(other.from_on));
}

/** What a school wrote, with a zone's holidays: those of the same name take the zone's days, the school's own stay. */
export function withZone(periods: readonly Period[], zone: ZoneName): Period[] {
  const proposed = holidaysOf(zone);
  const names = new Set(proposed.map((one) => one.label));
  return byDay([...periods.filter((one) => !names.has(one.label)), ...proposed]);
}
