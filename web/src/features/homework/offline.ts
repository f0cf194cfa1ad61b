import type { Schemas } from "../../api/client";
import type { OfflineRules, ReadAhead, Waiting } from "../../api/offline/rules";
import { later, mondayOf, type Item } from "./work";
import * as words from "./words.gen";

/** The book of the last two weeks, this one and the next, and a pupil's ticks. */
export const offline: OfflineRules = {
  reads: [/^\/homework\/items$/, /^\/homework\/book$/, /^\/homework\/desk$/],
  writes: [{ method: "POST", path: /^\/homework\/entries\/[^/]+\/tick$/, what: words.waits_tick, shown: asTicked }],
  ahead,
};

async function ahead({ profile, today, get, keep }: ReadAhead): Promise<void> {
  const weeks = [-14, -7, 0, 7].map((days) => later(mondayOf(today), days));
  if (profile === "guardian" || profile.startsWith("pupil")) {
    for (const from_on of weeks) await get("/homework/items", { from_on, until_on: later(from_on, 6) });
    return;
  }
  await keep("/homework/desk");
  for (const from_on of weeks) await keep("/homework/book", { from_on, until_on: later(from_on, 6) });
}

/** A pupil's pages, with the work ticked or unticked. */
export function asTicked(path: string, answer: never, { path: to, body }: Waiting): unknown {
  const { done } = body as { done: boolean };
  const entry = to.split("/")[3];
  const ticked = (items: readonly Item[]) =>
    items.map((item) => (item.entry === entry ? { ...item, ticked: done } : item));
  if (path === "/homework/items") {
    const pages: Schemas["homework.Pages"] = answer;
    return { ...pages, items: ticked(pages.items) };
  }
  const home: Schemas["Home"] = answer;
  const card = path === "/home" ? home.cards.homework_pupil : undefined;
  if (!card) return home;
  const homework_pupil = { ...card, for_next: ticked(card.for_next), for_today: ticked(card.for_today) };
  return { ...home, cards: { ...home.cards, homework_pupil } };
}
