import type { Ask } from "./compose.svelte";
import * as words from "./words.gen";

/** "À signer par un parent", "À répondre par chaque parent". */
export function asked(ask: Ask, signature: boolean): string {
  return signature || ask === "read" ? words.ask[ask] : words.ask_answer[ask];
}
