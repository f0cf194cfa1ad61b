import { newKey, Refusal, type Api, type Outside, type Query } from "../client";
import type { Cellar, Entry } from "./cellar";
import type { Journal } from "./journal.svelte";
import { isAway, within } from "./patience";
import type { OfflineRules } from "./rules";

const patience = 8000; // ms for an answer of which there is one on the device

/** What a kept api needs of the browser: `moment` turns an instant of the device's clock into the server's. */
export type Around = Pick<Outside, "random"> & { now: () => number; moment: (device: number) => number };

/**
 * The calls of one context, on a device that keeps: a list already read comes back without network, a write that may wait
 * waits in the journal, and what is read shows it as done. What no rule names goes as it always did.
 */
export function keepingApi(
  api: Api,
  context: string,
  rules: OfflineRules,
  cellar: Cellar,
  journal: Journal,
  outside: Around,
): Api {
  async function get(path: string, query?: Query): Promise<unknown> {
    const kept = rules.reads.some((read) => read.test(path));
    const url = spelled(path, query);
    const before = kept ? await cellar.find(context, url, outside.now()).catch(() => undefined) : undefined;
    try {
      const answer = await (before ? within(patience, api.get(path, query)) : api.get(path, query));
      journal.carried();
      if (kept) await cellar.keep({ context, url, answer, kept_at: outside.now() }).catch(() => undefined);
      return asDone(path, answer);
    } catch (reason) {
      if (reason instanceof Refusal && reason.error === "gate.no_context") await journal.forget(context);
      if (!isAway(reason)) throw reason;
      journal.offline = true;
      if (!before) throw reason;
      journal.shownFrom = before.kept_at;
      return asDone(path, before.answer);
    }
  }

  /** With what waits already done to it, in the order it was made. */
  function asDone(path: string, answer: unknown): unknown {
    return journal.waiting
      .filter((entry) => entry.context === context)
      .reduce((shown, entry) => withDone(path, shown, entry), answer);
  }
  function withDone(path: string, answer: unknown, entry: Entry): unknown {
    const rule = ruleOf(entry.method, entry.path);
    if (!rule?.shown) return answer;
    const { key, made_at } = entry;
    const write = { path: entry.path, key, body: JSON.parse(entry.body) as never, at: outside.moment(made_at) };
    return rule.shown(path, answer as never, write);
  }
  const ruleOf = (method: string, path: string) =>
    rules.writes.find((one) => one.method === method && one.path.test(path));

  async function write(method: "POST" | "PUT", path: string, body: object = {}): Promise<unknown> {
    const rule = ruleOf(method, path);
    if (!rule) return method === "POST" ? api.post(path, body) : api.put(path, body);
    return journal.write({
      context,
      method,
      path,
      body: JSON.stringify(body),
      key: newKey(outside.random),
      what: rule.what,
    });
  }

  return {
    ...api,
    get: (path, query) => get(path, query) as never,
    post: (path, body) => write("POST", path, body) as never,
    put: (path, body) => write("PUT", path, body) as never,
  };
}

/** A path with its query, as an answer is kept under it. */
export function spelled(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length ? `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}` : path;
}
