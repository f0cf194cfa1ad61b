import type { Schemas } from "../../api/client";

export type FollowUp = Schemas["liaison.FollowUp"];
export type FollowedChild = Schemas["liaison.FollowedChild"];
export type Signer = Schemas["liaison.Signer"];
export type Stack = Schemas["liaison.Stack"];

/** The order in which a teacher looks: first what needs her. */
export const stackOrder: readonly Stack[] = ["to_chase", "seen", "done"];

export function inStack(children: FollowedChild[], stack: Stack): FollowedChild[] {
  return children.filter((child) => child.stack === stack);
}

/** Nobody can be reached on a screen: no guardian known, or none who ever entered. */
export function onlyPaperReaches(child: FollowedChild): boolean {
  return !child.guardians.some((guardian) => guardian.ever_entered);
}

/** A slip already came back for this child. */
export function cameOnPaper(child: FollowedChild): boolean {
  return child.paper_at !== undefined || child.guardians.some((guardian) => guardian.way === "paper");
}

/** The children the "Papier" filter keeps. */
export function concernsPaper(child: FollowedChild): boolean {
  return onlyPaperReaches(child) || cameOnPaper(child);
}

/** The children a coupon is printed for: still awaited; `paperOnly` keeps those whom no screen reaches. */
export function couponsFor(children: FollowedChild[], paperOnly: boolean): FollowedChild[] {
  return children.filter((child) => child.stack !== "done" && (!paperOnly || onlyPaperReaches(child)));
}

/** The guardians do not agree and nothing settles it: of a major act, a refusal would. */
export function undecided(child: FollowedChild): boolean {
  return child.opposite && child.stack !== "done";
}

/** The guardians whose slip may still be recorded: those who may sign and have not. */
export function mayReturnPaper(child: FollowedChild): Signer[] {
  return child.guardians.filter((guardian) => guardian.may_sign && guardian.signed_at === undefined);
}

/** Does a slip make sense for this child now? A child without guardian has one slip, without a name on it. */
export function awaitsPaper(child: FollowedChild): boolean {
  if (child.guardians.length === 0) return child.paper_at === undefined;
  return child.stack !== "done" && mayReturnPaper(child).length > 0;
}

/** What is said under a child's name. `names` are full names, in the order of the family. */
export type Said =
  | { said: "paper_only" }
  | { said: "never_entered" }
  | { said: "not_opened" }
  | { said: "opened"; at: number }
  | { said: "part_signed"; names: string[]; missing: string[] }
  | { said: "opposite" }
  | { said: "read"; at: number }
  | { said: "signed" | "signed_both"; names: string[] }
  | { said: "on_paper"; at: number };

export function sayOf(child: FollowedChild): Said {
  const signed = child.guardians.filter((guardian) => guardian.signed_at !== undefined);
  if (child.stack === "done") return sayDone(child, signed);
  if (child.guardians.length === 0) return { said: "paper_only" };
  if (child.opposite) return { said: "opposite" };
  if (signed.length > 0) {
    return {
      said: "part_signed",
      names: signed.map((one) => one.name),
      missing: mayReturnPaper(child).map((one) => one.name),
    };
  }
  const opened = firstOpening(child);
  if (opened !== undefined) return { said: "opened", at: opened };
  return { said: onlyPaperReaches(child) ? "never_entered" : "not_opened" };
}

function sayDone(child: FollowedChild, signed: Signer[]): Said {
  const papers = signed.filter((guardian) => guardian.way === "paper").map((guardian) => guardian.signed_at as number);
  if (child.paper_at !== undefined) papers.push(child.paper_at);
  if (papers.length > 0 && papers.length >= signed.length) return { said: "on_paper", at: Math.max(...papers) };
  if (signed.length > 0) {
    return { said: signed.length === 2 ? "signed_both" : "signed", names: signed.map((guardian) => guardian.name) };
  }
  const opened = firstOpening(child);
  return opened === undefined ? { said: "not_opened" } : { said: "read", at: opened };
}

function firstOpening(child: FollowedChild): number | undefined {
  const openings = child.guardians.flatMap((guardian) => guardian.opened_at ?? []);
  return openings.length > 0 ? Math.min(...openings) : undefined;
}
