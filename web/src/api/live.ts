/** What the server says when something changed: a word, and which thing. "all": anything may have, ask for all that shows. */
export interface Hint {
  hint: string;
  id?: string;
}

/** What a live page needs of the browser, handed in so that tests need none. */
export interface LiveOutside {
  open: (url: string) => WebSocket;
  random: () => number; // 0 to 1
  online: () => boolean;
  visible: () => boolean;
  /** Calls when one of the two may have changed, until the returned function is called. */
  watch: (changed: () => void) => () => void;
}

const hiddenFor = 5 * 60_000; // ms; then nobody is looking
const longestPause = 5 * 60_000;
const fresh = 3000; // a page that is younger has just asked for everything
const askAgain = 4000; // the server's close codes (server/edge/listener.h)
const notSpokenTo = 1008;

/**
 * The one socket of a page. Hints have no content: whoever hears one asks the server again, and so passes its gate.
 * After a silence (the network, a server that restarts, a relation that ended) everything is asked again: "all".
 */
export class Live {
  #url: string;
  #outside: LiveOutside;
  #listeners = new Set<(hint: Hint) => void>();
  #socket: WebSocket | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #leave: ReturnType<typeof setTimeout> | undefined;
  #flush: ReturnType<typeof setTimeout> | undefined;
  #waiting = new Map<string, Hint>();
  #failures = 0;
  #missed = false; // there was a time when hints could not come
  #barred = false;
  #stopWatching: (() => void) | undefined;

  constructor(url: string, outside: LiveOutside) {
    this.#url = url;
    this.#outside = outside;
  }

  /** Called for each hint, those of one moment together and once; until the returned function is called. */
  onHint(listener: (hint: Hint) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Listens until `stop`. */
  start(): void {
    setTimeout(() => (this.#missed ||= this.#socket?.readyState !== 1), fresh);
    this.#stopWatching = this.#outside.watch(() => this.#consider());
    this.#consider();
  }

  /** Hears nothing any more, not even what has just come. */
  stop(): void {
    this.#stopWatching?.();
    this.#barred = true;
    for (const timer of [this.#retry, this.#leave, this.#flush]) clearTimeout(timer);
    this.#close();
  }

  /** Has everything asked again that shows: what the page itself did may have changed it. */
  askAll(): void {
    this.#hear({ hint: "all" });
  }

  #consider(): void {
    clearTimeout(this.#leave);
    this.#leave = undefined;
    if (this.#barred) return;
    if (!this.#outside.online()) return this.#close();
    if (!this.#outside.visible()) {
      this.#leave = setTimeout(() => this.#close(), hiddenFor);
      return;
    }
    // Somebody looks, or the network is back: no reason to wait any longer.
    clearTimeout(this.#retry);
    this.#retry = undefined;
    this.#connect();
  }

  #connect(): void {
    if (this.#socket || this.#barred) return;
    let socket: WebSocket;
    try {
      socket = this.#outside.open(this.#url);
    } catch {
      this.#failures += 1;
      return this.#again();
    }
    this.#socket = socket;
    socket.onopen = () => {
      this.#failures = 0;
      if (this.#missed) this.#hear({ hint: "all" });
      this.#missed = false;
    };
    socket.onmessage = (event) => {
      if (this.#socket === socket) this.#hear(JSON.parse(String(event.data)) as Hint);
    };
    socket.onclose = (event) => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      this.#closed(event.code);
    };
  }

  #closed(code: number): void {
    if (code === notSpokenTo) {
      this.#barred = true; // too many pages of one person
      return;
    }
    this.#failures = code === askAgain ? 0 : this.#failures + 1;
    this.#missed = true;
    // Asked first, so that whoever may no longer be here has left before the socket is tried again.
    if (code === askAgain) this.#hear({ hint: "all" });
    if (this.#outside.online()) this.#again(code === askAgain ? 2000 : 100);
  }

  /** Later, at a moment that is not everybody's. */
  #again(least = 100): void {
    clearTimeout(this.#retry);
    const longest = Math.min(longestPause, 1000 * 2 ** this.#failures);
    this.#retry = setTimeout(() => this.#connect(), least + this.#outside.random() * longest);
  }

  #close(): void {
    clearTimeout(this.#retry);
    const socket = this.#socket;
    this.#socket = undefined;
    this.#missed = true;
    socket?.close();
  }

  #hear(hint: Hint): void {
    this.#waiting.set(`${hint.hint} ${hint.id ?? ""}`, hint);
    // A whole school hears the same word: its pages ask one after the other.
    this.#flush ??= setTimeout(() => this.#tell(), 50 + this.#outside.random() * 400);
  }

  #tell(): void {
    this.#flush = undefined;
    const hints = this.#waiting.has("all ") ? [{ hint: "all" }] : [...this.#waiting.values()];
    this.#waiting.clear();
    for (const hint of hints) for (const listener of this.#listeners) listener(hint);
  }
}
