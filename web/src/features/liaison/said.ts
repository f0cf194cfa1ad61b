import type { Dates } from "../../page/dates";
import { sayOf, type FollowedChild } from "./stacks";
import * as words from "./words.gen";

/** What is written under a child's name in a follow-up. */
export function sentenceOf(child: FollowedChild, dates: Dates, signature = true): string {
  const said = shortSentenceOf(child, dates, signature);
  const kept = child.guardians.find((one) => one.device_at !== undefined);
  if (kept?.signed_at === undefined || kept.device_at === undefined) return said;
  return words.said_kept({ said, device: dates.moment(kept.device_at), received: dates.moment(kept.signed_at) });
}

function shortSentenceOf(child: FollowedChild, dates: Dates, signature: boolean): string {
  const say = sayOf(child);
  switch (say.said) {
    case "opened":
      return words.said_opened({ moment: dates.moment(say.at) });
    case "read":
      return words.said_read({ moment: dates.moment(say.at) });
    case "on_paper":
      return words.said_on_paper({ moment: dates.moment(say.at) });
    case "signed":
      return signature
        ? words.said_signed({ names: listed(say.names) })
        : words.said_answered({ names: listed(say.names) });
    case "part_signed":
      return (signature ? words.said_part_signed : words.said_part_answered)({
        names: listed(say.names),
        missing: listed(say.missing),
      });
    case "signed_both":
      return signature ? words.said.signed_both : words.said.answered_both;
    default:
      return words.said[say.said];
  }
}

/** "Sarah Delmas et Karim Ferrand". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return words.and({ list: names.slice(0, -1).join(", "), last: names[names.length - 1] });
}
