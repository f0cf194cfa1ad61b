import { everyone } from "../../page/profiles";
import type { Room } from "../../page/room";

export const comfort: Room = {
  name: "comfort",
  pages: [{ path: "/mon-confort", profiles: everyone, load: () => import("./ComfortPage.svelte") }],
  places: [],
  help: () => import("./help.fr.md"),
};
