import type { Room } from "../../page/room";

const all = ["guardian", "teacher", "head"] as const;

export const account: Room = {
  name: "account",
  pages: [
    { path: "/compte", profiles: all, load: () => import("./Account.svelte") },
    { path: "/compte/ajouter-un-enfant", profiles: ["guardian"], load: () => import("./AddChild.svelte") },
  ],
  places: [],
  help: () => import("./help.fr.md"),
};
