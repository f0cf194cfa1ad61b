import type { Room } from "../../page/room";

const all = ["guardian", "teacher", "head"] as const;

export const help: Room = {
  name: "help",
  pages: [
    { path: "/aide", profiles: all, load: () => import("./HelpList.svelte") },
    { path: "/aide/{page}", profiles: all, load: () => import("./HelpArticle.svelte") },
  ],
  places: [],
};
