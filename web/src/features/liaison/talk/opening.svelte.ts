import { Refusal, type Api, type Schemas, type WrongField } from "../../../api/client";
import type { Note } from "../note";
import { keyOf, type Contact } from "./talk";

/** Where an exchange begins: a note that is answered, a child that is looked at. */
export interface From {
  note?: Note;
  child?: string;
}

/** What of it is kept while it is being written. */
export interface KeptOpening {
  chosen: string | undefined;
  title: string;
  text: string;
  for_both: boolean;
}

/** An exchange being opened with the school. What was typed stays until it is there. */
export class Opening {
  chosen = $state<string | undefined>(undefined);
  title = $state("");
  text = $state("");
  forBoth = $state(false);
  busy = $state(false);
  problems = $state.raw<readonly WrongField[]>([]);
  refusal = $state.raw<Refusal | undefined>(undefined);

  constructor(
    private readonly contacts: readonly Contact[],
    private readonly api: Api,
    private readonly from: From,
  ) {
    const first = this.#first();
    this.chosen = first && keyOf(first);
    this.title = from.note?.title ?? "";
  }

  /** The desk chosen. */
  get contact(): Contact | undefined {
    return this.contacts.find((one) => keyOf(one) === this.chosen);
  }

  /** An answer to the head's note goes to the head, any other to the child's class. */
  #first(): Contact | undefined {
    const child = this.from.child ?? this.from.note?.children[0]?.child;
    const wanted = this.from.note?.author_role === "head" ? "head" : "school_class";
    const ofChild = this.contacts.filter((one) => child === undefined || one.child.id === child);
    return ofChild.find((one) => one.addressee === wanted) ?? ofChild[0] ?? this.contacts[0];
  }

  toKept(): KeptOpening {
    return { chosen: this.chosen, title: this.title, text: this.text, for_both: this.forBoth };
  }

  /** What was being written before. A desk that is no longer there gives way to the first. */
  take(kept: KeptOpening): void {
    if (this.contacts.some((one) => keyOf(one) === kept.chosen)) this.chosen = kept.chosen;
    this.title = kept.title;
    this.text = kept.text;
    this.forBoth = kept.for_both;
  }

  async send(): Promise<Schemas["liaison.Posted"] | undefined> {
    if (this.busy || !this.contact) return undefined;
    this.refusal = undefined;
    this.problems = this.#missing();
    if (this.problems.length > 0) return undefined;
    this.busy = true;
    try {
      return await this.api.post<"liaison.Posted">("/liaison/conversations", this.#body(this.contact));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
      this.problems = error.fields;
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  #missing(): WrongField[] {
    const found: WrongField[] = [];
    if (this.title.trim() === "") found.push({ path: "/title", code: "liaison.subject_empty" });
    if (this.text.trim() === "") found.push({ path: "/body", code: "liaison.message_empty" });
    return found;
  }

  #body(contact: Contact): object {
    const note = this.from.note;
    const about = note?.children.some((child) => child.child === contact.child.id) ? { note: note.id } : {};
    return {
      child: contact.child.id,
      addressee: contact.addressee,
      title: this.title.trim(),
      body: this.text.trim(),
      for_both: this.forBoth,
      ...about,
    };
  }
}
