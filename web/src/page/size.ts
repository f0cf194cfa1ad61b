import * as words from "./words.gen";

/** "240 Ko", "1,2 Mo", "1 Go": as the French say a size. */
export function sizeOf(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1000) return words.kilobytes({ n: kilobytes });
  const megabytes = bytes / 1024 / 1024;
  if (megabytes < 1000) return words.megabytes({ n: short(megabytes) });
  return words.gigabytes({ n: short(megabytes / 1024) });
}

/** One decimal below ten, none that is zero. */
function short(size: number): string {
  return size
    .toFixed(size < 10 ? 1 : 0)
    .replace(".0", "")
    .replace(".", ",");
}
