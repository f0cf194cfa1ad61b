import { adults } from "../../page/profiles";
import type { Room } from "../../page/room";

export const account: Room = {
  name: "account",
  pages: [
    { path: "/compte", profiles: adults, load: () => import("./Account.svelte") },
    { path: "/compte/ajouter-un-enfant", profiles: ["guardian"], load: () => import("./AddChild.svelte") },
  ],
  places: [],
  help: () => import("./help.fr.md"),
};
