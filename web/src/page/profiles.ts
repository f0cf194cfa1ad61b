import type { Profile } from "./here";

/** Who has pages today, for those that everyone has. */
export const adults: readonly Profile[] = ["guardian", "teacher", "head", "substitute", "school_admin"];
export const pupils: readonly Profile[] = ["pupil_c2", "pupil_c3"];
export const everyone: readonly Profile[] = [...adults, ...pupils];

/** Pupils are said *tu*, in short sentences and large letters. */
export function isPupil(profile: Profile): boolean {
  return profile.startsWith("pupil_");
}

/** Nothing is ever sent to pupils, nor to whoever only keeps the directory: they have no bell. */
export function hasBell(profile: Profile): boolean {
  return !isPupil(profile) && profile !== "school_admin";
}
