import type { Api } from "../../api/client";
import { Refusal } from "../../api/client";
import type { Item } from "./work";

/** How a tick stands: what the pupil sees at once, and whether the school knows it. */
export type Told = "told" | "sending" | "waiting" | "refused";

/** The ticks of one page. A tick shows at once and can be undone; the last moment wins, on whichever device. */
export class Ticks {
  #done = $state<Record<string, boolean>>({});
  #told = $state<Record<string, Told>>({});

  constructor(
    private readonly api: Api,
    private readonly now: () => number,
  ) {}

  done(item: Pick<Item, "entry" | "ticked">): boolean {
    return this.#done[item.entry] ?? item.ticked;
  }
  told(item: Pick<Item, "entry">): Told {
    return this.#told[item.entry] ?? "told";
  }

  /** Ticks or unticks. What waits for the network stays as the pupil left it; what was refused goes back. */
  async set(item: Pick<Item, "entry" | "ticked">, done: boolean): Promise<void> {
    const before = this.done(item);
    this.#done[item.entry] = done;
    this.#told[item.entry] = "sending";
    try {
      const now = await this.api.post<"homework.Ticked">(`/homework/entries/${item.entry}/tick`, {
        done,
        at: this.now(),
      });
      this.#done[item.entry] = now.done;
      this.#told[item.entry] = "told";
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason;
      const kept = reason.status === 202; // it waits on this device until there is a network
      this.#told[item.entry] = kept ? "waiting" : "refused";
      if (!kept) this.#done[item.entry] = before;
    }
  }
}
