import { Refusal, type WrongField } from "../../api/client";
import type { Draft } from "./compose.svelte";

/** The steps of a note being written: its text, then what will leave, read once more, then gone. */
export class Writing<Answer> {
  step = $state<"text" | "review">("text");
  busy = $state(false);
  refusal = $state.raw<Refusal | undefined>(undefined);
  #found = $state.raw<readonly WrongField[]>([]);
  #today = "";

  constructor(
    readonly draft: Draft,
    private readonly send: () => Promise<Answer>,
  ) {}

  /** What is wrong, once it was asked for: ours leave as soon as they are mended, the server's at the next review. */
  get problems(): readonly WrongField[] {
    if (this.refusal) return this.#found;
    const now = this.draft.problems(this.#today);
    return this.#found.filter((one) => now.some((other) => other.path === one.path && other.code === one.code));
  }

  /** Shows the review, or says what must be mended first. */
  review(today: string): boolean {
    this.refusal = undefined;
    this.#today = today;
    this.#found = this.draft.problems(today);
    if (this.#found.length === 0) this.step = "review";
    return this.#found.length === 0;
  }

  backToText(): void {
    this.step = "text";
  }

  /** Sends; undefined when it was refused. The draft is left as it is, and wrong fields bring the text back. */
  async go(): Promise<Answer | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.refusal = undefined;
    try {
      return await this.send();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
      this.#found = error.fields;
      if (error.fields.length > 0) this.step = "text";
      return undefined;
    } finally {
      this.busy = false;
    }
  }
}
