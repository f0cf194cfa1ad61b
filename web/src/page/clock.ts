/** The instant, in UTC milliseconds, as the server counts it: the device's own clock may be wrong. */
export type Clock = () => number;

/** Runs on from the server's `now` with a counter that setting the device's clock does not move. */
export function clockFrom(now: number, counter: () => number = () => performance.now()): Clock {
  const offset = now - counter();
  return () => Math.round(counter() + offset);
}
