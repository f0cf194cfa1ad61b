import { expect, test } from "vitest";
import { Refusal } from "../../api/client";
import { Acting } from "./acting.svelte";
import type { Confirmed } from "./sheets.svelte";

const direct: Confirmed = (act) => act();

test("an act is done once, however often it is pressed", async () => {
  const acting = new Acting(direct);
  let count = 0;
  const act = async () => void count++;
  const both = await Promise.all([acting.act("a", act), acting.act("a", act)]);
  expect([count, both, acting.busy]).toEqual([1, [true, false], ""]);
});

test("a refusal is said beside its act, and only there", async () => {
  const acting = new Acting(direct);
  expect(await acting.act("custody", () => Promise.reject(new Refusal(400, "people.custody_dates")))).toBe(false);
  expect(acting.of("custody")?.error).toBe("people.custody_dates");
  expect(acting.of("death")).toBeUndefined();
});

test("the password not given leaves all as it was", async () => {
  const acting = new Acting(async () => undefined);
  expect(await acting.act("death", async () => {})).toBe(false);
  expect(acting.refusal).toBeUndefined();
});
