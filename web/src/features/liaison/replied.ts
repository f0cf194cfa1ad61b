import type { Dates } from "../../page/dates";
import * as words from "./words.gen";

/** A reply's moments, by the school's clock: here and, when it had waited for the network, on the device. */
export interface Moments {
  at: number | undefined;
  device?: number;
  waits?: boolean; // it is on the device still
}

/** "aujourd’hui à 9 h 03"; when it waited, "fait aujourd’hui à 8 h 12 sur l’appareil, reçu aujourd’hui à 9 h 03". */
export function replySentence({ at, device, waits }: Moments, dates: Dates): string {
  if (at === undefined) return "";
  if (waits) return words.reply_waits({ moment: dates.moment(at) });
  if (device === undefined) return dates.moment(at);
  const sameDay = dates.dateOf(device) === dates.dateOf(at);
  const received = sameDay ? words.reply_at({ hour: dates.hour(at) }) : dates.moment(at);
  return words.reply_was_kept({ device: dates.moment(device), received });
}
