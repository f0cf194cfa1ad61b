import type { Query } from "../client";

/** A write that may wait for the network: its path after the context, and what it is called where it waits. */
export interface MayWait {
  method: "POST" | "PUT";
  path: RegExp;
  what: string;
  /**
   * What a read path answers once `write` has gone: pages show it as done, and say beside it that it waits. The answer itself when
   * it does not concern it; done twice, it is as done once.
   */
  shown?: (path: string, answer: never, write: Waiting) => unknown;
}

/** A write that waits, as its room reads it. */
export interface Waiting {
  path: string;
  body: never; // what the room sent
  key: string;
  at: number; // when it was made, by the server's clock
}

/** What a room may ask in advance, one thing after the other. */
export interface ReadAhead {
  profile: string;
  today: string; // "2026-09-14"
  get<Answer>(path: string, query?: Query): Promise<Answer>;
  /** What is on the device already, and stays there; undefined when nothing is. */
  keep<Answer>(path: string, query?: Query): Promise<Answer | undefined>;
}

/** What a room keeps on a device that a person said is theirs. */
export interface OfflineRules {
  /** Answers kept to be read without network: paths after the context, without query. */
  reads: readonly RegExp[];
  writes: readonly MayWait[];
  /**
   * Asks for what may be wanted without network. Whatever else of `reads` is on the device goes when it is done: what was
   * withdrawn, or is of a child who is theirs no more.
   */
  ahead?: (read: ReadAhead) => Promise<void>;
}
