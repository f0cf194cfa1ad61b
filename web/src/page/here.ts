import { createContext, type Component } from "svelte";
import type { Api, Query, Schemas } from "../api/client";
import type { Clock } from "./clock";
import type { Dates } from "./dates";
import type { HelpPage } from "./room";

export type Profile = Schemas["gate.ContextLine"]["profile"];

/** What the frame shows around the page, and a page may know better. */
export interface Around {
  unread: number; // the bell
  title: string; // the context: children, class or school
  line: string;
}

/** What rooms show on a home, by the names that `GET /home` gives them. */
export interface Cards {
  liaison_family: Component<{
    card: Schemas["liaison.FamilyCard"];
    children: readonly Schemas["portal.Child"][];
    child: Schemas["portal.Child"] | undefined; // the one looked at; undefined for all
  }>;
  liaison_follow: Component<{ card: Schemas["liaison.FollowCard"] }>;
  settings_reach: Component<{ card: Schemas["settings.Reach"] }>;
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
  /** The address of a page of this context, for an `href`: link("/carnet", { enfant: id }). */
  link(path: string, query?: Query): string;
  /** Goes to a page of this context, as following its link would. */
  go(path: string, query?: Query): void;
  /** Said by PageTitle once the page shows: focus goes to the title, the scroll where it was. */
  arrived(heading: HTMLElement): void;
  /** Asks for the password when the server wants it again, then does the act; undefined when the person gave up. */
  confirmed<Answer>(act: () => Promise<Answer>): Promise<Answer | undefined>;
  /** The help of every room, for this profile. */
  help(): Promise<readonly HelpPage[]>;
}

export const [useHere, setHere] = createContext<Here>();
