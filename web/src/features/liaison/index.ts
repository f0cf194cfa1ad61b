import type { Room } from "../../page/room";
import { message, notebook } from "../../ui/icons";
import { offline } from "./offline";
import * as words from "./words.gen";

const staff = ["teacher", "substitute", "head"] as const;
const all = ["guardian", "teacher", "substitute", "head"] as const;

export const liaison: Room = {
  name: "liaison",
  pages: [
    { path: "/carnet", profiles: ["guardian"], load: () => import("./Notebook.svelte") },
    { path: "/carnet", profiles: staff, load: () => import("./SentNotes.svelte") },
    { path: "/carnet/ecrire", profiles: staff, load: () => import("./WriteNote.svelte") },
    { path: "/carnet/chercher", profiles: all, load: () => import("./SearchNotes.svelte") },
    { path: "/carnet/{note}", profiles: ["guardian"], load: () => import("./ReadNote.svelte") },
    { path: "/carnet/{note}", profiles: staff, load: () => import("./FollowNote.svelte") },
    { path: "/carnet/{note}/changer", profiles: staff, load: () => import("./ChangeNote.svelte") },
    { path: "/carnet/{note}/coupons", profiles: staff, load: () => import("./Coupons.svelte") },
    { path: "/carnet/{note}/liste", profiles: staff, load: () => import("./OutingList.svelte") },
    { path: "/carnet/{note}/imprimer", profiles: all, load: () => import("./PrintNote.svelte") },
    { path: "/echanges", profiles: all, load: () => import("./talk/Conversations.svelte") },
    { path: "/echanges/ecrire", profiles: ["guardian"], load: () => import("./talk/WriteToSchool.svelte") },
    { path: "/echanges/{conversation}", profiles: all, load: () => import("./talk/ReadConversation.svelte") },
  ],
  places: [
    { path: "/carnet", profiles: all, icon: notebook, title: words.notebook },
    { path: "/echanges", profiles: all, icon: message, title: words.talks },
  ],
  finds: [{ profiles: all, title: words.found_title, load: () => import("./Finding.svelte") }],
  help: () => import("./help.fr.md"),
  errors: words.errors,
  offline,
};
