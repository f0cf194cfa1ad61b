import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";

/** An answer of the server, as it was when the network last carried it. */
export interface KeptAnswer {
  context: string;
  url: string; // path and query, after the context
  answer: unknown;
  kept_at: number; // the device's clock, ms
}

export type EntryState = "waiting" | "refused" | "expired";

/** A write made without network: what it asks, when it was made, and what became of it. */
export interface Entry {
  seq: number; // the order in which they were made and are sent
  context: string;
  method: "POST" | "PUT";
  path: string;
  body: string; // JSON, exactly as it will be sent
  key: string; // its Idempotency-Key, the same at each try
  what: string; // in the person's words: "Une signature"
  made_at: number; // the device's clock, ms
  state: EntryState;
  error?: string; // why it was refused
}

interface Shelves extends DBSchema {
  answers: { key: [string, string]; value: KeptAnswer; indexes: { kept_at: number } };
  journal: { key: number; value: Entry };
}

export const keptFor = 14 * 24 * 3600 * 1000; // ms
const mostAnswers = 400;

/**
 * What one person keeps on their own device: the last answers they read, the writes that wait for the network. A database
 * of its own for each login, so that two adults of one phone never meet in it.
 */
export class Cellar {
  private constructor(
    private readonly name: string,
    private readonly db: IDBPDatabase<Shelves>,
  ) {}

  /** Undefined where the browser keeps nothing (a private window): all works, but only with the network. */
  static async open(login: string): Promise<Cellar | undefined> {
    const name = `preau ${login}`;
    try {
      const db = await openDB<Shelves>(name, 1, {
        upgrade(fresh) {
          fresh.createObjectStore("answers", { keyPath: ["context", "url"] }).createIndex("kept_at", "kept_at");
          fresh.createObjectStore("journal", { keyPath: "seq", autoIncrement: true });
        },
        // another tab wipes it: let go, or the wish would wait for ever
        blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
      });
      return new Cellar(name, db);
    } catch {
      return undefined;
    }
  }

  async keep(answer: KeptAnswer): Promise<void> {
    await this.db.put("answers", answer);
  }

  async find(context: string, url: string, now: number): Promise<KeptAnswer | undefined> {
    const found = await this.db.get("answers", [context, url]);
    return found && now - found.kept_at <= keptFor ? found : undefined;
  }

  /** The addresses of all that is kept of one context. */
  async urls(context: string): Promise<string[]> {
    const keys = await this.db.getAllKeys("answers", IDBKeyRange.bound([context, ""], [context, "\uffff"]));
    return keys.map(([, url]) => url);
  }

  async drop(context: string, url: string): Promise<void> {
    await this.db.delete("answers", [context, url]);
  }

  /** Drops what is older than 14 days, and the oldest beyond the room there is. */
  async tidy(now: number): Promise<void> {
    const work = this.db.transaction("answers", "readwrite");
    let left = await work.store.count();
    for (let at = await work.store.index("kept_at").openCursor(); at; at = await at.continue()) {
      if (now - at.value.kept_at <= keptFor && left <= mostAnswers) break;
      await at.delete();
      left -= 1;
    }
    await work.done;
  }

  async forgetAnswers(): Promise<void> {
    await this.db.clear("answers");
  }

  /** A relation has ended: nothing read or written there stays. */
  async forgetContext(context: string): Promise<void> {
    const work = this.db.transaction(["answers", "journal"], "readwrite");
    for (const name of ["answers", "journal"] as const) {
      for (let at = await work.objectStore(name).openCursor(); at; at = await at.continue()) {
        if (at.value.context === context) await at.delete();
      }
    }
    await work.done;
  }

  async entries(): Promise<Entry[]> {
    return this.db.getAll("journal");
  }

  /** Written to the device before anything says so. */
  async add(entry: Omit<Entry, "seq">): Promise<Entry> {
    const seq = await this.db.add("journal", entry as Entry);
    return { ...entry, seq };
  }

  async change(entry: Entry): Promise<void> {
    await this.db.put("journal", entry);
  }

  async remove(seq: number): Promise<void> {
    await this.db.delete("journal", seq);
  }

  /** Nothing of this person stays on the device. */
  async wipe(): Promise<void> {
    this.db.close();
    await deleteDB(this.name);
  }
}
