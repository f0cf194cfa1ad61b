import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { Refusal, type Api } from "../client";
import { readAhead } from "./ahead";
import { keepingApi } from "./api";
import { Cellar, keptFor, type Entry } from "./cellar";
import { Journal, Kept } from "./journal.svelte";
import type { ReadAhead } from "./rules";

const noNetwork = new Refusal(0, "network");
const sign = {
  context: "parent",
  method: "POST",
  path: "/liaison/notes/1/sign",
  body: "{}",
  key: "k1",
  what: "Une signature",
} as const;

let people = 0;
let cellar: Cellar;
let now: number;
let sent: string[];
let answers: Record<string, unknown>;
let journal: Journal;
let here: boolean;

function newJournal(): Journal {
  return new Journal(
    cellar,
    async (entry: Entry) => {
      const answer = answers[entry.key];
      if (answer instanceof Refusal) throw answer;
      sent.push(entry.key);
      return answer;
    },
    () => now,
    async () => here,
  );
}

beforeEach(async () => {
  cellar = (await Cellar.open(`personne ${++people}`))!;
  now = 1_000_000;
  sent = [];
  answers = {};
  here = true;
  journal = newJournal();
});

describe("a write made without network", () => {
  test("waits on the device, and goes by itself when the network is back", async () => {
    answers.k1 = noNetwork;
    await expect(journal.write(sign)).rejects.toBeInstanceOf(Kept);
    expect(journal.offline).toBe(true);
    expect(journal.waitingFor("parent", sign.path)?.key).toBe("k1");

    answers.k1 = { signed_at: 1 };
    await journal.flush();
    expect(sent).toEqual(["k1"]);
    expect(journal.entries).toEqual([]);
    expect(journal.offline).toBe(false);
  });

  test("is there after the browser was killed", async () => {
    answers.k1 = noNetwork;
    await journal.write(sign).catch(() => undefined);

    const after = newJournal();
    await after.load();
    expect(after.waiting.map(({ key }) => key)).toEqual(["k1"]);
  });

  test("keeps its place: what comes after it waits behind it", async () => {
    answers.k1 = noNetwork;
    await journal.write(sign).catch(() => undefined);
    await journal.write({ ...sign, key: "k2" }).catch(() => undefined);
    expect(sent).toEqual([]);

    answers.k1 = {};
    await journal.flush();
    expect(sent).toEqual(["k1", "k2"]);
  });

  test("that the server refuses later stays in sight, and the next ones go on", async () => {
    answers.k1 = noNetwork;
    await journal.write(sign).catch(() => undefined);
    await journal.write({ ...sign, key: "k2" }).catch(() => undefined);

    answers.k1 = new Refusal(412, "liaison.newer_version");
    await journal.flush();
    expect(sent).toEqual(["k2"]);
    expect(journal.refused).toMatchObject([{ key: "k1", error: "liaison.newer_version" }]);
    await journal.dismiss(journal.refused[0].seq);
    expect(await cellar.entries()).toEqual([]);
  });

  test("refused at once is said at once, and not kept", async () => {
    answers.k1 = new Refusal(403, "attendance.too_late");
    await expect(journal.write(sign)).rejects.toMatchObject({ error: "attendance.too_late" });
    expect(journal.entries).toEqual([]);
  });

  test("answered by the server gives its answer", async () => {
    answers.k1 = { signed_at: 7 };
    await expect(journal.write(sign)).resolves.toEqual({ signed_at: 7 });
  });

  test("of a relation that ended is erased with what was read there", async () => {
    answers.k1 = noNetwork;
    await journal.write(sign).catch(() => undefined);
    await cellar.keep({ context: "parent", url: "/home", answer: {}, kept_at: now });

    answers.k1 = new Refusal(403, "gate.no_context");
    await journal.flush();
    expect(journal.entries).toEqual([]);
    expect(await cellar.find("parent", "/home", now)).toBeUndefined();
  });

  test("is not sent under another's session: who entered in between sends only their own", async () => {
    answers.k1 = noNetwork;
    await journal.write(sign).catch(() => undefined);
    here = false;
    answers.k1 = {};
    await journal.flush();
    expect(sent).toEqual([]);
    expect(journal.waiting).toHaveLength(1);
  });

  test("tells that it has gone, sent or refused, so that pages ask again; one answered at once does not", async () => {
    answers.k1 = {};
    await journal.write(sign);
    expect(journal.gone).toBe(0);
    answers.k2 = noNetwork;
    await journal.write({ ...sign, key: "k2" }).catch(() => undefined);
    answers.k2 = new Refusal(410, "liaison.withdrawn");
    await journal.flush();
    expect(journal.gone).toBe(1);
  });

  test("waits on after a server that is down, too busy, or asks to sign in", async () => {
    for (const status of [500, 503, 429, 401]) {
      answers.k1 = new Refusal(status, "any");
      await journal.write(sign).catch(() => undefined);
      expect(journal.waiting.length).toBeGreaterThan(0);
    }
  });

  test("expires in sight after 14 days", async () => {
    answers.k1 = noNetwork;
    await journal.write(sign).catch(() => undefined);
    now += keptFor + 1;
    const after = newJournal();
    await after.load();
    expect(after.refused).toMatchObject([{ state: "expired" }]);
    expect(after.waiting).toEqual([]);
  });
});

describe("what was read", () => {
  const rules = { reads: [/^\/liaison\//], writes: [] };
  let network: boolean;
  const api = {
    get: async (path: string) => {
      if (!network) throw noNetwork;
      return { path, fresh: true };
    },
  } as unknown as Api;
  const outside = { random: () => undefined, now: () => now, moment: (device: number) => device + 500 };
  const keeping = () => keepingApi(api, "parent", rules, cellar, journal, outside);

  test("comes back without network, with its age", async () => {
    network = true;
    await keeping().get("/liaison/notes", { child: "tom" });
    network = false;
    now += 60_000;
    await expect(keeping().get("/liaison/notes", { child: "tom" })).resolves.toMatchObject({ fresh: true });
    expect(journal.shownFrom).toBe(1_000_000);
    await expect(keeping().get("/liaison/notes", { child: "lina" })).rejects.toBe(noNetwork);
  });

  test("is not kept when no rule names it, nor longer than 14 days", async () => {
    network = true;
    await keeping().get("/settings/families");
    await keeping().get("/liaison/notes");
    network = false;
    await expect(keeping().get("/settings/families")).rejects.toBe(noNetwork);
    now += keptFor + 1;
    await expect(keeping().get("/liaison/notes")).rejects.toBe(noNetwork);
  });

  test("shows what waits as done, at the server's hour", async () => {
    const shown = (_path: string, answer: object, { at }: { at: number }) => ({ ...answer, signed_at: at });
    const signing = { method: "POST", path: /sign$/, what: "Une signature", shown } as const;
    const api_ = keepingApi(api, "parent", { reads: [], writes: [signing] }, cellar, journal, outside);
    network = true;
    answers.k1 = noNetwork;
    await journal.write(sign).catch(() => undefined);
    await expect(api_.get("/liaison/notes/1")).resolves.toMatchObject({ fresh: true, signed_at: now + 500 });
  });

  test("of a relation that ended leaves the device as soon as the server says so", async () => {
    network = true;
    await keeping().get("/liaison/notes");
    const ended = { get: async () => Promise.reject(new Refusal(403, "gate.no_context")) } as unknown as Api;
    await keepingApi(ended, "parent", rules, cellar, journal, outside)
      .get("/home")
      .catch(() => undefined);
    network = false;
    await expect(keeping().get("/liaison/notes")).rejects.toBe(noNetwork);
  });

  test("ahead stays, and what no list names any more goes", async () => {
    network = true;
    for (const note of ["old", "new"]) await keeping().get(`/liaison/notes/${note}`);
    await keeping().get("/liaison/sent");
    const ahead = async ({ get, keep }: ReadAhead) => {
      await get("/liaison/notes");
      await keep("/liaison/notes/new");
    };
    const room = { reads: [/^\/liaison\/notes/], writes: [], ahead };
    const reader = {
      api: keeping(),
      context: "parent",
      cellar,
      now: () => now,
      profile: "guardian",
      today: "2026-09-14",
    };
    await readAhead([room, { reads: [/^\/liaison\/sent$/], writes: [] }], reader);
    expect(await cellar.urls("parent")).toEqual(["/liaison/notes", "/liaison/notes/new", "/liaison/sent"]);
  });

  test("of one person is not there for another, and is gone when wiped", async () => {
    await cellar.keep({ context: "parent", url: "/home", answer: 1, kept_at: now });
    const other = (await Cellar.open("une autre personne"))!;
    expect(await other.find("parent", "/home", now)).toBeUndefined();
    await cellar.wipe();
    const again = (await Cellar.open(`personne ${people}`))!;
    expect(await again.find("parent", "/home", now)).toBeUndefined();
  });
});
