import { Refusal } from "../api/client";
import * as words from "./words.gen";

/** A room's own sentences for its error codes: the `errors` of its words. */
export type Errors = Readonly<Record<string, string>>;

/** What happened and what to do, for a person: the room's words, else everybody's, else those of the status. */
export function explain(refusal: unknown, errors: Errors = {}): string {
  if (!(refusal instanceof Refusal)) return words.surprise;
  if (refusal.status === 429) return byStatus(refusal); // it says how long to wait, which no code does
  return errors[refusal.error] ?? words.errors[refusal.error] ?? byStatus(refusal);
}

/** The words of one wrong member, for the field that shows it. */
export function explainField(refusal: unknown, path: string, errors: Errors = {}): string | undefined {
  const code = refusal instanceof Refusal ? refusal.field(path) : undefined;
  return code && (errors[code] ?? words.errors[code] ?? words.field);
}

function byStatus(refusal: Refusal): string {
  switch (refusal.status) {
    case 0:
      return words.network;
    case 202:
      return words.kept;
    case 400:
      return words.invalid;
    case 403:
      return words.refused;
    case 404:
    case 410:
      return words.gone;
    case 409:
    case 412:
      return words.changed;
    case 413:
      return words.too_large;
    case 429:
      return words.too_many({ n: Math.max(1, Math.ceil((refusal.retryAfter ?? 60) / 60)) });
    case 503:
      return words.busy;
    case 507:
      return words.full;
    default:
      return words.surprise;
  }
}
