import { adults } from "../../page/profiles";
import type { Room } from "../../page/room";
import { checklist, people, settings as sliders } from "../../ui/icons";
import * as words from "./words.gen";

const directors = ["head", "school_admin"] as const;

export const settings: Room = {
  name: "settings",
  pages: [
    { path: "/familles", profiles: directors, load: () => import("./Classes.svelte") },
    { path: "/familles", profiles: ["teacher", "substitute"], load: () => import("./MyClasses.svelte") },
    { path: "/familles/chercher", profiles: directors, load: () => import("./Search.svelte") },
    { path: "/familles/jamais-entrees", profiles: ["head"], load: () => import("./NeverEntered.svelte") },
    {
      path: "/familles/{school_class}",
      profiles: [...directors, "teacher", "substitute"],
      load: () => import("./OneClass.svelte"),
    },
    {
      path: "/familles/{school_class}/cartes",
      profiles: ["head", "teacher", "substitute"],
      load: () => import("./PupilCards.svelte"),
    },
    { path: "/familles/personnes/{person}", profiles: directors, load: () => import("./Person.svelte") },
    { path: "/reglages/a-faire", profiles: ["head"], load: () => import("./ToDo.svelte") },
    { path: "/", profiles: ["school_admin"], load: () => import("./ToDo.svelte") },
    { path: "/reglages/remplacements", profiles: ["head"], load: () => import("./Substitutes.svelte") },
    { path: "/reglages", profiles: ["head"], load: () => import("./SettingsPage.svelte") },
    { path: "/reglages/administration", profiles: ["head"], load: () => import("./Administrators.svelte") },
    { path: "/reglages/calendrier", profiles: ["head"], load: () => import("./CalendarPage.svelte") },
    { path: "/calendrier", profiles: adults, load: () => import("./CalendarPage.svelte") },
    { path: "/coordonnees", profiles: adults, load: () => import("./OwnContact.svelte") },
  ],
  places: [
    { path: "/", profiles: ["school_admin"], icon: checklist, title: words.to_do },
    { path: "/familles", profiles: directors, icon: people, title: words.families, short: words.families_short },
    {
      path: "/familles",
      profiles: ["teacher", "substitute"],
      icon: people,
      title: words.my_class,
      short: words.my_class_short,
    },
    { path: "/reglages", profiles: ["head"], icon: sliders, title: words.settings_title, short: words.settings },
  ],
  finds: [{ profiles: directors, title: words.found_title, load: () => import("./Finding.svelte") }],
  help: () => import("./help.fr.md"),
};
