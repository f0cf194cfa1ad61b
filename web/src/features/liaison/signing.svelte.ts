import { Refusal, type Api } from "../../api/client";
import { Kept } from "../../api/offline/journal.svelte";
import type { Answer } from "./answers.svelte";
import type { ForChild, Note } from "./note";

/** One guardian with one note in hand: opening it, signing or answering it for each child, taking that back. */
export class Signing {
  note: Note;
  /** The child whose slip is being sent. */
  busy = $state<string | undefined>(undefined);
  /** The last refusal, by child. */
  faults = $state<Record<string, Refusal>>({});
  /** A newer version replaced the one being read: it has to be read again before signing. */
  newer = $state(false);

  constructor(
    note: Note,
    private readonly api: Api,
    private readonly now: () => number,
  ) {
    this.note = $state(note);
  }

  /** The note as it is now, while it is read: another reply, a new version, what waited and has gone. */
  async refresh(): Promise<void> {
    if (this.busy) return;
    const now = await this.#ask();
    if (now) this.note = now;
  }

  /** Tells that this guardian opened the note, once for each child. A failure costs nothing: the next reading tells it. */
  async open(): Promise<void> {
    for (const child of this.note.children) {
      if (child.opened_at !== undefined || this.note.withdrawn) continue;
      await this.api.post(this.#path("open"), { child: child.child }).catch(ignoreRefusal);
    }
  }

  async sign(child: ForChild): Promise<void> {
    await this.#send(child, async () => {
      const at = this.now();
      const body = { child: child.child, version: this.note.version, at };
      const signed = await orKept(this.api.post<"liaison.Signed">(this.#path("sign"), body));
      this.#change(child, { signed_at: at, ...signed, may_sign: false });
    });
  }

  /** Answers, and signs when the note wants a signature: one act. True when the school has it, or will have it. */
  async answer(child: ForChild, answers: Answer[]): Promise<boolean> {
    return this.#send(child, async () => {
      const at = this.now();
      const body = { child: child.child, version: this.note.version, answers, at };
      const answered = await orKept(this.api.post<"liaison.Answered">(this.#path("answer"), body));
      const here = { signed_at: at, answered_at: at, may_change_answer: false };
      this.#change(child, { ...here, ...answered, answers, may_sign: false });
    });
  }

  async takeBack(child: ForChild): Promise<void> {
    await this.#send(child, async () => {
      await this.api.post(this.#path("unsign"), { child: child.child });
      this.#change(child, { signed_at: undefined, undo_until: undefined, answers: undefined, may_sign: true });
    });
  }

  async #send(child: ForChild, act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = child.child;
    delete this.faults[child.child];
    try {
      await act();
      this.newer = false;
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.#understand(child, error);
      return false;
    } finally {
      this.busy = undefined;
    }
  }

  /** Already signed, withdrawn, changed: the note as it is now answers better than a sentence about it. */
  async #understand(child: ForChild, refusal: Refusal): Promise<void> {
    if ([409, 410, 412].includes(refusal.status)) {
      const now = await this.#ask();
      if (now) this.note = now;
    }
    if (refusal.error === "liaison.newer_version") this.newer = true;
    else if (refusal.status !== 409 && !this.note.withdrawn) this.faults[child.child] = refusal;
  }

  #change(child: ForChild, to: Partial<ForChild>): void {
    this.note = {
      ...this.note,
      children: this.note.children.map((one) => (one.child === child.child ? { ...one, ...to } : one)),
    };
  }

  #ask(): Promise<Note | undefined> {
    return this.api.get<"liaison.Note">(`/liaison/notes/${this.note.id}`).catch(ignoreRefusal);
  }

  #path(verb: string): string {
    return `/liaison/notes/${this.note.id}/${verb}`;
  }
}

/** Nothing, when it waits on the device: then what is shown is what was done. */
async function orKept<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (reason) {
    if (reason instanceof Kept) return undefined;
    throw reason;
  }
}

function ignoreRefusal(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}
