import { everyone } from "../../page/profiles";
import type { Room } from "../../page/room";

export const help: Room = {
  name: "help",
  pages: [
    { path: "/aide", profiles: everyone, load: () => import("./HelpList.svelte") },
    { path: "/aide/{page}", profiles: everyone, load: () => import("./HelpArticle.svelte") },
  ],
  places: [],
};
