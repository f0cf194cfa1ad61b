import type { Schemas, WrongField } from "../../api/client";
import type { Question } from "./answers.svelte";
import { typedText, type Facts } from "./note";
import type { Uploads } from "../../page/upload.svelte";
import { QuestionDraft } from "./questioning.svelte";
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
  signature?: boolean;
  questions?: Question[];
  files?: string[];
};
/** The body of PUT /liaison/notes/{note}: what may change once a note is sent. */
export type ChangedNote = Pick<NewNote, "title" | "body" | "facts" | "sign_before"> & { version: number };

export const kinds: readonly Kind[] = ["information", "authorisation", "meeting"];
/** What families do: read, sign (and answer, when there are questions), or only answer. */
export type Reply = "read" | "sign" | "answer";
export const replies: readonly Reply[] = ["read", "sign", "answer"];

export const titleLimit = 120;
export const placeLimit = 120;
export const priceLimit = 60;

/** What each kind usually asks. */
const usualReply: Record<Kind, Reply> = { information: "read", authorisation: "sign", meeting: "read" };

/** A note half written, as it is kept: what was typed and chosen, and the files that arrived. */
export interface KeptNote {
  kind: Kind;
  reply: Reply;
  each: boolean;
  title: string;
  text: string;
  on: string;
  from: string;
  until: string;
  place: string;
  price: string;
  sign_before: string;
  questions: { kind: Question["kind"]; text: string; options: string }[];
  audience?: string; // its id
  files: UploadedFile[];
}
type UploadedFile = Schemas["uploads.File"];

/** A note being written. Nothing is sent before it was read again. */
export class Draft {
  kind = $state<Kind>("information");
  reply = $state<Reply>("read");
  each = $state(false); // every guardian replies: a major act. An outing is a usual one
  questions = $state<QuestionDraft[]>([]);
  title = $state("");
  text = $state("");
  on = $state("");
  from = $state(""); // "18:00", as a time field gives it
  until = $state("");
  place = $state("");
  price = $state("");
  signBefore = $state("");
  audience = $state<AudienceLine | undefined>(undefined);
  uploads = $state.raw<Uploads | undefined>(undefined);
  #replyChosen = false;
  #sent = false;

  /** Another kind brings its usual reply, unless the writer has chosen one. */
  choose(kind: Kind): void {
    this.kind = kind;
    if (!this.#replyChosen) this.reply = usualReply[kind];
  }

  chooseReply(reply: Reply): void {
    this.reply = reply;
    this.#replyChosen = true;
  }

  get ask(): Ask {
    if (this.reply === "read") return "read";
    return this.each ? "sign_all" : "sign_one";
  }

  /** The questions that leave: none when families are only asked to read. */
  asked(): Question[] {
    return this.reply === "read" ? [] : this.questions.map((question) => question.toQuestion());
  }

  get empty(): boolean {
    const typed = [this.title, this.text, this.on, this.place, this.price].some((text) => text.trim() !== "");
    return !typed && this.questions.length === 0 && (this.uploads?.files.length ?? 0) === 0;
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
    if (this.uploads?.busy) bad("/files", "liaison.files_busy");
    if (this.ask !== "read" && !this.#sent) {
      if (this.reply === "answer" && this.questions.length === 0) bad("/questions", "liaison.question_needed");
      found.push(...this.questions.flatMap((question, at) => question.problems(at)));
    }
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
    const note: NewNote = { kind: this.kind, ask: this.ask, ...this.#content(), audience };
    if (this.reply === "answer") note.signature = false;
    const questions = this.asked();
    if (questions.length > 0) note.questions = questions;
    const files = this.uploads?.ids ?? [];
    if (files.length > 0) note.files = files;
    return note;
  }

  toChanged(version: number): ChangedNote {
    return { version, ...this.#content() };
  }

  #content(): Pick<NewNote, "title" | "body" | "facts" | "sign_before"> {
    const content = { title: this.title.trim(), body: this.text.trim(), facts: this.facts() };
    return this.ask !== "read" && this.signBefore ? { ...content, sign_before: this.signBefore } : content;
  }

  toKept(): KeptNote {
    const ready = this.uploads?.files.filter((one) => one.sending === "ready" && one.upload) ?? [];
    return {
      kind: this.kind,
      reply: this.reply,
      each: this.each,
      title: this.title,
      text: this.text,
      on: this.on,
      from: this.from,
      until: this.until,
      place: this.place,
      price: this.price,
      sign_before: this.signBefore,
      questions: this.questions.map(({ kind, text, options }) => ({ kind, text, options })),
      audience: this.audience?.id,
      files: ready.map((one) => ({
        upload: one.upload!,
        name: one.name,
        type: /\.pdf$/i.test(one.name) ? "pdf" : "jpeg",
        size_bytes: one.bytes,
      })),
    };
  }

  /** Takes up what was kept; an audience that is out of reach by now has to be chosen again. */
  take(kept: KeptNote, audiences: readonly AudienceLine[]): void {
    this.kind = kept.kind;
    this.chooseReply(kept.reply);
    this.each = kept.each;
    this.title = kept.title;
    this.text = kept.text;
    this.on = kept.on;
    this.from = kept.from;
    this.until = kept.until;
    this.place = kept.place;
    this.price = kept.price;
    this.signBefore = kept.sign_before;
    this.questions = kept.questions.map((question) => QuestionDraft.typed(question));
    this.audience = audiences.find((line) => line.id === kept.audience) ?? this.audience;
  }

  /** The draft of a note already sent. Kind, questions and audience stay as they were: families were told so. */
  static of(sent: FollowUp): Draft {
    const draft = new Draft();
    draft.#sent = true;
    draft.kind = sent.kind;
    draft.chooseReply(sent.ask === "read" ? "read" : sent.signature ? "sign" : "answer");
    draft.each = sent.ask === "sign_all";
    draft.questions = sent.questions.map((question) => QuestionDraft.of(question));
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
