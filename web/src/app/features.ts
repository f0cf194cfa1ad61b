import { account } from "../frame/account";
import { comfort } from "../frame/comfort";
import { attendance } from "../features/attendance";
import AbsenceCard from "../features/attendance/cards/FamilyCard.svelte";
import CallCard from "../features/attendance/cards/CallCard.svelte";
import TodayCard from "../features/attendance/cards/TodayCard.svelte";
import { help } from "../features/help";
import { homework } from "../features/homework";
import ClassWorkCard from "../features/homework/cards/ClassCard.svelte";
import FamilyWorkCard from "../features/homework/cards/FamilyCard.svelte";
import PupilWorkCard from "../features/homework/cards/PupilCard.svelte";
import { liaison } from "../features/liaison";
import FamilyCard from "../features/liaison/cards/FamilyCard.svelte";
import FollowCard from "../features/liaison/cards/FollowCard.svelte";
import { portal } from "../features/portal";
import { settings } from "../features/settings";
import HolidaysCard from "../features/settings/cards/HolidaysCard.svelte";
import ReachCard from "../features/settings/cards/ReachCard.svelte";
import SubstitutedCard from "../features/settings/cards/SubstitutedCard.svelte";
import type { Cards } from "../page/here";
import type { Room } from "../page/room";
import * as words from "./words.gen";

/** The rooms of Préau, in the order of their places in the tabs. The server has the same list. */
export const rooms: readonly Room[] = [portal, attendance, liaison, homework, settings, help, account, comfort];

/** The pages of the footer, for whoever has them; a narrow screen has no room for a search anywhere else. */
export const footer: readonly { path: string; title: string }[] = [
  { path: "/chercher", title: words.search },
  { path: "/aide", title: words.help },
  { path: "/mon-confort", title: words.comfort },
];

/** The card that each room gives to the homes: rooms are strangers to each other, they meet here. */
export const cards: Cards = {
  attendance_family: AbsenceCard,
  attendance_call: CallCard,
  attendance_today: TodayCard,
  liaison_family: FamilyCard,
  liaison_follow: FollowCard,
  homework_pupil: PupilWorkCard,
  homework_family: FamilyWorkCard,
  homework_class: ClassWorkCard,
  settings_reach: ReachCard,
  settings_substituted: SubstitutedCard,
  settings_holidays: HolidaysCard,
};
