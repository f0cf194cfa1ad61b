import type { Component } from "svelte";
import type { OfflineRules } from "../api/offline/rules";
import type { Errors } from "./explain";
import type { Profile } from "./here";

/** What a page is given: the parts its path names, and the query of its address. */
export interface PageProps {
  params: Record<string, string>;
  query: URLSearchParams;
}

export interface Page {
  /** After `/c/{context}`, as "/carnet/{note}"; a part in braces goes to `params`, and a plain part wins over it. */
  path: string;
  profiles: readonly Profile[];
  // A page takes what it needs of PageProps, often nothing.
  load: () => Promise<{ default: Component<PageProps> | Component }>;
}

/** A place of the tabs; `short` is said where the screen is narrow. */
export interface Place {
  path: string;
  profiles: readonly Profile[];
  icon: string; // a path of ui/icons
  title: string;
  short?: string;
}

/** One page of a room's help.fr.md, as vite/help.ts compiles it. */
export interface HelpPage {
  slug: string;
  title: string;
  profiles: readonly Profile[]; // for whom it is written
  screens: readonly string[]; // where it helps: paths of pages, as rooms write them
  blocks: readonly HelpBlock[];
}
export type HelpBlock =
  | { type: "heading"; text: string }
  | { type: "paragraph"; inlines: readonly HelpInline[] }
  | { type: "list"; ordered: boolean; items: readonly (readonly HelpInline[])[] };
export interface HelpInline {
  type: "text" | "strong";
  text: string;
}

/** What a room finds, on the page that searches everywhere. */
export interface Find {
  profiles: readonly Profile[];
  title: string;
  load: () => Promise<{ default: Component<{ q: string }> }>;
}

/** What a room hands to `app`. Nothing else of it is seen from outside. */
export interface Room {
  name: string;
  pages: readonly Page[];
  places: readonly Place[];
  finds?: readonly Find[];
  help?: () => Promise<{ default: readonly HelpPage[] }>;
  /** What of it is read and done without network, on a device of one's own. */
  offline?: OfflineRules;
  /** Sentences for its error codes, where they are said outside its pages: a write that waited and was refused. */
  errors?: Errors;
}
