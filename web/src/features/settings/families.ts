import type { Schemas } from "../../api/client";

export type Families = Schemas["settings.Families"];
export type FamilyChild = Schemas["settings.FamilyChild"];
export type Guardian = Schemas["settings.Guardian"];

/** Where a guardian stands with their access. */
export type AccessState = "entered" | "code_ready" | "code_expired" | "no_code";

export function accessState(guardian: Pick<Guardian, "entered" | "code">): AccessState {
  if (guardian.entered) return "entered";
  if (guardian.code === "ready") return "code_ready";
  return guardian.code === "expired" ? "code_expired" : "no_code";
}

/** A family is reached once one guardian of the child has entered. A child without guardian is not a family to call. */
export function neverEntered(child: FamilyChild): boolean {
  return child.guardians.length > 0 && !child.guardians.some((guardian) => guardian.entered);
}

export function withoutGuardian(child: FamilyChild): boolean {
  return child.guardians.length === 0;
}

export interface ClassReach {
  families: number; // children with at least one guardian
  entered: number;
  never: number;
  paperOnly: number; // children without guardian
}

export function reachOf(children: FamilyChild[]): ClassReach {
  const families = children.filter((child) => !withoutGuardian(child)).length;
  const never = children.filter(neverEntered).length;
  return { families, entered: families - never, never, paperOnly: children.length - families };
}

/** Guardians a class printing would give a sheet to: those without an account. One guardian of two children counts once. */
export function sheetsToMake(children: FamilyChild[], onlyNever: boolean): number {
  const kept = onlyNever ? children.filter(neverEntered) : children;
  return new Set(kept.flatMap((child) => child.guardians.filter((one) => !one.entered).map((one) => one.id))).size;
}
