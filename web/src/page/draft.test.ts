import { describe, expect, test } from "vitest";
import { Refusal, type Api } from "../api/client";
import { KeptDraft, type Around } from "./draft.svelte";
import type { Here } from "./here";

interface Text {
  text: string;
}

/** A server with one draft, and as many devices as one likes. */
function school() {
  const server = { content: "", version: 0, away: false };
  const refuse = (status: number) => Promise.reject(new Refusal(status, "refused"));
  const api = {
    get: () => {
      if (server.away) return refuse(0);
      return server.version ? Promise.resolve({ ...server, saved_at: 0 }) : refuse(404);
    },
    putBytes: (_path: string, text: string, { version }: { version: number }) => {
      if (server.away) return refuse(0);
      if (version !== server.version) return refuse(412);
      server.content = text;
      server.version += 1;
      return Promise.resolve({ version: server.version, saved_at: 0 });
    },
    drop: () => {
      server.version = 0;
      return Promise.resolve();
    },
  } as unknown as Api;

  function device() {
    const kept = new Map<string, string>();
    const around: Around = {
      drawer: {
        getItem: (name) => kept.get(name) ?? null,
        setItem: (name, value) => void kept.set(name, value),
        removeItem: (name) => void kept.delete(name),
      },
      after: () => undefined,
      forget: () => undefined,
    };
    const here = { api, me: { login: "m.benali", own_device: true }, context: { slug: "ce2" } } as unknown as Here;
    return { kept, open: () => new KeptDraft<Text>(here, "liaison.note", "new", around) };
  }
  return { server, device };
}

describe("what is being written", () => {
  test("is on this device at once, then on the server alone", async () => {
    const { server, device } = school();
    const mine = device();
    const draft = mine.open();
    expect(await draft.open()).toBeUndefined();
    draft.write({ text: "Chers parents" });
    expect(draft.standing).toBe("pending");
    expect(mine.kept.size).toBe(1);
    await draft.flush();
    expect(draft.standing).toBe("kept");
    expect(mine.kept.size).toBe(0);
    expect(JSON.parse(server.content)).toEqual({ text: "Chers parents" });
  });

  test("is back after the browser crashed before the server had it", async () => {
    const { server, device } = school();
    const mine = device();
    mine.open().write({ text: "Chers parents" });
    const after = mine.open();
    expect(await after.open()).toEqual({ text: "Chers parents" });
    await after.flush();
    expect(JSON.parse(server.content)).toEqual({ text: "Chers parents" });
  });

  test("is back without network, and goes when the network does", async () => {
    const { server, device } = school();
    const mine = device();
    server.away = true;
    const draft = mine.open();
    await draft.open();
    draft.write({ text: "Dans le bus" });
    await draft.flush();
    expect(draft.standing).toBe("offline");
    const after = mine.open();
    expect(await after.open()).toEqual({ text: "Dans le bus" });
    server.away = false;
    await after.flush();
    expect(after.standing).toBe("kept");
    expect(JSON.parse(server.content)).toEqual({ text: "Dans le bus" });
  });

  test("on two devices is asked about, and neither text is lost", async () => {
    const { server, device } = school();
    const school_pc = device().open();
    const phone = device().open();
    await school_pc.open();
    await phone.open();
    school_pc.write({ text: "À l’école" });
    await school_pc.flush();
    phone.write({ text: "À la maison" });
    await phone.flush();
    expect(phone.standing).toBe("elsewhere");
    expect(phone.theirs).toEqual({ text: "À l’école" });
    phone.write({ text: "À la maison, encore" });
    await phone.flush();
    expect(JSON.parse(server.content)).toEqual({ text: "À l’école" });
    await phone.keepMine();
    expect(JSON.parse(server.content)).toEqual({ text: "À la maison, encore" });
  });

  test("may be taken from the other device", async () => {
    const { device } = school();
    const [one, other] = [device().open(), device().open()];
    await other.open();
    one.write({ text: "Ici" });
    await one.flush();
    other.write({ text: "Là" });
    await other.flush();
    expect(other.takeTheirs()).toEqual({ text: "Ici" });
    expect(other.standing).toBe("kept");
  });

  test("is gone once it is sent, even when a save was on its way", async () => {
    const { server, device } = school();
    const mine = device();
    const draft = mine.open();
    draft.write({ text: "Envoyé" });
    void draft.flush();
    await draft.drop();
    draft.write({ text: "Envoyé !" });
    expect(server.version).toBe(0);
    expect(mine.kept.size).toBe(0);
  });
});
