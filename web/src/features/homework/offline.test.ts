import { expect, test } from "vitest";
import type { Waiting } from "../../api/offline/rules";
import { asTicked } from "./offline";

const tick = { path: "/homework/entries/e1/tick", body: { done: true } as never, key: "k", at: 8 } satisfies Waiting;
const items = [
  { entry: "e1", ticked: false },
  { entry: "e2", ticked: false },
];

test("what was ticked without network is ticked in the book and on the home, and nothing else", () => {
  const ticked = [{ entry: "e1", ticked: true }, items[1]];
  expect(asTicked("/homework/items", { items } as never, tick)).toEqual({ items: ticked });
  const home = { cards: { homework_pupil: { for_next: items, for_today: [] } } };
  expect(asTicked("/home", home as never, tick)).toEqual({
    cards: { homework_pupil: { for_next: ticked, for_today: [] } },
  });
  expect(asTicked("/liaison/notes", { notes: [] } as never, tick)).toEqual({ notes: [] });
});
