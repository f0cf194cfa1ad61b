import type { Room } from "../../page/room";
import { people, settings as sliders } from "../../ui/icons";
import * as words from "./words.gen";

export const settings: Room = {
  name: "settings",
  pages: [
    { path: "/familles", profiles: ["head"], load: () => import("./Classes.svelte") },
    { path: "/familles", profiles: ["teacher"], load: () => import("./MyClasses.svelte") },
    { path: "/familles/jamais-entrees", profiles: ["head"], load: () => import("./NeverEntered.svelte") },
    { path: "/familles/{school_class}", profiles: ["head", "teacher"], load: () => import("./OneClass.svelte") },
    { path: "/reglages", profiles: ["head"], load: () => import("./QuietPage.svelte") },
  ],
  places: [
    { path: "/familles", profiles: ["head"], icon: people, title: words.families, short: words.families_short },
    { path: "/familles", profiles: ["teacher"], icon: people, title: words.my_class, short: words.my_class_short },
    { path: "/reglages", profiles: ["head"], icon: sliders, title: words.settings },
  ],
  help: () => import("./help.fr.md"),
};
