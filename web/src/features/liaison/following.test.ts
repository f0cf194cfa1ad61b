import { describe, expect, test } from "vitest";
import { Refusal, type Api } from "../../api/client";
import { Following, paperSlips } from "./following.svelte";
import type { FollowedChild, FollowUp, Signer } from "./stacks";

const sarah: Signer = { person: "sarah", name: "Sarah Delmas", ever_entered: false, may_sign: true };
const lina: FollowedChild = {
  child: "lina",
  first_name: "Lina",
  last_name: "Delmas",
  stack: "to_chase",
  guardians: [sarah],
  signatures: 0,
  needed: 1,
  opposite: false,
  decided: [],
};
const youssef: FollowedChild = { ...lina, child: "youssef", first_name: "Youssef", guardians: [] };
const farm = { id: "farm", version: 1, children: [lina, youssef] } as unknown as FollowUp;

function server(after: FollowUp, refusal?: Refusal) {
  const sent: [string, object][] = [];
  const api = {
    get: async () => after,
    post: async (path: string, body: object) => {
      sent.push([path, body]);
      if (refusal) throw refusal;
    },
  } as unknown as Api;
  return { api, sent };
}

describe("follow-up: reminding", () => {
  test("one click tells the version that is looked at, and what left is said once", async () => {
    const { api, sent } = server(farm);
    const following = new Following(farm, api);
    await following.remind();
    expect(sent).toEqual([["/liaison/notes/farm/remind", { version: 1 }]]);
  });
});

describe("follow-up: a slip comes back on paper", () => {
  test("it names the guardian who signed, and the server's count is shown", async () => {
    const counted = { ...farm, children: [{ ...lina, stack: "done" }, youssef] } as FollowUp;
    const { api, sent } = server(counted);
    const following = new Following(farm, api);
    await following.record(lina, sarah);
    expect(sent).toEqual([["/liaison/notes/farm/paper", { child: "lina", guardian: "sarah" }]]);
    expect(following.note.children[0].stack).toBe("done");
    expect(following.lately).toEqual({ child: "lina", first_name: "Lina", guardian: "sarah" });
  });
  test("for a child without guardian nobody is named", async () => {
    const { api, sent } = server(farm);
    await new Following(farm, api).record(youssef);
    expect(sent).toEqual([["/liaison/notes/farm/paper", { child: "youssef" }]]);
  });
  test("recorded by mistake, it is taken back", async () => {
    const { api, sent } = server(farm);
    const following = new Following(farm, api);
    await following.record(lina, sarah);
    await following.takeBack(following.lately!);
    expect(sent[1]).toEqual(["/liaison/notes/farm/paper/undo", { child: "lina", guardian: "sarah" }]);
    expect(following.lately).toBeUndefined();
  });
  test("a refusal is said and nothing moves", async () => {
    const { api } = server(farm, new Refusal(503, "gate.busy"));
    const following = new Following(farm, api);
    await following.record(lina, sarah);
    expect([following.refusal?.status, following.lately, following.busy]).toEqual([503, undefined, false]);
  });
  test("each recorded slip can be found again", () => {
    expect(paperSlips({ ...lina, guardians: [{ ...sarah, signed_at: 5, way: "paper" }] })).toHaveLength(1);
    expect(paperSlips({ ...youssef, paper_at: 5 })).toEqual([
      { child: "youssef", first_name: "Youssef", guardian: undefined },
    ]);
    expect(paperSlips({ ...lina, guardians: [{ ...sarah, signed_at: 5, way: "screen" }] })).toEqual([]);
  });
});
