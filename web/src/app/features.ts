import { account } from "../frame/account";
import { help } from "../features/help";
import { liaison } from "../features/liaison";
import FamilyCard from "../features/liaison/cards/FamilyCard.svelte";
import FollowCard from "../features/liaison/cards/FollowCard.svelte";
import { portal } from "../features/portal";
import { settings } from "../features/settings";
import ReachCard from "../features/settings/cards/ReachCard.svelte";
import type { Cards } from "../page/here";
import type { Room } from "../page/room";

/** The rooms of Préau, in the order of their places in the tabs. The server has the same list. */
export const rooms: readonly Room[] = [portal, liaison, settings, help, account];

/** The pages of the footer: help, and the legal pages that exist. */
export const footer: readonly { path: string; title: string }[] = [{ path: "/aide", title: "Aide" }];

/** The card that each room gives to the homes: rooms are strangers to each other, they meet here. */
export const cards: Cards = {
  liaison_family: FamilyCard,
  liaison_follow: FollowCard,
  settings_reach: ReachCard,
};
