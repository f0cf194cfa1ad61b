import type { Dates } from "../../page/dates";
import type { Given } from "./work";
import * as words from "./words.gen";

/** What the writer is told once it is given: when it is read, if that is late, if that day is heavy. */
export function afterGiving(given: Given, dates: Pick<Dates, "moment">): string {
  const said = [given.held ? words.given_held({ moment: dates.moment(given.deliver_at) }) : words.given];
  if (given.late) said.push(words.given_late);
  for (const { label, minutes, ceiling } of given.heavy) said.push(words.given_heavy({ label, minutes, ceiling }));
  return said.join(" ");
}
