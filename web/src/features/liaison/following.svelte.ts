import { Refusal, type Api, type Schemas } from "../../api/client";
import type { Answer } from "./answers.svelte";
import type { FollowedChild, FollowUp, Signer } from "./stacks";

export interface Slip {
  child: string;
  first_name: string;
  guardian?: string; // none for a child without guardian
}

/** One note being followed: slips come back, are recorded, are taken back; the server's count is read again each time. */
export class Following {
  note: FollowUp;
  busy = $state(false);
  /** The slip just recorded: it may be taken back at once. */
  lately = $state<Slip | undefined>(undefined);
  /** The reminder that just left, to be said once. */
  reminded = $state<Schemas["liaison.Reminded"] | undefined>(undefined);
  refusal = $state<Refusal | undefined>(undefined);

  constructor(
    note: FollowUp,
    private readonly api: Api,
  ) {
    this.note = $state(note);
  }

  /** `answers`: what is ticked on the slip, when the note asks questions. */
  async record(child: FollowedChild, guardian?: Signer, answers?: Answer[]): Promise<void> {
    const slip = slipOf(child, guardian);
    if (await this.#write("paper", slip, answers)) this.lately = slip;
  }

  /** Tells again those who are awaited. */
  async remind(): Promise<void> {
    let reminded: Schemas["liaison.Reminded"] | undefined;
    const left = await this.#send(async () => {
      const body = { version: this.note.version };
      reminded = await this.api.post<"liaison.Reminded">(this.#path("remind"), body);
    });
    if (left) this.reminded = reminded;
  }

  async takeBack(slip: Slip): Promise<void> {
    if (await this.#write("paper/undo", slip)) this.lately = undefined;
  }

  /** Withdraws the note: families no longer see its text, and nothing more is awaited of them. */
  async withdraw(): Promise<boolean> {
    return this.#send(() => this.api.post(this.#path("withdraw"), { version: this.note.version }));
  }

  #write(verb: string, slip: Slip, answers?: Answer[]): Promise<boolean> {
    const body: Record<string, unknown> = { child: slip.child };
    if (slip.guardian) body.guardian = slip.guardian;
    if (answers) body.answers = answers;
    return this.#send(() => this.api.post(this.#path(verb), body));
  }

  async #send(act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.refusal = undefined;
    try {
      await act();
      this.note = await this.api.get<"liaison.FollowUp">(this.#path("follow-up"));
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
      return false;
    } finally {
      this.busy = false;
    }
  }

  #path(verb: string): string {
    return `/liaison/notes/${this.note.id}/${verb}`;
  }
}

function slipOf(child: FollowedChild, guardian?: Signer): Slip {
  return { child: child.child, first_name: child.first_name, guardian: guardian?.person };
}

/** The slips of this child that were recorded on paper, each to be taken back by itself. */
export function paperSlips(child: FollowedChild): Slip[] {
  const byGuardian = child.guardians
    .filter((guardian) => guardian.way === "paper" && guardian.signed_at !== undefined)
    .map((guardian) => slipOf(child, guardian));
  return child.paper_at !== undefined && byGuardian.length === 0 ? [slipOf(child)] : byGuardian;
}
