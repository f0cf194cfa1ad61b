import { newKey, Refusal, type Api, type Outside, type Query } from "../client";
import type { Cellar } from "./cellar";
import type { Journal } from "./journal.svelte";
import type { OfflineRules } from "./rules";

/**
 * The calls of one context, on a device that keeps: a list already read comes back without network, a write that may wait
 * waits in the journal. What no rule names goes as it always did.
 */
export function keepingApi(
  api: Api,
  context: string,
  rules: OfflineRules,
  cellar: Cellar,
  journal: Journal,
  outside: Pick<Outside, "random"> & { now: () => number },
): Api {
  async function get(path: string, query?: Query): Promise<unknown> {
    const kept = rules.reads.some((read) => read.test(path));
    const url = path + spelled(query);
    try {
      const answer = await api.get(path, query);
      journal.offline = false;
      journal.shownFrom = undefined;
      if (kept) await cellar.keep({ context, url, answer, kept_at: outside.now() }).catch(() => undefined);
      return answer;
    } catch (reason) {
      if (!(reason instanceof Refusal) || reason.status !== 0) throw reason;
      journal.offline = true;
      const before = kept ? await cellar.find(context, url, outside.now()).catch(() => undefined) : undefined;
      if (!before) throw reason;
      journal.shownFrom = before.kept_at;
      return before.answer;
    }
  }

  async function write(method: "POST" | "PUT", path: string, body: object = {}): Promise<unknown> {
    const rule = rules.writes.find((one) => one.method === method && one.path.test(path));
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

function spelled(query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length ? "?" + new URLSearchParams(given.map(([name, value]) => [name, String(value)])) : "";
}
