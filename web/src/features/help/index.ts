import { adults } from "../../page/profiles";
import type { Room } from "../../page/room";

export const help: Room = {
  name: "help",
  pages: [
    { path: "/aide", profiles: adults, load: () => import("./HelpList.svelte") },
    { path: "/aide/{page}", profiles: adults, load: () => import("./HelpArticle.svelte") },
  ],
  places: [],
};
