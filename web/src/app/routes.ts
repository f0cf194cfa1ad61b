import type { Profile } from "../page/here";
import type { Page, Room } from "../page/room";

/** `/c/{context}/carnet` as its two parts; undefined elsewhere. The path always begins with a slash. */
export function placeOf(pathname: string): { slug: string; path: string } | undefined {
  const match = /^\/c\/([^/]+)(\/.*)?$/.exec(pathname);
  if (!match) return undefined;
  return { slug: decodeURIComponent(match[1]), path: match[2]?.replace(/(.)\/+$/, "$1") ?? "/" };
}

export interface Found {
  page: Page;
  params: Record<string, string>;
}

/** The page at a path for a profile. A page of another profile is as absent as one that does not exist. */
export function find(rooms: readonly Room[], profile: Profile, path: string): Found | undefined {
  const found = rooms
    .flatMap((room) => room.pages)
    .filter((page) => page.profiles.includes(profile))
    .flatMap((page) => {
      const params = match(page.path, path);
      return params ? [{ page, params }] : [];
    });
  // "/carnet/ecrire" is itself before it is a {note}.
  return found.sort((one, other) => Object.keys(one.params).length - Object.keys(other.params).length)[0];
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name && given[at]) params[name] = decodeURIComponent(given[at]);
    else if (part !== given[at]) return undefined;
  }
  return params;
}

/** The place a page belongs to: the longest one its path begins with; "/" is the home alone. */
export function placeAround<Place extends { path: string }>(places: readonly Place[], path: string): Place | undefined {
  return places
    .filter((place) => path === place.path || (place.path !== "/" && path.startsWith(`${place.path}/`)))
    .sort((one, other) => other.path.length - one.path.length)[0];
}
