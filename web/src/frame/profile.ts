import type { Profile } from "../page/here";
import * as words from "./words.gen";

/** What a profile is called beside a person's name; nothing for those that do not live yet. */
export function profileWord(profile: Profile): string {
  return profile in words.profile ? words.profile[profile as keyof typeof words.profile] : "";
}
