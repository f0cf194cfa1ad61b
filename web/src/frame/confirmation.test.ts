import { expect, test, vi } from "vitest";
import { Refusal, type Api } from "../api/client";
import { Confirmation } from "./confirmation.svelte";

const wantsPassword = () => new Refusal(403, "gate.confirm");

function doors(post: () => Promise<void>) {
  return new Confirmation({ post } as unknown as Api);
}

test("an act that needs no password is simply done", async () => {
  const confirmation = doors(async () => {});
  expect(await confirmation.confirmed(async () => "done")).toBe("done");
  expect(confirmation.open).toBe(false);
});

test("the password is asked, then the act is done", async () => {
  const confirmation = doors(async () => {});
  const act = vi.fn().mockRejectedValueOnce(wantsPassword()).mockResolvedValueOnce("sheets");
  const done = confirmation.confirmed(act);
  await vi.waitFor(() => expect(confirmation.open).toBe(true));
  await confirmation.give("secret");
  expect(await done).toBe("sheets");
  expect(confirmation.open).toBe(false);
});

test("a wrong password is said, and can be tried again", async () => {
  const post = vi.fn().mockRejectedValueOnce(new Refusal(403, "gate.wrong_password")).mockResolvedValueOnce(undefined);
  const confirmation = doors(post);
  const done = confirmation.confirmed(vi.fn().mockRejectedValueOnce(wantsPassword()).mockResolvedValueOnce("sheets"));
  await vi.waitFor(() => expect(confirmation.open).toBe(true));
  await confirmation.give("wrong");
  expect(confirmation.open).toBe(true);
  expect(confirmation.refusal).toMatchObject({ error: "gate.wrong_password" });
  await confirmation.give("right");
  expect(await done).toBe("sheets");
});

test("giving up does nothing", async () => {
  const confirmation = doors(async () => {});
  const act = vi.fn().mockRejectedValue(wantsPassword());
  const done = confirmation.confirmed(act);
  await vi.waitFor(() => expect(confirmation.open).toBe(true));
  confirmation.giveUp();
  expect(await done).toBeUndefined();
  expect(act).toHaveBeenCalledTimes(1);
});
