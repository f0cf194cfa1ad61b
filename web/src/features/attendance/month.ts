/** A day of the month looked at, from the address; the server takes this month when there is none. */
export function dayIn(query: URLSearchParams): string | undefined {
  return query.get("jour") ?? undefined;
}

/** "septembre 2026" from any day of it. */
export function monthName(day: string): string {
  return new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", month: "long", year: "numeric" }).format(
    Date.parse(`${day}T12:00:00Z`),
  );
}

/** The first day of the month before, and of the month after. */
export function monthsFrom(first: string, before: string, after: string): { day: string; label: string }[] {
  const [year, month] = first.split("-").map(Number);
  const firstOf = (offset: number) => new Date(Date.UTC(year, month - 1 + offset, 1)).toISOString().slice(0, 10);
  return [
    { day: firstOf(-1), label: before },
    { day: firstOf(1), label: after },
  ];
}
