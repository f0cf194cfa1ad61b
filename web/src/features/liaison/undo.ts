import type { ForChild } from "./note";

/** Whole seconds during which this signature may still be taken back, on the server's clock; 0 when it is over. */
export function undoSeconds(child: Pick<ForChild, "signed_at" | "undo_until">, now: number): number {
  if (child.signed_at === undefined || child.undo_until === undefined) return 0;
  return Math.max(0, Math.ceil((child.undo_until - now) / 1000));
}
