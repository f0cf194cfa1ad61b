import type { Api, Outside, Schemas } from "../api/client";
import { Refusal } from "../api/client";
import { keepingApi } from "../api/offline/api";
import { Cellar } from "../api/offline/cellar";
import { Journal } from "../api/offline/journal.svelte";
import type { OfflineRules } from "../api/offline/rules";
import { isPupil } from "../page/profiles";

type Me = Schemas["gate.Me"];
const lastHere = "preau.personne"; // whose copy opens when the network does not say who is here
const idle = 15_000; // ms between two tries while the network is away

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
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly connect: (prefix: string) => Api,
    private readonly outside: Pick<Outside, "random">,
    private readonly rules: OfflineRules,
  ) {}

  /** As GET /me; without network, as it was last said on this device. */
  async meet(own: Api): Promise<Me> {
    try {
      const me = await own.get<"gate.Me">("/me");
      if (keeps(me)) await this.#open(me.login, { me, ahead: me.now - Date.now() });
      return me;
    } catch (reason) {
      const login = localStorage.getItem(lastHere);
      if (!(reason instanceof Refusal) || reason.status !== 0 || !login) throw reason;
      await this.#open(login);
      const before = await this.#cellar?.find("", "/me", Date.now());
      if (!before) throw reason;
      const { me, ahead } = before.answer as Kept;
      this.journal!.offline = true;
      return { ...me, now: Date.now() + ahead };
    }
  }

  /** The calls of a context, which read and write on this device when the network is away. */
  api(context: string): Api {
    const api = this.connect(`/api/c/${context}`);
    if (!this.#cellar || !this.journal) return api;
    return keepingApi(api, context, this.rules, this.#cellar, this.journal, { ...this.outside, now: Date.now });
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
      this.journal = new Journal(
        this.#cellar,
        (entry) => this.connect(`/api/c/${entry.context}`).send(entry.method, entry.path, entry.body, entry.key),
        Date.now,
      );
      await this.journal.load();
      this.#listen(this.journal);
      registerWorker();
    }
    if (!kept) return;
    localStorage.setItem(lastHere, login);
    await this.#cellar.keep({ context: "", url: "/me", answer: kept, kept_at: Date.now() });
    void this.#cellar.tidy(Date.now());
    void this.journal?.flush();
  }

  #listen(journal: Journal): void {
    const flush = () => {
      if (journal.waiting.length || journal.offline) void journal.flush();
    };
    addEventListener("online", flush);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && flush());
    this.#timer = setInterval(() => journal.waiting.length && flush(), idle);
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
