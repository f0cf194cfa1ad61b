import type { Schemas } from "../../api/client";

export type Note = Schemas["liaison.Note"];
export type NoteLine = Schemas["liaison.NoteLine"];
export type ForChild = Schemas["liaison.ForChild"];
export type Facts = Schemas["liaison.Facts"];
export type Document = Schemas["richtext.Document"];
type Inline = Document["paragraphs"][number]["inlines"][number];

/** What a line of the notebook says of itself, by icon, colour and word. */
export type LineState = "to_sign" | "to_answer" | "to_read" | "signed" | "answered" | "settled" | "read";

/** A reply wins over everything; then what is awaited of this guardian; then what is simply there to read. */
export function lineState(
  line: Pick<NoteLine, "ask" | "signature" | "signed_at" | "settled" | "opened_at">,
): LineState {
  if (line.signed_at !== undefined) return line.signature ? "signed" : "answered";
  if (line.ask === "read") return line.opened_at === undefined ? "to_read" : "read";
  if (!line.settled) return line.signature ? "to_sign" : "to_answer";
  // Settled without this guardian: the other parent signed, a slip came back, or this guardian is only informed.
  return line.opened_at === undefined ? "to_read" : "settled";
}

/** Lines of one note that say the same of several children of this guardian: one item, with their faces in the margin. */
export interface NoteItem {
  line: NoteLine;
  state: LineState;
  children: { id: string; first_name: string }[];
}

/** Gathers the lines of one note, in the order of the list. A note to sign for Lina and signed for Tom stays two items. */
export function together(lines: readonly NoteLine[]): NoteItem[] {
  const items: NoteItem[] = [];
  for (const line of lines) {
    const state = lineState(line);
    const child = { id: line.child, first_name: line.child_first_name };
    const same = items.find((item) => item.line.note === line.note && item.state === state);
    if (same) same.children.push(child);
    else items.push({ line, state, children: [child] });
  }
  return items;
}

/** What the slip under the cutting line shows for one child. */
export type SlipState = "sign" | "signed" | "paper" | "settled_by_other" | "read_only" | "none";

/** `none`: the note only asks to be read, so there is no slip at all. */
export function slipState(note: Pick<Note, "ask" | "withdrawn">, child: ForChild): SlipState {
  if (note.withdrawn || note.ask === "read") return "none";
  if (child.signed_at !== undefined) return "signed";
  // Of a major act, the slip or the signature of the other parent settles nothing for this one.
  if (note.ask === "sign_all" && child.may_sign) return "sign";
  if (child.paper_at !== undefined) return "paper";
  // With questions this guardian may still answer otherwise: nothing is awaited of them all the same.
  if (child.settled_by_other) return "settled_by_other";
  return child.may_sign ? "sign" : "read_only";
}

/** The label of the whole note: still to sign while one child's slip is. */
export function noteState(note: Note): LineState | "withdrawn" {
  if (note.withdrawn) return "withdrawn";
  const slips = note.children.map((child) => slipState(note, child));
  if (slips.includes("sign")) return note.signature ? "to_sign" : "to_answer";
  if (slips.includes("signed")) return note.signature ? "signed" : "answered";
  if (slips.includes("paper") || slips.includes("settled_by_other")) return "settled";
  return "to_read";
}

/** What the server will make of a text typed: an empty line begins a paragraph, https:// addresses are links. */
export function documentOf(typed: string): Document {
  const paragraphs = typed
    .trim()
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => ({ inlines: inlinesOf(paragraph.trim()) }));
  return { version: 1, paragraphs };
}

function inlinesOf(paragraph: string): Inline[] {
  return paragraph.split("\n").flatMap((line, at) => {
    const parts = line
      .split(/(https:\/\/\S+)/)
      .filter((part) => part !== "")
      .map((part): Inline =>
        part.startsWith("https://") ? { type: "link", url: part } : { type: "text", text: part },
      );
    return at > 0 ? [{ type: "break" } as Inline, ...parts] : parts;
  });
}

/** The text a person would have typed to get this document: an empty line between paragraphs. */
export function typedText(body: Document): string {
  return body.paragraphs
    .map((paragraph) =>
      paragraph.inlines
        .map((inline) => (inline.type === "text" ? inline.text : inline.type === "link" ? inline.url : "\n"))
        .join(""),
    )
    .join("\n\n");
}
