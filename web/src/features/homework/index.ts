import type { Room } from "../../page/room";
import { bag, pencil } from "../../ui/icons";
import { offline } from "./offline";
import * as words from "./words.gen";

const pupils = ["pupil_c2", "pupil_c3"] as const;
const writers = ["teacher", "substitute"] as const;
const staff = [...writers, "head"] as const;

export const homework: Room = {
  name: "homework",
  pages: [
    { path: "/cahier", profiles: ["guardian"], load: () => import("./FamilyBook.svelte") },
    { path: "/cahier", profiles: pupils, load: () => import("./PupilBook.svelte") },
    { path: "/cahier/jour", profiles: pupils, load: () => import("./ClassDid.svelte") },
    { path: "/cahier/chercher", profiles: ["guardian", ...pupils], load: () => import("./Search.svelte") },
    { path: "/travail", profiles: staff, load: () => import("./Week.svelte") },
    { path: "/travail/chercher", profiles: staff, load: () => import("./Search.svelte") },
    { path: "/travail/bandes", profiles: staff, load: () => import("./Strips.svelte") },
    { path: "/travail/donner", profiles: writers, load: () => import("./GiveWork.svelte") },
    { path: "/travail/reglages", profiles: ["head"], load: () => import("./Policy.svelte") },
    { path: "/travail/{entry}", profiles: staff, load: () => import("./OneEntry.svelte") },
  ],
  places: [
    { path: "/cahier", profiles: ["guardian"], icon: bag, title: words.family_title, short: words.family_short },
    { path: "/cahier", profiles: pupils, icon: bag, title: words.pupil_book },
    { path: "/travail", profiles: writers, icon: pencil, title: words.place },
  ],
  finds: [{ profiles: ["guardian", ...staff], title: words.found_title, load: () => import("./Finding.svelte") }],
  help: () => import("./help.fr.md"),
  errors: words.errors,
  offline,
};
