import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Live, type Hint, type LiveOutside } from "./live";

class FakeSocket {
  readyState = 0;
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number }) => void;
  closed = false;
  close() {
    this.closed = true;
  }
  opens() {
    this.readyState = 1;
    this.onopen?.();
  }
  says(hint: Hint) {
    this.onmessage?.({ data: JSON.stringify(hint) });
  }
  ends(code = 1006) {
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

let sockets: FakeSocket[];
let online: boolean;
let visible: boolean;
let changed: () => void;
let heard: string[];
const last = () => sockets[sockets.length - 1];

function page(outside: Partial<LiveOutside> = {}) {
  const live = new Live("/api/c/parent/live", {
    open: () => {
      sockets.push(new FakeSocket());
      return last() as unknown as WebSocket;
    },
    random: () => 0.5,
    online: () => online,
    visible: () => visible,
    watch: (call) => {
      changed = call;
      return () => undefined;
    },
    ...outside,
  });
  live.onHint(({ hint, id }) => heard.push(id ? `${hint} ${id}` : hint));
  live.start();
  return live;
}

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  heard = [];
  online = visible = true;
});
afterEach(() => vi.useRealTimers());

test("hints of one moment come together, each once", () => {
  page();
  last().opens();
  last().says({ hint: "bell" });
  last().says({ hint: "note", id: "3f" });
  last().says({ hint: "bell" });
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(heard).toEqual(["bell", "note 3f"]);
});

test("a page that has just asked for everything does not ask twice when its socket opens", () => {
  page();
  vi.advanceTimersByTime(200);
  last().opens();
  vi.advanceTimersByTime(10_000);
  expect(heard).toEqual([]);
});

test("after a cut the page connects again, later each time, and asks for all that shows", () => {
  page();
  last().opens();
  last().ends();
  vi.advanceTimersByTime(1200); // 100 ms and half of 2 s
  expect(sockets).toHaveLength(2);
  last().ends();
  vi.advanceTimersByTime(1200);
  expect(sockets).toHaveLength(2);
  vi.advanceTimersByTime(1000);
  expect(sockets).toHaveLength(3);
  last().opens();
  last().says({ hint: "bell" });
  vi.advanceTimersByTime(500);
  expect(heard.filter((hint) => hint === "all")).not.toHaveLength(0);
  expect(heard).not.toContain("bell"); // "all" says it already
});

test("whose standing changed asks for all at once, then connects again", () => {
  page();
  last().opens();
  vi.advanceTimersByTime(5000);
  last().ends(4000);
  vi.advanceTimersByTime(500);
  expect(heard).toEqual(["all"]);
  expect(sockets).toHaveLength(1);
  vi.advanceTimersByTime(2500);
  expect(sockets).toHaveLength(2);
  last().opens();
  vi.advanceTimersByTime(500);
  expect(heard).toEqual(["all", "all"]); // what came in between
});

test("a page that is one too many stays quiet", () => {
  page();
  last().opens();
  last().ends(1008);
  vi.advanceTimersByTime(3_600_000);
  expect(sockets).toHaveLength(1);
});

test("no socket without network; one as soon as it is back", () => {
  online = false;
  page();
  expect(sockets).toHaveLength(0);
  online = true;
  changed();
  expect(sockets).toHaveLength(1);
  last().opens();
  vi.advanceTimersByTime(500);
  expect(heard).toEqual(["all"]); // what was asked without network failed
  heard = [];
  online = false;
  changed();
  expect(last().closed).toBe(true);
  vi.advanceTimersByTime(3_600_000);
  expect(sockets).toHaveLength(1);
  online = true;
  changed();
  last().opens();
  vi.advanceTimersByTime(500);
  expect(heard).toEqual(["all"]);
});

test("a page that nobody looks at lets its socket go after a while, and asks for all when it is looked at again", () => {
  page();
  last().opens();
  visible = false;
  changed();
  vi.advanceTimersByTime(4 * 60_000);
  expect(last().closed).toBe(false);
  vi.advanceTimersByTime(2 * 60_000);
  expect(last().closed).toBe(true);
  visible = true;
  changed();
  expect(sockets).toHaveLength(2);
  last().opens();
  vi.advanceTimersByTime(500);
  expect(heard).toEqual(["all"]);
});

test("a browser that refuses sockets is no worse off", () => {
  const open = vi.fn(() => {
    throw new Error("blocked");
  });
  page({ open });
  vi.advanceTimersByTime(60_000);
  expect(open.mock.calls.length).toBeGreaterThan(2);
  expect(open.mock.calls.length).toBeLessThan(20);
});

test("a page that is left closes its socket, and hears nothing any more", () => {
  const live = page();
  last().opens();
  last().says({ hint: "bell" });
  live.stop();
  expect(last().closed).toBe(true);
  last().ends();
  vi.advanceTimersByTime(3_600_000);
  expect(sockets).toHaveLength(1);
  expect(heard).toEqual([]);
});
