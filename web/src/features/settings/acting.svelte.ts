import { Refusal } from "../../api/client";
import type { Confirmed } from "./sheets.svelte";

/** One act at a time on a page, its refusal kept to be said; the password is asked again where the server wants it. */
export class Acting {
  busy = $state("");
  refusal = $state<Refusal | undefined>(undefined);
  /** Which act the refusal is about. */
  about = $state("");

  constructor(private readonly confirmed: Confirmed) {}

  /** True when the act was done; false when it was refused, or the password not given. */
  async act(about: string, act: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = this.about = about;
    this.refusal = undefined;
    try {
      return (await this.confirmed(async () => (await act(), true))) ?? false;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
      return false;
    } finally {
      this.busy = "";
    }
  }

  /** What was refused about that act. */
  of(about: string): Refusal | undefined {
    return this.about === about ? this.refusal : undefined;
  }
}
