import { Refusal, type Schemas } from "../api/client";
import type { Here } from "./here";

/*
 * What is being written is kept as one types: on this device at once, on the server 1.5 s after the last word, for 30 days.
 * It is back after a crash of the browser, without network, and on another device.
 *
 *   const kept = new KeptDraft<NoteText>(useHere(), "liaison.note", "new");
 *   const before = await kept.open();            // what was being written, or undefined
 *   if (before) draft.take(before);
 *   $effect(() => kept.write(draft.text()));     // a plain object; the same text again writes nothing
 *   …
 *   await kept.drop();                           // once it is sent, or thrown away
 *
 * <DraftState {kept} ontake={(theirs) => draft.take(theirs)} /> says how it stands, and lets one choose when it was also
 * written elsewhere.
 */

const prefix = "preau.brouillon.";
const pause = 1500; // ms after the last word
const again = 15_000; // ms between two tries while the network is away

/** What this needs of the browser, handed in so that tests need none. */
export interface Around {
  drawer: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  after: (act: () => void, ms: number) => unknown;
  forget: (timer: unknown) => void;
}

interface Local {
  text: string;
  version: number; // of the server's that it was written over
}

/** nothing: nothing written · kept: the server has it · pending: on its way · offline: on this device alone · elsewhere: choose */
export type DraftStanding = "nothing" | "kept" | "pending" | "offline" | "elsewhere";

export class KeptDraft<Content extends object> {
  standing: DraftStanding = $state("nothing");
  /** What another device saved meanwhile, to choose from. */
  theirs: Content | undefined = $state.raw();
  #text = "";
  #version = 0;
  #theirVersion = 0;
  #timer: unknown;
  #sending: Promise<void> | undefined;
  #dropped = false;
  readonly #path: string;
  readonly #name: string;

  constructor(
    private readonly here: Pick<Here, "api" | "me" | "context">,
    kind: string,
    thing: string,
    private readonly around: Around = browser(here.me.own_device),
  ) {
    this.#path = `/drafts/${kind}/${thing}`;
    this.#name = `${prefix}${here.me.login}.${here.context.slug}.${kind}.${thing}`;
  }

  /** What was being written, here or elsewhere. What is only here wins, and is sent. */
  async open(): Promise<Content | undefined> {
    const local = this.#local();
    const remote = await this.#remote();
    this.#version = remote?.version ?? 0;
    if (!local || local.text === remote?.content) {
      this.#text = remote?.content ?? "";
      this.standing = remote ? "kept" : "nothing";
      this.#clear();
      return remote ? read<Content>(remote.content) : undefined;
    }
    this.#text = local.text;
    if (remote === null) {
      this.#version = local.version; // no network: nothing is known of the other one
      this.standing = "offline";
      this.#later(again);
    } else if (remote && remote.version !== local.version) {
      this.#meet(remote);
    } else {
      this.standing = "pending";
      this.#later(0);
    }
    return read<Content>(local.text);
  }

  /** Keeps this instead of what was kept before. */
  write(content: Content): void {
    const text = JSON.stringify(content);
    if (text === this.#text || this.#dropped) return;
    this.#text = text;
    this.#keepHere();
    if (this.standing === "elsewhere") return; // chosen first
    this.standing = "pending";
    this.#later(pause);
  }

  /** Sends what waits, now: before the page is left. */
  async flush(): Promise<void> {
    this.around.forget(this.#timer);
    await this.#sending;
    if (this.standing === "pending" || this.standing === "offline") await (this.#sending = this.#send());
  }

  /** What is here replaces what was written elsewhere. */
  async keepMine(): Promise<void> {
    this.#version = this.#theirVersion;
    this.theirs = undefined;
    this.standing = "pending";
    await this.flush();
  }

  /** What was written elsewhere replaces what is here. */
  takeTheirs(): Content | undefined {
    const { theirs } = this;
    if (!theirs) return undefined;
    this.#text = JSON.stringify(theirs);
    this.#version = this.#theirVersion;
    this.theirs = undefined;
    this.standing = "kept";
    this.#clear();
    return theirs;
  }

  /** It was sent, or is not wanted any more. Without network the server forgets it by itself after 30 days. */
  async drop(): Promise<void> {
    this.#dropped = true;
    this.around.forget(this.#timer);
    this.#clear();
    await this.#sending;
    this.standing = "nothing";
    await this.here.api.drop(this.#path).catch(() => undefined);
  }

  #later(ms: number): void {
    this.around.forget(this.#timer);
    this.#timer = this.around.after(() => void this.flush(), ms);
  }

  async #send(): Promise<void> {
    const text = this.#text;
    try {
      const saved = await this.here.api.putBytes<"drafts.Saved">(this.#path, text, { version: this.#version });
      this.#version = saved.version;
      if (text !== this.#text) {
        this.#keepHere();
        this.#later(pause);
        return;
      }
      this.standing = "kept";
      this.#clear();
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason;
      if (reason.status === 412) await this.#meet(await this.#remote());
      else {
        this.standing = "offline";
        this.#later(again);
      }
    }
  }

  /** Somebody, perhaps this very page before its network broke, saved another version. */
  async #meet(remote: Schemas["drafts.Draft"] | undefined | null): Promise<void> {
    if (remote === undefined) {
      this.#version = 0; // sent or dropped elsewhere: nothing written is ever lost
      this.standing = "pending";
      this.#later(0);
    } else if (remote === null) {
      this.standing = "offline";
      this.#later(again);
    } else if (remote.content === this.#text) {
      this.#version = remote.version;
      this.standing = "kept";
      this.#clear();
    } else {
      this.#theirVersion = remote.version;
      this.theirs = read<Content>(remote.content);
      this.standing = "elsewhere";
    }
  }

  /** undefined: the server has none; null: it cannot be asked. */
  async #remote(): Promise<Schemas["drafts.Draft"] | undefined | null> {
    try {
      return await this.here.api.get<"drafts.Draft">(this.#path);
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason;
      return reason.status === 404 ? undefined : null;
    }
  }

  #local(): Local | undefined {
    return read<Local>(this.around.drawer.getItem(this.#name) ?? "");
  }
  #keepHere(): void {
    try {
      this.around.drawer.setItem(this.#name, JSON.stringify({ text: this.#text, version: this.#version }));
    } catch {
      // the device keeps nothing more: the server will
    }
  }
  #clear(): void {
    this.around.drawer.removeItem(this.#name);
  }
}

function read<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

/** On a device of one's own what is written outlives the browser; on a shared one, the tab at most. */
function browser(ownDevice: boolean): Around {
  return {
    drawer: ownDevice ? localStorage : sessionStorage,
    after: (act, ms) => setTimeout(act, ms),
    forget: (timer) => clearTimeout(timer as number),
  };
}

/** The person leaves for good: nothing half written stays on this device. */
export function forgetDrafts(): void {
  for (const drawer of [localStorage, sessionStorage]) {
    for (const name of Object.keys(drawer)) if (name.startsWith(prefix)) drawer.removeItem(name);
  }
}
