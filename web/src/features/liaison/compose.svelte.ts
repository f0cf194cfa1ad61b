import type { Schemas, WrongField } from "../../api/client";
import { typedText, type Facts } from "./note";
import type { FollowUp } from "./stacks";

export type Kind = Schemas["liaison.Kind"];
export type Ask = Schemas["liaison.Ask"];
export type AudienceLine = Schemas["liaison.AudienceLine"];
export type AudienceKind = Schemas["liaison.AudienceKind"];

/** The body of POST /liaison/notes. */
export type NewNote = {
  kind: Kind;
  ask: Ask;
  title: string;
  body: string;
  facts: Facts;
  sign_before?: string;
  audience: { kind: AudienceKind; id: string }[];
};
/** The body of PUT /liaison/notes/{note}: what may change once a note is sent. */
export type ChangedNote = Pick<NewNote, "title" | "body" | "facts" | "sign_before"> & { version: number };

export const kinds: readonly Kind[] = ["information", "authorisation", "meeting"];
export const asks: readonly Ask[] = ["read", "sign_one", "sign_all"];

export const titleLimit = 120;
export const placeLimit = 120;
export const priceLimit = 60;

/** What each kind usually asks: an outing is a usual act, one signature is enough. */
const usualAsk: Record<Kind, Ask> = { information: "read", authorisation: "sign_one", meeting: "read" };

/** A note being written. Nothing is sent, and nothing is kept on the device: on a shared one the next person would find it. */
export class Draft {
  kind = $state<Kind>("information");
  ask = $state<Ask>("read");
  title = $state("");
  text = $state("");
  on = $state("");
  from = $state(""); // "18:00", as a time field gives it
  until = $state("");
  place = $state("");
  price = $state("");
  signBefore = $state("");
  audience = $state<AudienceLine | undefined>(undefined);
  #askChosen = false;
  #sent = false;

  /** Another kind brings its usual ask, unless the writer has chosen one. */
  choose(kind: Kind): void {
    this.kind = kind;
    if (!this.#askChosen) this.ask = usualAsk[kind];
  }

  chooseAsk(ask: Ask): void {
    this.ask = ask;
    this.#askChosen = true;
  }

  get empty(): boolean {
    return [this.title, this.text, this.on, this.place, this.price].every((text) => text.trim() === "");
  }

  /** Only the facts of the kind chosen leave: an outing's price is not sent with an information. */
  facts(): Facts {
    if (this.kind === "information") return {};
    return withoutEmpty({
      on: this.on,
      from_minute: minuteOf(this.from),
      until_minute: minuteOf(this.until),
      place: this.place.trim(),
      price: this.kind === "authorisation" ? this.price.trim() : "",
    });
  }

  /** What must be mended before sending, in the order of the page; the server refuses the same with the same codes. */
  problems(today: string): WrongField[] {
    const found: WrongField[] = [];
    const bad = (path: string, code: string) => found.push({ path, code });
    if (!this.audience && !this.#sent) bad("/audience", "liaison.no_audience");
    if (this.kind === "meeting" && !this.on) bad("/facts/on", "required");
    if (this.kind === "meeting" && !this.from) bad("/facts/from_minute", "required");
    if (this.kind !== "information" && this.#endsTooSoon()) bad("/facts/until_minute", "liaison.until_before_from");
    if (this.title.trim() === "") bad("/title", "liaison.title_empty");
    if (this.title.trim().length > titleLimit) bad("/title", "liaison.title_long");
    if (this.text.trim() === "") bad("/body", "liaison.body_empty");
    if (this.ask !== "read" && this.signBefore && this.signBefore < today) bad("/sign_before", "liaison.date_past");
    return found;
  }

  #endsTooSoon(): boolean {
    const from = minuteOf(this.from);
    const until = minuteOf(this.until);
    return until !== undefined && (from === undefined || until <= from);
  }

  toNew(): NewNote {
    const audience = this.audience ? [{ kind: this.audience.kind, id: this.audience.id }] : [];
    return { kind: this.kind, ask: this.ask, ...this.#content(), audience };
  }

  toChanged(version: number): ChangedNote {
    return { version, ...this.#content() };
  }

  #content(): Pick<NewNote, "title" | "body" | "facts" | "sign_before"> {
    const content = { title: this.title.trim(), body: this.text.trim(), facts: this.facts() };
    return this.ask !== "read" && this.signBefore ? { ...content, sign_before: this.signBefore } : content;
  }

  /** The draft of a note already sent. Kind, ask and audience stay as they were: families were told so. */
  static of(sent: FollowUp): Draft {
    const draft = new Draft();
    draft.#sent = true;
    draft.kind = sent.kind;
    draft.chooseAsk(sent.ask);
    draft.title = sent.title;
    draft.text = typedText(sent.body);
    draft.on = sent.facts.on ?? "";
    draft.from = timeOf(sent.facts.from_minute);
    draft.until = timeOf(sent.facts.until_minute);
    draft.place = sent.facts.place ?? "";
    draft.price = sent.facts.price ?? "";
    draft.signBefore = sent.sign_before ?? "";
    return draft;
  }
}

/** "18:05" to 1085 minutes of the day; undefined when there is no hour. */
export function minuteOf(time: string): number | undefined {
  const found = /^(\d{2}):(\d{2})/.exec(time);
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}

/** 1085 minutes to "18:05", as a time field wants it. */
export function timeOf(minute: number | undefined): string {
  if (minute === undefined) return "";
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function withoutEmpty(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== "" && value !== undefined));
}

/** A note just sent, to be said once by the page that follows it. */
let lately: Schemas["liaison.Sent"] | undefined;

export function leaveSent(sent: Schemas["liaison.Sent"]): void {
  lately = sent;
}

export function takeSent(note: string): Schemas["liaison.Sent"] | undefined {
  const sent = lately?.note === note ? lately : undefined;
  lately = undefined;
  return sent;
}

/** Drafts begun in this window, by context: leaving the page to look at a class does not lose the note. */
const begun = new Map<string, Draft>();

export function draftIn(context: string): Draft {
  const draft = begun.get(context) ?? new Draft();
  begun.set(context, draft);
  return draft;
}

export function dropDraft(context: string): void {
  begun.delete(context);
}
