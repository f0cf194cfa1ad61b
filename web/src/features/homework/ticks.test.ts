import { expect, test } from "vitest";
import { Refusal, type Api } from "../../api/client";
import { Ticks } from "./ticks.svelte";

const item = { entry: "e1", ticked: false };
const answering = (post: (path: string, body?: object) => Promise<unknown>) => ({ post }) as unknown as Api;

test("a tick shows at once, with the moment it was made, and stays when the school has it", async () => {
  const sent: unknown[] = [];
  const ticks = new Ticks(
    answering(async (path, body) => {
      sent.push([path, body]);
      return { done: true, at: 5 };
    }),
    () => 5,
  );
  const sending = ticks.set(item, true);
  expect(ticks.done(item)).toBe(true);
  expect(ticks.told(item)).toBe("sending");
  await sending;
  expect(ticks.told(item)).toBe("told");
  expect(sent).toEqual([["/homework/entries/e1/tick", { done: true, at: 5 }]]);
});

test("another device ticked later: what it said stands", async () => {
  const ticks = new Ticks(
    answering(async () => ({ done: false, at: 9 })),
    () => 5,
  );
  await ticks.set(item, true);
  expect(ticks.done(item)).toBe(false);
});

test("without network it waits as the pupil left it; refused, it goes back", async () => {
  const waiting = new Ticks(
    answering(async () => {
      throw new Refusal(202, "kept");
    }),
    () => 5,
  );
  await waiting.set(item, true);
  expect(waiting.done(item)).toBe(true);
  expect(waiting.told(item)).toBe("waiting");

  const refused = new Ticks(
    answering(async () => {
      throw new Refusal(410, "homework.withdrawn");
    }),
    () => 5,
  );
  await refused.set(item, true);
  expect(refused.done(item)).toBe(false);
  expect(refused.told(item)).toBe("refused");
});
