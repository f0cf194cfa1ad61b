import type { Api } from "../api/client";
import { apply, choicesFrom, forget, keep, usual, type Choices } from "../ui/comfort/choices";

/** Where the person's choices live: the page, this device, and the account, so that they follow the person. */
export class Comfort {
  choices: Choices = $state.raw(usual);
  /** What became of the last choice: it always holds on this page. */
  state: "kept" | "keeping" | "here_only" = $state("kept");
  #own: Api;
  #ownDevice = false;
  #last: Promise<unknown> = Promise.resolve();

  /** `own` calls without a context. */
  constructor(own: Api) {
    this.#own = own;
  }

  /** The account has spoken: it knows better than this device. */
  met(choices: Choices | undefined, ownDevice: boolean): void {
    this.#ownDevice = ownDevice;
    if (this.state === "kept") this.#show(choicesFrom(choices));
  }

  /** Holds at once; the account learns it next, in the order of the choices. */
  choose(change: Partial<Choices>): Promise<void> {
    this.#show({ ...this.choices, ...change });
    this.state = "keeping";
    const mine = this.choices;
    const sent = this.#last.then(() => this.#own.put("/comfort", mine));
    this.#last = sent.catch(() => undefined);
    return sent.then(
      () => this.#told(mine, "kept"),
      () => this.#told(mine, "here_only"),
    );
  }

  /** The person leaves a device that may be somebody else's next. */
  leave(): void {
    forget();
  }

  #told(choices: Choices, state: "kept" | "here_only"): void {
    if (choices === this.choices) this.state = state;
  }

  #show(choices: Choices): void {
    this.choices = choices;
    keep(choices, this.#ownDevice);
    apply(choices, document.documentElement);
  }
}
