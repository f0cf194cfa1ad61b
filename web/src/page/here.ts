import { createContext, type Component, type Snippet } from "svelte";
import type { Api, Query, Schemas } from "../api/client";
import type { Hint } from "../api/live";
import type { Journal } from "../api/offline/journal.svelte";
import type { Clock } from "./clock";
import type { Comfort } from "./comfort.svelte";
import type { Dates } from "./dates";
import type { Errors } from "./explain";
import type { Find, HelpPage } from "./room";

export type Profile = Schemas["gate.ContextLine"]["profile"];

/** What the frame shows around the page, and a page may know better. */
export interface Around {
  unread: number; // the bell
  rang: number; // how often something arrived while the page was open
  title: string; // the context: children, class or school
  line: string;
}

/** What rooms show on a home, by the names that `GET /home` gives them. */
export interface Cards {
  attendance_family: Component<{
    card: Schemas["attendance.FamilyCard"];
    children: readonly Schemas["portal.Child"][];
    child: Schemas["portal.Child"] | undefined; // the one looked at; undefined for all
  }>;
  attendance_call: Component<{ card: Schemas["attendance.CallCard"] }>;
  attendance_today: Component<{ card: Schemas["attendance.TodayCard"] }>;
  liaison_family: Component<{
    card: Schemas["liaison.FamilyCard"];
    children: readonly Schemas["portal.Child"][];
    child: Schemas["portal.Child"] | undefined; // the one looked at; undefined for all
    between?: Snippet; // what stands between what awaits them and what is new
  }>;
  liaison_follow: Component<{ card: Schemas["liaison.FollowCard"] }>;
  homework_pupil: Component<{ card: Schemas["homework.PupilCard"] }>;
  homework_family: Component<{
    card: Schemas["homework.FamilyCard"];
    children: readonly Schemas["portal.Child"][];
    child: Schemas["portal.Child"] | undefined; // the one looked at; undefined for all
  }>;
  homework_class: Component<{ card: Schemas["homework.ClassCard"] }>;
  settings_reach: Component<{ card: Schemas["settings.Reach"] }>;
  settings_substituted: Component<{ card: Schemas["settings.Substituted"] }>;
  settings_holidays: Component<{ card: Schemas["settings.NextHolidays"] }>;
}

/** What every page stands on: who is here, as what, at what time, and how to call the server and go elsewhere. */
export interface Here {
  readonly me: Schemas["gate.Me"];
  readonly context: Schemas["gate.ContextLine"];
  /** Calls of this context: paths as in "/liaison/notes". */
  readonly api: Api;
  /** Calls that name no context: "/sessions", "/password". */
  readonly own: Api;
  readonly clock: Clock;
  readonly dates: Dates;
  readonly around: Around;
  readonly cards: Cards;
  /** Where this profile may look for words. */
  readonly finds: readonly Find[];
  /** What waits for the network; undefined where nothing is kept (a shared device). */
  readonly journal: Journal | undefined;
  /** Every room's sentences for its error codes. */
  readonly errors: Errors;
  /** Ends the session and leaves nothing on this device. */
  signOut(): Promise<void>;
  /** How this person wants to read. */
  readonly comfort: Comfort;
  /** The address of a page of this context, for an `href`: link("/carnet", { enfant: id }). */
  link(path: string, query?: Query): string;
  /** Goes to a page of this context, as following its link would. */
  go(path: string, query?: Query): void;
  /** Said by PageTitle once the page shows: focus goes to the title, the scroll where it was. */
  arrived(heading: HTMLElement): void;
  /** Calls when the server says that what is about one of these words changed ("bell", "note"), or that anything may have; until the
   * returned function is called. A page gives them to Fetched, which asks again. */
  onHint(words: readonly string[], act: (hint: Hint) => void): () => void;
  /** Asks for the password when the server wants it again, then does the act; undefined when the person gave up. */
  confirmed<Answer>(act: () => Promise<Answer>): Promise<Answer | undefined>;
  /** The help of every room, for this profile. */
  help(): Promise<readonly HelpPage[]>;
}

export const [useHere, setHere] = createContext<Here>();
