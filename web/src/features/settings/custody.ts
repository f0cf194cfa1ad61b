import type { Schemas } from "../../api/client";

export type Person = Schemas["settings.Person"];
export type GuardedChild = Schemas["settings.GuardedChild"];
export type Bond = Schemas["settings.Bond"];
export type CustodyLevel = Schemas["settings.Limit"]["level"];
/** What an adult sees of a child: all, or what a decision leaves. */
export type Sight = "all" | CustodyLevel;

/** The decision that holds on that day, if any. */
export function limitOn(bond: Pick<Bond, "limits">, day: string) {
  return bond.limits.find((limit) => limit.from_on <= day && (limit.until_on === undefined || limit.until_on >= day));
}

/** A decision already taken that holds later. */
export function limitToCome(bond: Pick<Bond, "limits">, day: string) {
  return bond.limits.find((limit) => limit.from_on > day);
}

export function sightOf(bond: Pick<Bond, "limits">, day: string): Sight {
  return limitOn(bond, day)?.level ?? "all";
}

export interface Change {
  adult: string;
  name: string;
  before: Sight;
  after: Sight;
}

/** What each guardian of the child sees before and after a decision about one of them; those who are not concerned keep all they had. */
export function whatEachSees(child: GuardedChild, adult: string, after: Sight, day: string): Change[] {
  return child.bonds
    .filter((bond) => !bond.deceased)
    .map((bond) => {
      const before = sightOf(bond, day);
      return { adult: bond.adult, name: bond.name, before, after: bond.adult === adult ? after : before };
    });
}
