import { Refusal } from "../client";
import { keptFor, type Cellar, type Entry } from "./cellar";
import { isAway, within } from "./patience";

/** The write is on the device and will be sent later: not a failure, but not yet an answer either. */
export class Kept extends Refusal {
  constructor(readonly entry: Entry) {
    super(202, "kept");
  }
}

/** Sends one entry under its context and key. Throws a Refusal; status 0 when the network did not carry it. */
export type Send = (entry: Entry) => Promise<unknown>;

const tryAgain = new Set([0, 401, 408, 425, 429]); // and all of 5xx: nothing was decided about the entry
const patience = 30_000; // ms for one entry; sent once more it is done once, for its key is the same

/**
 * Writes made without network, sent in the order they were made. It stops at a network error and goes on after a refusal;
 * what was refused stays in sight until it is put away.
 */
export class Journal {
  entries: readonly Entry[] = $state.raw([]);
  offline = $state(false);
  /** When what is on the screen was last fresh; undefined while it comes from the server. */
  shownFrom: number | undefined = $state();
  /** How often something that had waited was sent or refused: what pages show may have changed. */
  gone = $state(0);
  #sending: Promise<void> | undefined;

  constructor(
    private readonly cellar: Cellar,
    private readonly send: Send,
    private readonly now: () => number,
    /** Whether the session is still of the person whose journal this is: nobody sends what another wrote. */
    private readonly mine: () => Promise<boolean> = async () => true,
  ) {}

  get waiting(): readonly Entry[] {
    return this.entries.filter(({ state }) => state === "waiting");
  }
  get refused(): readonly Entry[] {
    return this.entries.filter(({ state }) => state !== "waiting");
  }

  /** The last write that waits for that path, about `child` when its body names one: a page says so beside what it shows as done. */
  waitingFor(context: string, path: string, child?: string): Entry | undefined {
    const about = ({ body }: Entry) => child === undefined || (JSON.parse(body) as { child?: string }).child === child;
    return this.waiting.filter((entry) => entry.context === context && entry.path === path && about(entry)).pop();
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

  /** An answer has come: the network is there, and takes what waits. */
  carried(): void {
    this.offline = false;
    this.shownFrom = undefined;
    if (this.waiting.length > 0 && !this.#sending) void this.flush();
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

  /** A relation has ended: what was read or written under it leaves the device. */
  async forget(context: string): Promise<void> {
    await this.cellar.forgetContext(context);
    this.entries = this.entries.filter((entry) => entry.context !== context);
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    if (!globalThis.navigator?.locks) return work(); // the key makes a second sending harmless
    await navigator.locks.request("preau journal", work);
  }

  async #sendAll(watched?: Watched): Promise<void> {
    this.entries = await this.cellar.entries(); // another tab may have sent some
    if (this.waiting.some(({ seq }) => seq !== watched?.seq) && !(await this.mine())) return;
    for (const entry of this.waiting) {
      try {
        const answer = await within(patience, this.send(entry));
        this.offline = false;
        if (entry.seq === watched?.seq) watched.done(answer);
        await this.dismiss(entry.seq);
        if (entry.seq !== watched?.seq) this.gone += 1;
      } catch (reason) {
        if (!(reason instanceof Refusal)) throw reason;
        this.offline = isAway(reason);
        if (tryAgain.has(reason.status) || reason.status >= 500) return;
        if (reason.error === "gate.no_context") {
          await this.forget(entry.context);
          if (entry.seq === watched?.seq) watched.refused(reason);
          continue;
        }
        if (entry.seq === watched?.seq) watched.refused(reason);
        const refused: Entry = { ...entry, state: "refused", error: reason.error };
        await this.cellar.change(refused);
        this.entries = this.entries.map((one) => (one.seq === entry.seq ? refused : one));
        if (entry.seq !== watched?.seq) this.gone += 1;
      }
    }
  }
}

interface Watched {
  seq: number;
  done: (answer: unknown) => void;
  refused: (reason: Refusal) => void;
}
