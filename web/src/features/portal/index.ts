import { adults } from "../../page/profiles";
import type { Room } from "../../page/room";
import { house, school, sun } from "../../ui/icons";
import FamilyHome from "./FamilyHome.svelte";
import HeadHome from "./HeadHome.svelte";
import { offline } from "./offline";
import PupilHome from "./PupilHome.svelte";
import TeacherHome from "./TeacherHome.svelte";
import * as words from "./words.gen";

const pupils = ["pupil_c2", "pupil_c3"] as const;

// The homes come with the first view: what everyone opens first waits for no second file.
export const portal: Room = {
  name: "portal",
  pages: [
    { path: "/", profiles: ["guardian"], load: async () => ({ default: FamilyHome }) },
    { path: "/", profiles: pupils, load: async () => ({ default: PupilHome }) },
    { path: "/", profiles: ["teacher", "substitute"], load: async () => ({ default: TeacherHome }) },
    { path: "/", profiles: ["head"], load: async () => ({ default: HeadHome }) },
    { path: "/chercher", profiles: adults, load: () => import("./Search.svelte") },
  ],
  places: [
    { path: "/", profiles: ["guardian"], icon: house, title: words.home },
    { path: "/", profiles: pupils, icon: house, title: words.pupil_home },
    { path: "/", profiles: ["teacher", "substitute"], icon: sun, title: words.my_day, short: words.my_day_short },
    { path: "/", profiles: ["head"], icon: school, title: words.school_today, short: words.school_today_short },
  ],
  help: () => import("./help.fr.md"),
  offline,
};
