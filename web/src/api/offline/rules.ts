/** A write that may wait for the network: its path after the context, and what it is called where it waits. */
export interface MayWait {
  method: "POST" | "PUT";
  path: RegExp;
  what: string;
}

/** What a room keeps on a device that a person said is theirs. */
export interface OfflineRules {
  /** Answers kept to be read without network: paths after the context, without query. */
  reads: readonly RegExp[];
  writes: readonly MayWait[];
}
