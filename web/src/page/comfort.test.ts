import { beforeEach, expect, test, vi } from "vitest";
import { Refusal, type Api } from "../api/client";
import { kept, usual } from "../ui/comfort/choices";
import { Comfort } from "./comfort.svelte";

class Drawer {
  #held = new Map<string, string>();
  getItem = (key: string) => this.#held.get(key) ?? null;
  setItem = (key: string, value: string) => void this.#held.set(key, value);
  removeItem = (key: string) => void this.#held.delete(key);
}

beforeEach(() => {
  vi.stubGlobal("localStorage", new Drawer());
  vi.stubGlobal("sessionStorage", new Drawer());
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  vi.stubGlobal("document", { documentElement: { dataset: {}, querySelectorAll: () => [] } });
});

function account(answer: () => Promise<unknown> = () => Promise.resolve()) {
  const told: unknown[] = [];
  const put = (_: string, body: object) => {
    told.push(body);
    return answer();
  };
  return { told, comfort: new Comfort({ put } as unknown as Api) };
}

test("a choice holds at once, here and for the account", async () => {
  const { told, comfort } = account();
  comfort.met(undefined, true);
  const done = comfort.choose({ size: "larger" });
  expect(document.documentElement.dataset.taille).toBe("larger");
  expect(comfort.state).toBe("keeping");
  await done;
  expect(comfort.state).toBe("kept");
  expect(told).toEqual([{ ...usual, size: "larger" }]);
  expect(kept().size).toBe("larger");
});

test("the account's choices replace those another person left on the device", () => {
  const { comfort } = account();
  localStorage.setItem("preau.comfort", JSON.stringify({ ...usual, size: "largest" }));
  comfort.met({ ...usual, scheme: "dark" }, true);
  expect(kept()).toEqual({ ...usual, scheme: "dark" });
});

test("a shared device forgets when its person leaves", () => {
  const { comfort } = account();
  comfort.met({ ...usual, contrast: true }, false);
  expect(kept().contrast).toBe(true);
  comfort.leave();
  expect(kept()).toEqual(usual);
});

test("without network the choice still holds here, and says that it holds only here", async () => {
  const { comfort } = account(() => Promise.reject(new Refusal(0, "network")));
  comfort.met(undefined, true);
  await comfort.choose({ face: "opendyslexic" });
  expect(comfort.state).toBe("here_only");
  comfort.met({ ...usual }, true); // the account, which was not told, does not undo it
  expect(comfort.choices.face).toBe("opendyslexic");
});

test("of two quick choices, the last one is what the account hears last", async () => {
  const { told, comfort } = account();
  comfort.met(undefined, true);
  await Promise.all([comfort.choose({ size: "large" }), comfort.choose({ size: "largest" })]);
  expect(told.map((one) => (one as { size: string }).size)).toEqual(["large", "largest"]);
  expect(comfort.state).toBe("kept");
});
