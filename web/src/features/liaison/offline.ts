import type { Schemas } from "../../api/client";
import type { OfflineRules, ReadAhead, Waiting } from "../../api/offline/rules";
import type { Answer } from "./answers.svelte";
import { slipState, type Note, type NoteLine } from "./note";
import * as words from "./words.gen";

const keptFor = 14 * 24 * 3600 * 1000; // ms

/** A signature, or answers with or without one, that wait for the network. */
interface Reply {
  child: string;
  version: number;
  answers?: Answer[];
}

/** What a guardian reads and signs without network. */
export const offline: OfflineRules = {
  reads: [/^\/liaison\/notes$/, /^\/liaison\/notes\/[^/]+$/, /^\/liaison\/sent$/],
  writes: [
    { method: "POST", path: /^\/liaison\/notes\/[^/]+\/sign$/, what: words.waits_sign, shown: asReplied },
    { method: "POST", path: /^\/liaison\/notes\/[^/]+\/answer$/, what: words.waits_answer, shown: asReplied },
  ],
  ahead,
};

/** Every note of the last 14 days, as a list for all and for each child, and one by one. */
async function ahead({ profile, today, get, keep }: ReadAhead): Promise<void> {
  if (profile !== "guardian") return void (await keep("/liaison/sent"));
  const { notes } = await get<Schemas["liaison.NoteList"]>("/liaison/notes");
  for (const child of new Set(notes.map((line) => line.child))) await get("/liaison/notes", { child });
  const since = Date.parse(today) - keptFor;
  for (const id of new Set(notes.filter((line) => line.delivered_at > since).map((line) => line.note))) {
    const kept = await keep<Note>(`/liaison/notes/${id}`);
    const lines = notes.filter((line) => line.note === id);
    if (!kept || !agrees(kept, lines)) await get(`/liaison/notes/${id}`);
  }
}

/** Whether a note that was kept says what its lines say today: if not, something was changed, signed or ended. */
export function agrees(note: Note, lines: readonly NoteLine[]): boolean {
  return (
    !note.withdrawn &&
    note.children.length === lines.length &&
    lines.every((line) => {
      const child = note.children.find((one) => one.child === line.child);
      const awaited = child !== undefined && slipState(note, child) === "sign";
      return child && note.version === line.version && child.signed_at === line.signed_at && awaited === awaits(line);
    })
  );
}
const awaits = (line: NoteLine) => line.ask !== "read" && !line.settled;

/** A note, the notebook or the home, as they are once the reply has gone. Of another version than the one replied to, nothing changes. */
export function asReplied(path: string, answer: never, { path: to, body, at }: Waiting): unknown {
  const reply: Reply = body;
  const note = to.split("/")[3];
  const repliedTo = (line: NoteLine) =>
    line.note === note && line.child === reply.child && line.version === reply.version && line.signed_at === undefined;
  const replied = (line: NoteLine) => (repliedTo(line) ? { ...line, signed_at: at, settled: true } : line);
  if (path === `/liaison/notes/${note}`) return noteReplied(answer, reply, at);
  if (path === "/liaison/notes") {
    const list: Schemas["liaison.NoteList"] = answer;
    return { ...list, notes: list.notes.map(replied) };
  }
  const home: Schemas["Home"] = answer;
  const card = path === "/home" ? home.cards.liaison_family : undefined;
  if (!card) return home;
  const to_do = card.to_do.filter((line) => !repliedTo(line));
  // what was to do is there to read, and says that it is signed
  const to_read = [...card.to_do.filter(repliedTo), ...card.to_read].map(replied);
  return { ...home, cards: { ...home.cards, liaison_family: { to_do, to_read } } };
}

function noteReplied(note: Note, { child, version, answers }: Reply, at: number): Note {
  if (note.version !== version || note.withdrawn) return note;
  const reply = {
    signed_at: at,
    may_sign: false,
    may_change_answer: false,
    ...(answers && { answers, answered_at: at }),
  };
  const children = note.children.map((one) =>
    one.child === child && one.signed_at === undefined ? { ...one, ...reply } : one,
  );
  return { ...note, children };
}
