import { expect, test } from "vitest";
import type { Waiting } from "../../api/offline/rules";
import type { Note, NoteLine } from "./note";
import { agrees, asReplied } from "./offline";

const line = { note: "farm", child: "lina", ask: "sign_one", version: 1, settled: false, signature: true } as NoteLine;
const other = { ...line, note: "pool" };
const child = { child: "lina", first_name: "Lina", may_sign: true, settled_by_other: false, may_change_answer: false };
const note = { id: "farm", version: 1, ask: "sign_one", withdrawn: false, children: [child] } as Partial<Note> as Note;
const write = {
  path: "/liaison/notes/farm/sign",
  body: { child: "lina", version: 1 } as never,
  key: "k",
  at: 8,
} satisfies Waiting;
const shown = (path: string, answer: unknown, waiting: Waiting = write) => asReplied(path, answer as never, waiting);

test("a note signed without network reads as signed wherever it shows", () => {
  expect(shown("/liaison/notes/farm", note)).toMatchObject({ children: [{ signed_at: 8, may_sign: false }] });
  expect(shown("/liaison/notes", { notes: [line, other] })).toMatchObject({
    notes: [{ signed_at: 8, settled: true }, { settled: false }],
  });
  expect(shown("/home", { cards: { liaison_family: { to_do: [line, other], to_read: [] } } })).toEqual({
    cards: { liaison_family: { to_do: [other], to_read: [{ ...line, signed_at: 8, settled: true }] } },
  });
});

test("a newer version is there to be signed again, and another note is untouched", () => {
  expect(shown("/liaison/notes/farm", { ...note, version: 2 })).toEqual({ ...note, version: 2 });
  expect(shown("/liaison/notes/pool", { ...note, id: "pool" })).toEqual({ ...note, id: "pool" });
});

test("shown twice, it is as shown once", () => {
  const once = shown("/liaison/notes/farm", note);
  expect(shown("/liaison/notes/farm", once)).toEqual(once);
});

test("a kept note is asked again when its lines say otherwise: signed elsewhere, changed, or of one child less", () => {
  expect(agrees(note, [line])).toBe(true);
  expect(agrees(note, [{ ...line, settled: true, signed_at: 3 }])).toBe(false);
  expect(agrees(note, [{ ...line, version: 2 }])).toBe(false);
  expect(agrees({ ...note, children: [child, { ...child, child: "tom" }] }, [line])).toBe(false);
});
