import type { components } from "./types.gen";

export type Schemas = components["schemas"];
/** What a call answers: a struct of the server by its name, or nothing (204). */
export type Answers = Schemas & { nothing: void };
export type Query = Record<string, string | number | boolean | undefined>;

export interface Api {
  get<Name extends keyof Answers>(path: string, query?: Query): Promise<Answers[Name]>;
  post<Name extends keyof Answers = "nothing">(path: string, body?: object): Promise<Answers[Name]>;
  put<Name extends keyof Answers = "nothing">(path: string, body: object): Promise<Answers[Name]>;
  /** Puts bytes as they are: a part of a file, a draft. */
  putBytes<Name extends keyof Answers = "nothing">(
    path: string,
    bytes: Blob | string,
    query?: Query,
  ): Promise<Answers[Name]>;
  /** Lets something of one's own go. */
  drop(path: string): Promise<void>;
  /** Sends exactly these bytes once under that key: what the offline journal kept. */
  send(method: "POST" | "PUT", path: string, text: string, key: string): Promise<unknown>;
}

export interface WrongField {
  path: string; // JSON pointer, as "/title"
  code: string;
}

/** A call that did not succeed: the server refused it, or the network did not carry it (status 0). */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    readonly fields: readonly WrongField[] = [],
    readonly incident?: string, // to be told to the school
    readonly retryAfter?: number, // seconds
  ) {
    super(error);
  }

  /** The code of a wrong member, as field("/title"). */
  field(path: string): string | undefined {
    return this.fields.find((field) => field.path === path)?.code;
  }
}

/** What the client needs of the browser, handed in so that tests need none. */
export interface Outside {
  fetch: typeof fetch;
  random: (bytes: Uint8Array<ArrayBuffer>) => void;
  wait: (ms: number) => Promise<void>;
  signedOut: () => void;
}

/**
 * Calls under one prefix: `/api` for what concerns the person, `/api/c/{context}` for a room.
 * A write lost by the network is sent once more; until an answer arrives, the same write keeps its
 * Idempotency-Key, so that asking again never does the thing twice.
 */
export function connect(prefix: string, outside: Outside): Api {
  const unanswered = new Map<string, string>();

  async function once(
    method: string,
    url: string,
    body?: Blob | string,
    key?: string,
    type = "application/json",
  ): Promise<Response> {
    const headers: Record<string, string> = { Accept: "application/json" };
    if (key) headers["Idempotency-Key"] = key;
    if (body !== undefined) headers["Content-Type"] = type;
    try {
      return await outside.fetch(url, { method, headers, body, credentials: "same-origin" });
    } catch {
      throw new Refusal(0, "network");
    }
  }

  async function write(method: string, path: string, body: object = {}): Promise<unknown> {
    const url = prefix + path;
    const text = JSON.stringify(body);
    const intention = `${method} ${url} ${text}`;
    const key = unanswered.get(intention) ?? newKey(outside.random);
    unanswered.set(intention, key);
    let response: Response;
    try {
      response = await once(method, url, text, key);
    } catch {
      await outside.wait(1000);
      response = await once(method, url, text, key);
    }
    if (response.status < 500) unanswered.delete(intention);
    return read(response, outside);
  }

  async function plainly(method: string, url: string, bytes?: Blob | string): Promise<unknown> {
    const key = newKey(outside.random);
    return read(await once(method, url, bytes, key, "application/octet-stream"), outside);
  }

  return {
    get: async (path, query) => (await read(await once("GET", prefix + path + search(query)), outside)) as never,
    post: async (path, body) => (await write("POST", path, body)) as never,
    put: async (path, body) => (await write("PUT", path, body)) as never,
    putBytes: async (path, bytes, query) => (await plainly("PUT", prefix + path + search(query), bytes)) as never,
    drop: async (path) => void (await plainly("DELETE", prefix + path)),
    send: async (method, path, text, key) => read(await once(method, prefix + path, text, key), outside),
  };
}

/** A version 4 UUID. `crypto.randomUUID` is missing from the oldest browsers we serve. */
export function newKey(random: Outside["random"]): string {
  const bytes = new Uint8Array(16);
  random(bytes);
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function search(query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length ? "?" + new URLSearchParams(given.map(([name, value]) => [name, String(value)])) : "";
}

async function read(response: Response, outside: Outside): Promise<unknown> {
  if (response.status === 204) return undefined;
  // A proxy may answer in our place with something that is not JSON.
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  if (response.status === 401) outside.signedOut();
  const wait = Number(response.headers.get("Retry-After"));
  throw new Refusal(response.status, body.error ?? "unknown", body.fields, body.incident, wait || undefined);
}
