import type { Query } from "../api/client";

/** The address of a page: address("parent", "/carnet", { enfant: id }). What is undefined is left out. */
export function address(slug: string, path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return `/c/${encodeURIComponent(slug)}${path}${search && `?${search}`}`;
}
