import type { Room } from "../../page/room";
import { notebook } from "../../ui/icons";
import * as words from "./words.gen";

const staff = ["teacher", "head"] as const;
const all = ["guardian", "teacher", "head"] as const;

export const liaison: Room = {
  name: "liaison",
  pages: [
    { path: "/carnet", profiles: ["guardian"], load: () => import("./Notebook.svelte") },
    { path: "/carnet", profiles: staff, load: () => import("./SentNotes.svelte") },
    { path: "/carnet/ecrire", profiles: staff, load: () => import("./WriteNote.svelte") },
    { path: "/carnet/{note}", profiles: ["guardian"], load: () => import("./ReadNote.svelte") },
    { path: "/carnet/{note}", profiles: staff, load: () => import("./FollowNote.svelte") },
    { path: "/carnet/{note}/changer", profiles: staff, load: () => import("./ChangeNote.svelte") },
    { path: "/carnet/{note}/coupons", profiles: staff, load: () => import("./Coupons.svelte") },
    { path: "/carnet/{note}/imprimer", profiles: all, load: () => import("./PrintNote.svelte") },
  ],
  places: [{ path: "/carnet", profiles: all, icon: notebook, title: words.notebook }],
  help: () => import("./help.fr.md"),
};
