import { Refusal } from "../client";
import { keptFor, type Cellar, type Entry } from "./cellar";

/** The write is on the device and will be sent later: not a failure, but not yet an answer either. */
export class Kept extends Refusal {
  constructor(readonly entry: Entry) {
    super(202, "kept");
  }
}

/** Sends one entry under its context and key. Throws a Refusal; status 0 when the network did not carry it. */
export type Send = (entry: Entry) => Promise<unknown>;

const tryAgain = new Set([0, 401, 408, 425, 429]); // and all of 5xx: nothing was decided about the entry

/**
 * Writes made without network, sent in the order they were made. It stops at a network error and goes on after a refusal;
 * what was refused stays in sight until it is put away.
 */
export class Journal {
  entries: readonly Entry[] = $state.raw([]);
  offline = $state(false);
  /** When what is on the screen was last fresh; undefined while it comes from the server. */
  shownFrom: number | undefined = $state();
  #sending: Promise<void> | undefined;

  constructor(
    private readonly cellar: Cellar,
    private readonly send: Send,
    private readonly now: () => number,
    private readonly ended: (context: string) => void = () => undefined,
  ) {}

  get waiting(): readonly Entry[] {
    return this.entries.filter(({ state }) => state === "waiting");
  }
  get refused(): readonly Entry[] {
    return this.entries.filter(({ state }) => state !== "waiting");
  }

  /** What waits for that path, the latest first: a page shows it as done already. */
  waitingFor(context: string, path: string): Entry | undefined {
    return this.waiting.filter((entry) => entry.context === context && entry.path === path).pop();
  }

  async load(): Promise<void> {
    const all = await this.cellar.entries();
    for (const entry of all) {
      if (entry.state === "waiting" && this.now() - entry.made_at > keptFor) {
        await this.cellar.change(Object.assign(entry, { state: "expired" }));
      }
    }
    this.entries = all;
  }

  /**
   * Keeps a write, then sends all that waits. The answer when it went through, as if it had been sent at once; throws Kept
   * when it waits, or the server's refusal, which is not kept: the person is still there to read it.
   */
  async write(wish: Omit<Entry, "seq" | "state" | "made_at">): Promise<unknown> {
    const entry = await this.cellar.add({ ...wish, state: "waiting", made_at: this.now() });
    this.entries = [...this.entries, entry];
    let answer: unknown;
    let refusal: Refusal | undefined;
    await this.flush({
      seq: entry.seq,
      done: (value) => (answer = value),
      refused: (reason) => (refusal = reason),
    });
    if (this.waiting.some(({ seq }) => seq === entry.seq)) throw new Kept(entry);
    if (refusal) {
      await this.dismiss(entry.seq);
      throw refusal;
    }
    return answer;
  }

  /** Sends what waits, one after the other; two tabs take turns. */
  async flush(watched?: Watched): Promise<void> {
    // whoever comes while one is sending waits, then sends what is left
    while (this.#sending) await this.#sending;
    this.#sending = this.#inTurn(() => this.#sendAll(watched)).finally(() => (this.#sending = undefined));
    await this.#sending;
  }

  async dismiss(seq: number): Promise<void> {
    await this.cellar.remove(seq);
    this.entries = this.entries.filter((entry) => entry.seq !== seq);
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    if (!globalThis.navigator?.locks) return work(); // the key makes a second sending harmless
    await navigator.locks.request("preau journal", work);
  }

  async #sendAll(watched?: Watched): Promise<void> {
    this.entries = await this.cellar.entries(); // another tab may have sent some
    for (const entry of this.waiting) {
      try {
        const answer = await this.send(entry);
        this.offline = false;
        if (entry.seq === watched?.seq) watched.done(answer);
        await this.dismiss(entry.seq);
      } catch (reason) {
        if (!(reason instanceof Refusal)) throw reason;
        this.offline = reason.status === 0;
        if (tryAgain.has(reason.status) || reason.status >= 500) return;
        if (reason.error === "gate.no_context") {
          await this.cellar.forgetContext(entry.context);
          this.entries = await this.cellar.entries();
          this.ended(entry.context);
          if (entry.seq === watched?.seq) watched.refused(reason);
          continue;
        }
        if (entry.seq === watched?.seq) watched.refused(reason);
        const refused: Entry = { ...entry, state: "refused", error: reason.error };
        await this.cellar.change(refused);
        this.entries = this.entries.map((one) => (one.seq === entry.seq ? refused : one));
      }
    }
  }
}

interface Watched {
  seq: number;
  done: (answer: unknown) => void;
  refused: (reason: Refusal) => void;
}
