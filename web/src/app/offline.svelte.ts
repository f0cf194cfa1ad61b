import { Refusal, type Api, type Outside, type Schemas } from "../api/client";
import { readAhead } from "../api/offline/ahead";
import { keepingApi } from "../api/offline/api";
import { Cellar } from "../api/offline/cellar";
import { Journal } from "../api/offline/journal.svelte";
import { isAway, within } from "../api/offline/patience";
import type { OfflineRules } from "../api/offline/rules";
import { isPupil } from "../page/profiles";

type Me = Schemas["gate.Me"];
const lastHere = "preau.personne"; // whose copy opens when the network does not say who is here
const idle = 15_000; // ms between two tries while the network is away
const patience = 8000; // ms for the server to say who is here, where the device knows it too

interface Kept {
  me: Me;
  ahead: number; // the server's clock less the device's, ms
}

/** A device that keeps: an adult said it is theirs, or a pupil entered. */
function keeps(me: Me): boolean {
  return me.own_device || me.contexts.some(({ profile }) => isPupil(profile));
}

/**
 * Who is here, with or without network, and what this device keeps for them. Where nothing may be kept (a shared device, a
 * private window) everything works as if this were not there.
 */
export class Offline {
  journal: Journal | undefined = $state.raw();
  #cellar: Cellar | undefined;
  #login = "";
  #ahead = 0; // the server's clock less the device's, ms
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly connect: (prefix: string) => Api,
    private readonly outside: Pick<Outside, "random">,
    private readonly rooms: readonly OfflineRules[],
  ) {}

  /** As GET /me; without network, as it was last said on this device. */
  async meet(own: Api): Promise<Me> {
    const login = localStorage.getItem(lastHere);
    try {
      const asked = own.get<"gate.Me">("/me");
      const me = await (login ? within(patience, asked) : asked);
      if (keeps(me)) await this.#open(me.login, { me, ahead: me.now - Date.now() });
      return me;
    } catch (reason) {
      if (!isAway(reason) || !login) throw reason;
      await this.#open(login);
      const before = await this.#cellar?.find("", "/me", Date.now());
      if (!before) throw reason;
      const { me, ahead } = before.answer as Kept;
      this.#ahead = ahead;
      this.journal!.offline = true;
      return { ...me, now: Date.now() + ahead };
    }
  }

  /** The calls of a context, which read and write on this device when the network is away. */
  api(context: string): Api {
    const api = this.connect(`/api/c/${context}`);
    if (!this.#cellar || !this.journal) return api;
    const rules = {
      reads: this.rooms.flatMap(({ reads }) => reads),
      writes: this.rooms.flatMap(({ writes }) => writes),
    };
    return keepingApi(api, context, rules, this.#cellar, this.journal, {
      ...this.outside,
      now: Date.now,
      moment: (device) => device + this.#ahead,
    });
  }

  /** Keeps what may be wanted in a context without network; what fails now is tried again the next time. */
  async readAhead(api: Api, { slug, profile }: Me["contexts"][number], today: string): Promise<void> {
    const cellar = this.#cellar;
    if (!cellar || this.journal?.offline) return;
    const reader = { api, context: slug, cellar, now: Date.now, profile, today };
    await readAhead(this.rooms, reader).catch((reason: unknown) => {
      if (!(reason instanceof Refusal)) throw reason;
    });
  }

  /** What waits leaves before its author does. */
  async flush(): Promise<void> {
    if (this.journal?.waiting.length) await this.journal.flush();
  }

  /** The session is over: nothing read stays; what waits to be sent stays for its author alone, unless they leave for good. */
  async leave(forGood: boolean): Promise<void> {
    const login = localStorage.getItem(lastHere);
    localStorage.removeItem(lastHere);
    clearInterval(this.#timer);
    this.#cellar ??= login ? await Cellar.open(login) : undefined; // turned away before anything was opened
    if (forGood) await this.#cellar?.wipe();
    else await this.#cellar?.forgetAnswers();
  }

  async #open(login: string, kept?: Kept): Promise<void> {
    if (!this.#cellar) {
      this.#cellar = await Cellar.open(login);
      if (!this.#cellar) return;
      this.#login = login;
      this.journal = new Journal(
        this.#cellar,
        (entry) => this.connect(`/api/c/${entry.context}`).send(entry.method, entry.path, entry.body, entry.key),
        Date.now,
        () => this.#isHere(),
      );
      await this.journal.load();
      this.#listen(this.journal);
      registerWorker();
    }
    if (!kept) return;
    this.#ahead = kept.ahead;
    localStorage.setItem(lastHere, login);
    await this.#cellar.keep({ context: "", url: "/me", answer: kept, kept_at: Date.now() });
    void this.#cellar.tidy(Date.now());
    void this.journal?.flush();
  }

  /** In another tab somebody else may have entered since. */
  async #isHere(): Promise<boolean> {
    try {
      const me = await within(patience, this.connect("/api").get<"gate.Me">("/me"));
      return me.login === this.#login;
    } catch (reason) {
      if (isAway(reason)) this.journal!.offline = true;
      return false;
    }
  }

  /** The network is back: what waited goes, and whoever looks sees what is new. */
  async #tryAgain(journal: Journal): Promise<void> {
    if (journal.waiting.length) return journal.flush();
    if (!journal.offline || !(await this.#isHere())) return;
    journal.offline = false;
    journal.gone += 1;
  }

  #listen(journal: Journal): void {
    const again = () => void this.#tryAgain(journal);
    addEventListener("online", again);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
    this.#timer = setInterval(again, idle);
    window.addEventListener("storage", ({ key, newValue }) => {
      if (key === lastHere && newValue && newValue !== this.#login) location.reload();
    });
  }
}

/** The one address that may become a worker, said in the words the content policy asks where the browser knows them. */
function workerAddress(): string {
  const address = "/sw.js";
  const types = (globalThis as { trustedTypes?: { createPolicy: (name: string, rules: object) => Policy } })
    .trustedTypes;
  return types ? types.createPolicy("preau-sw", { createScriptURL: () => address }).createScriptURL("") : address;
}
interface Policy {
  createScriptURL(from: string): string;
}

/** After the page has shown: what is kept for later takes nothing from now. */
function registerWorker(): void {
  if (import.meta.env.DEV || !navigator.serviceWorker) return;
  setTimeout(() => void navigator.serviceWorker.register(workerAddress()).catch(() => undefined), 4000);
}
