import { describe, expect, test } from "vitest";
import { connect, newKey, Refusal, type Outside } from "./client";

interface Asked {
  url: string;
  method?: string;
  key?: string;
  body?: unknown;
}

/** A network that answers from a list; an error in it is a lost request. */
function network(...answers: (Response | Error)[]) {
  const asked: Asked[] = [];
  let random = 0;
  let signedOut = 0;
  const outside: Outside = {
    fetch: async (url, init) => {
      const headers = init?.headers as Record<string, string>;
      asked.push({ url: String(url), method: init?.method, key: headers["Idempotency-Key"], body: init?.body });
      const answer = answers.shift();
      if (!answer || answer instanceof Error) throw answer ?? new Error("no answer left");
      return answer;
    },
    random: (bytes) => bytes.fill((random += 1)),
    wait: async () => {},
    signedOut: () => (signedOut += 1),
  };
  return { api: connect("/api/c/parent", outside), asked, signedOut: () => signedOut };
}

const json = (body: object, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const lost = () => new TypeError("Failed to fetch");

describe("reading", () => {
  test("asks under the context, with what the query holds", async () => {
    const { api, asked } = network(json({ unread: 2 }));
    expect(await api.get<"notices.Bell">("/bell", { child: "a b", before: undefined })).toEqual({ unread: 2 });
    expect(asked).toEqual([{ url: "/api/c/parent/bell?child=a+b", method: "GET", key: undefined, body: undefined }]);
  });

  test("a refusal tells its code, its fields, its incident and how long to wait", async () => {
    const fields = [{ path: "/title", code: "liaison.title_empty" }];
    const { api } = network(
      json({ error: "liaison.title_empty", fields, incident: "7K2F" }, 400, { "Retry-After": "30" }),
    );
    const refusal = await api.get("/x").catch((reason: Refusal) => reason);
    expect(refusal).toMatchObject({ status: 400, error: "liaison.title_empty", incident: "7K2F", retryAfter: 30 });
    expect((refusal as Refusal).field("/title")).toBe("liaison.title_empty");
  });

  test("an answer that is not JSON is a refusal like another", async () => {
    const { api } = network(new Response("<h1>Bad gateway</h1>", { status: 502 }));
    await expect(api.get("/x")).rejects.toMatchObject({ status: 502, error: "unknown" });
  });

  test("the signed out are led to the door", async () => {
    const { api, signedOut } = network(json({ error: "gate.signed_out" }, 401));
    await expect(api.get("/x")).rejects.toMatchObject({ status: 401 });
    expect(signedOut()).toBe(1);
  });
});

describe("writing", () => {
  test("a write lost by the network is sent again with the same key", async () => {
    const { api, asked } = network(lost(), new Response(null, { status: 204 }));
    await api.post("/liaison/notes/1/sign", { child: "2", version: 1 });
    expect(asked).toHaveLength(2);
    expect(asked[0]).toEqual(asked[1]);
  });

  test("asked again by the person after a failure, the same write keeps its key", async () => {
    const { api, asked } = network(lost(), lost(), json({ error: "busy" }, 503), new Response(null, { status: 204 }));
    await expect(api.post("/x", { a: 1 })).rejects.toMatchObject({ status: 0, error: "network" });
    await expect(api.post("/x", { a: 1 })).rejects.toMatchObject({ status: 503 });
    await api.post("/x", { a: 1 });
    expect(new Set(asked.map((one) => one.key)).size).toBe(1);
  });

  test("once answered, doing it again is another intention", async () => {
    const { api, asked } = network(json({ error: "gate.confirm" }, 403), new Response(null, { status: 204 }));
    await expect(api.post("/x")).rejects.toMatchObject({ error: "gate.confirm" });
    await api.post("/x");
    expect(asked[0].key).not.toBe(asked[1].key);
  });

  test("another content is another intention", async () => {
    const { api, asked } = network(lost(), lost(), new Response(null, { status: 204 }));
    await api.post("/x", { a: 1 }).catch(() => {});
    await api.post("/x", { a: 2 });
    expect(asked[2].key).not.toBe(asked[0].key);
  });
});

test("a key is a version 4 UUID", () => {
  expect(newKey((bytes) => bytes.fill(0xff))).toBe("ffffffff-ffff-4fff-bfff-ffffffffffff");
});
