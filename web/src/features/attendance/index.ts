import type { Room } from "../../page/room";
import { offline } from "./offline";
import * as words from "./words.gen";

const callers = ["teacher", "substitute", "head"] as const;

export const attendance: Room = {
  name: "attendance",
  pages: [
    { path: "/absences", profiles: ["guardian"], load: () => import("./Absences.svelte") },
    { path: "/absences/dire", profiles: ["guardian"], load: () => import("./TellAbsence.svelte") },
    { path: "/appel", profiles: ["head"], load: () => import("./SchoolDay.svelte") },
    { path: "/appel/assiduite", profiles: ["head"], load: () => import("./Unexplained.svelte") },
    { path: "/appel/heure", profiles: ["head"], load: () => import("./HourPage.svelte") },
    { path: "/appel/{school_class}", profiles: callers, load: () => import("./RollPage.svelte") },
    { path: "/appel/{school_class}/registre", profiles: callers, load: () => import("./RegisterPage.svelte") },
  ],
  places: [],
  help: () => import("./help.fr.md"),
  errors: words.errors,
  offline,
};
