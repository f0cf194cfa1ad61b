import type { Schemas } from "../../api/client";
import type { Here } from "../../page/here";
import * as words from "./words.gen";

export type Home = Schemas["Home"];
export type Child = Schemas["portal.Child"];

/** Asks for the home, and tells the frame what it brings: the bell, and where one is. */
export async function loadHome({ api, around, context }: Here): Promise<Home> {
  const home = await api.get<"Home">("/home");
  around.unread = home.cards.bell?.unread ?? 0;
  const children = home.cards.portal_children?.children;
  if (children?.length) {
    around.title = listed(children.map((child) => child.first_name));
    around.line = [...new Set(children.map((child) => child.school_name))].join(", ");
  }
  const classes = home.cards.portal_classes?.classes;
  if (classes?.length) {
    around.title = listed(classes.map((one) => one.label));
    around.line = context.place;
  }
  return home;
}

/** The child the address looks at; undefined for all of them, and for one who is not theirs (any more). */
export function chosen(children: readonly Child[], query: URLSearchParams): Child | undefined {
  return children.find((child) => child.id === query.get("enfant"));
}

/** "Lina", "Lina et Tom", "Lina, Tom et Zoé". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} ${words.and} ${names.at(-1)}`;
}
