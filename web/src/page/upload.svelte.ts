import { Refusal, type Api, type Schemas } from "../api/client";
import { reduce, sha256, type Reduced } from "./reduce";

/*
 * The files of one thing being written: chosen, made smaller, shown, sent in parts that go on after a cut.
 *
 *   const uploads = new Uploads(useHere().api, thing?.files);   // with those it has already
 *   <Upload {uploads} />                                        // the part of the form
 *   body.files = uploads.ids                                    // what the thing is sent with
 *   uploads.busy                                                // something is still on its way: wait before sending
 *   draft.files = uploads.there; await uploads.restore(draft.files)  // beside a draft (draft.svelte.ts)
 */

export type Sending = "queued" | "reducing" | "sending" | "checking" | "ready" | "waiting" | "refused";
type UploadedFile = Schemas["uploads.File"];

export const mostFiles = 5;
export const mostBytes = 10 * 1024 * 1024;

/** What this needs of the browser, handed in so that tests need none. */
export interface Tools {
  reduce: (file: File) => Promise<Reduced>;
  sha256: (blob: Blob) => Promise<string>;
  show: (blob: Blob) => string | undefined; // the address of a preview
  hide: (address: string) => void;
  wait: (ms: number) => Promise<void>;
}

/** One file on its way, or there. */
export class Chosen {
  name: string = $state("");
  bytes: number = $state(0);
  sending: Sending = $state("queued");
  share: number = $state(0); // of what was sent, 0 to 1
  refusal: Refusal | undefined = $state.raw();
  preview: string | undefined = $state();
  upload: string | undefined; // its id on the server
  file: UploadedFile | undefined; // once it is there
  removed = false;

  constructor(
    readonly key: number,
    name: string,
    bytes: number,
  ) {
    this.name = name;
    this.bytes = bytes;
  }
}

export class Uploads {
  files: Chosen[] = $state([]);
  #keys = 0;
  #turn: Promise<void> = Promise.resolve(); // one at a time: a slow line is not shared

  constructor(
    private readonly api: Api,
    already: readonly UploadedFile[] = [],
    private readonly tools: Tools = browser,
  ) {
    for (const file of already) this.#there(file);
  }

  /** What the thing is sent with: those that are there, in their order. */
  get ids(): string[] {
    return this.files.flatMap((one) => (one.sending === "ready" && one.upload ? [one.upload] : []));
  }
  /** The same with what is known of them: for a draft, to be given to `restore`. */
  get there(): UploadedFile[] {
    return this.files.flatMap((one) => (one.sending === "ready" && one.file ? [one.file] : []));
  }
  get busy(): boolean {
    return this.files.some((one) => one.sending !== "ready" && one.sending !== "refused");
  }
  get left(): number {
    return mostFiles - this.files.length;
  }

  /** Those of a draft that are still on the server. */
  async restore(files: readonly UploadedFile[]): Promise<void> {
    const asked = files.map(({ upload }) => this.api.get<"uploads.Progress">(`/uploads/${upload}`).catch(gone));
    for (const found of await Promise.all(asked)) {
      if (found?.file && !this.ids.includes(found.upload)) this.#there(found.file);
    }
  }

  /** Takes these, as many as still fit; the promise is kept once each is there or refused. */
  async add(chosen: readonly File[]): Promise<void> {
    const turns = chosen.slice(0, Math.max(0, this.left)).map((file) => {
      const one = this.#enter(new Chosen(this.#keys++, file.name, file.size));
      return (this.#turn = this.#turn.then(() => this.#bring(one, file)));
    });
    await Promise.all(turns);
  }

  /** Lets one go, here and on the server unless a thing holds it. */
  async remove(one: Chosen): Promise<void> {
    one.removed = true;
    this.files = this.files.filter((other) => other !== one);
    if (one.preview) this.tools.hide(one.preview);
    if (one.upload) await this.api.drop(`/uploads/${one.upload}`).catch(() => undefined);
  }

  /** The page goes: nothing more is sent. What arrived stays for a month, for the draft that names it. */
  leave(): void {
    for (const one of this.files) {
      one.removed = true;
      if (one.preview) this.tools.hide(one.preview);
    }
  }

  #there(file: UploadedFile): void {
    const one = this.#enter(new Chosen(this.#keys++, file.name, file.size_bytes));
    this.#arrived(one, file);
  }
  #arrived(one: Chosen, file: UploadedFile): void {
    one.upload = file.upload;
    one.file = file;
    one.name = file.name;
    one.bytes = file.size_bytes;
    one.sending = "ready";
  }

  /** The list shows what it holds: the one it hands back, not the one it was given. */
  #enter(one: Chosen): Chosen {
    this.files.push(one);
    return this.files[this.files.length - 1];
  }

  async #bring(one: Chosen, file: File): Promise<void> {
    if (one.removed) return;
    one.sending = "reducing";
    try {
      const { blob, name } = await this.tools.reduce(file);
      one.name = name;
      one.bytes = blob.size;
      if (blob.size > mostBytes) throw new Refusal(413, "uploads.too_large");
      one.preview = this.tools.show(blob);
      await this.#send(one, blob);
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason;
      one.refusal = reason;
      one.sending = "refused";
      if (one.upload) await this.api.drop(`/uploads/${one.upload}`).catch(() => undefined);
      one.upload = undefined;
    }
  }

  async #send(one: Chosen, blob: Blob): Promise<void> {
    one.sending = "sending";
    const begun = await this.#kept(one, () =>
      this.api.post<"uploads.Begun">("/uploads", { name: one.name, size_bytes: blob.size }),
    );
    if (!begun) return;
    one.upload = begun.upload;
    const hash = await this.tools.sha256(blob);
    for (let round = 0; !one.removed; round++) {
      await this.#sendParts(one, blob, begun);
      if (one.removed) return;
      one.sending = "checking";
      try {
        const file = await this.#kept(one, () =>
          this.api.post<"uploads.File">(`/uploads/${begun.upload}/finish`, { sha256: hash }),
        );
        if (!file) return;
        return this.#arrived(one, file);
      } catch (reason) {
        const spoilt = reason instanceof Refusal && ["uploads.corrupt", "uploads.missing_parts"].includes(reason.error);
        if (!spoilt || round > 0) throw reason;
      }
    }
  }

  /** Sends what the server does not have yet; a cut is waited for, then it is asked again what arrived. */
  async #sendParts(one: Chosen, blob: Blob, begun: Schemas["uploads.Begun"]): Promise<void> {
    const there = await this.#kept(one, () => this.api.get<"uploads.Progress">(`/uploads/${begun.upload}`));
    // Asked to send again, what is there was spoilt: all of it goes once more.
    const received = one.sending === "checking" ? [] : (there?.received ?? []);
    for (let part = 0; part < begun.parts && !one.removed; part++) {
      if (!received.includes(part)) {
        const piece = blob.slice(part * begun.part_bytes, (part + 1) * begun.part_bytes);
        await this.#kept(one, () => this.api.putBytes(`/uploads/${begun.upload}/parts/${part}`, piece));
      }
      one.share = (part + 1) / begun.parts;
    }
  }

  /** Does it again and again while the network is away or the school busy; undefined once nobody wants it any more. */
  async #kept<Answer>(one: Chosen, act: () => Promise<Answer>): Promise<Answer | undefined> {
    const before = one.sending;
    for (let pause = 2000; !one.removed; pause = Math.min(pause * 2, 30_000)) {
      try {
        const answer = await act();
        one.sending = before;
        return answer;
      } catch (reason) {
        if (!(reason instanceof Refusal) || (reason.status !== 0 && reason.status !== 503)) throw reason;
        one.sending = "waiting";
        await this.tools.wait(pause);
      }
    }
    return undefined;
  }
}

function gone(reason: unknown): undefined {
  if (!(reason instanceof Refusal)) throw reason;
}

const browser: Tools = {
  reduce,
  sha256,
  show: (blob) => (blob.type.startsWith("image/") ? URL.createObjectURL(blob) : undefined),
  hide: (address) => URL.revokeObjectURL(address),
  wait: (ms) =>
    new Promise((done) => {
      const timer = setTimeout(done, ms);
      addEventListener("online", () => (clearTimeout(timer), done(undefined)), { once: true });
    }),
};
