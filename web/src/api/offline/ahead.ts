import type { Api, Query } from "../client";
import { spelled } from "./api";
import type { Cellar } from "./cellar";
import type { OfflineRules } from "./rules";

/** Who reads ahead: the calls of one context that keep what they answer, and what is already kept there. */
export interface Reader {
  api: Api;
  context: string;
  cellar: Cellar;
  now: () => number;
  profile: string;
  today: string;
}

/**
 * Lets each room read ahead, then drops what it keeps beside: so nothing outlives the list that named it. Throws the first
 * Refusal; what is there then stays.
 */
export async function readAhead(rooms: readonly OfflineRules[], reader: Reader): Promise<void> {
  const { api, context, cellar, now, profile, today } = reader;
  for (const room of rooms) {
    if (!room.ahead) continue;
    const wanted = new Set<string>();
    const get = async <Answer>(path: string, query?: Query): Promise<Answer> => {
      wanted.add(spelled(path, query));
      return (await api.get(path, query)) as Answer;
    };
    const keep = async <Answer>(path: string, query?: Query): Promise<Answer | undefined> => {
      const url = spelled(path, query);
      const found = await cellar.find(context, url, now());
      if (found) wanted.add(url);
      return found?.answer as Answer | undefined;
    };
    await room.ahead({ profile, today, get, keep });
    const beside = (await cellar.urls(context)).filter(
      (url) => !wanted.has(url) && room.reads.some((read) => read.test(url.split("?")[0])),
    );
    for (const url of beside) await cellar.drop(context, url);
  }
}
