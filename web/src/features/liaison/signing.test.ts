import { describe, expect, test } from "vitest";
import { Refusal, type Api } from "../../api/client";
import type { Entry } from "../../api/offline/cellar";
import { Kept } from "../../api/offline/journal.svelte";
import type { ForChild, Note } from "./note";
import { Signing } from "./signing.svelte";

const lina: ForChild = {
  child: "lina",
  first_name: "Lina",
  may_sign: true,
  settled_by_other: false,
  may_change_answer: false,
};
const tom: ForChild = { ...lina, child: "tom", first_name: "Tom", opened_at: 1 };
const farm = {
  id: "farm",
  ask: "sign_one",
  title: "Sortie à la ferme",
  version: 1,
  withdrawn: false,
  children: [lina, tom],
} as Note;

/** A server that remembers what it was sent and answers what it is told. */
function server(answers: Record<string, unknown>, now: Note = farm) {
  const sent: [string, object][] = [];
  const api = {
    get: async () => now,
    post: async (path: string, body: object) => {
      sent.push([path, body]);
      const answer = answers[path.split("/").pop()!];
      if (answer instanceof Refusal) throw answer;
      return answer;
    },
  } as unknown as Api;
  return { api, sent };
}

const refusing = (reason: Refusal) => ({ post: async () => Promise.reject(reason) }) as unknown as Api;

describe("signing", () => {
  test("opening is told once, for the child it was not yet opened for", async () => {
    const { api, sent } = server({});
    await new Signing(farm, api, () => 4).open();
    expect(sent).toEqual([["/liaison/notes/farm/open", { child: "lina" }]]);
  });

  test("one child's slip is signed with the version read, the other's waits", async () => {
    const { api, sent } = server({ sign: { signed_at: 5, undo_until: 15 } });
    const signing = new Signing(farm, api, () => 4);
    await signing.sign(lina);
    expect(sent).toEqual([["/liaison/notes/farm/sign", { child: "lina", version: 1, at: 4 }]]);
    expect(signing.note.children[0]).toMatchObject({ signed_at: 5, undo_until: 15, may_sign: false });
    expect(signing.note.children[1].signed_at).toBeUndefined();
  });

  test("answers leave with the version read, and stay in hand to be changed", async () => {
    const { api, sent } = server({ answer: { answered_at: 5, signed_at: 5, undo_until: 15, may_change_answer: true } });
    const signing = new Signing(farm, api, () => 4);
    expect(await signing.answer(lina, [{ yes: true }])).toBe(true);
    expect(sent).toEqual([
      ["/liaison/notes/farm/answer", { child: "lina", version: 1, answers: [{ yes: true }], at: 4 }],
    ]);
    expect(signing.note.children[0]).toMatchObject({ answers: [{ yes: true }], may_change_answer: true });
  });

  test("a signature taken back can be given again", async () => {
    const { api } = server({ sign: { signed_at: 5, undo_until: 15 } });
    const signing = new Signing(farm, api, () => 4);
    await signing.sign(lina);
    await signing.takeBack(lina);
    expect(signing.note.children[0]).toMatchObject({ signed_at: undefined, may_sign: true });
  });

  test("a note changed meanwhile is shown again, and not signed", async () => {
    const second = { ...farm, version: 2, title: "Sortie à la ferme, vendredi" };
    const { api } = server({ sign: new Refusal(412, "liaison.newer_version") }, second);
    const signing = new Signing(farm, api, () => 4);
    await signing.sign(lina);
    expect([signing.newer, signing.note.version, signing.note.children[0].signed_at]).toEqual([true, 2, undefined]);
    expect(signing.faults).toEqual({});
  });

  test("signed elsewhere already: the page shows it and complains of nothing", async () => {
    const signed = { ...farm, children: [{ ...lina, signed_at: 3, may_sign: false }, tom] };
    const { api } = server({ sign: new Refusal(409, "liaison.already_signed") }, signed);
    const signing = new Signing(farm, api, () => 4);
    await signing.sign(lina);
    expect([signing.note.children[0].signed_at, signing.faults]).toEqual([3, {}]);
  });

  test("too late to take back: said beside the child concerned", async () => {
    const signed = { ...farm, children: [{ ...lina, signed_at: 3, may_sign: false }, tom] };
    const { api } = server({ unsign: new Refusal(410, "liaison.undo_over") }, signed);
    const signing = new Signing(signed, api, () => 4);
    await signing.takeBack(signed.children[0]);
    expect(signing.faults.lina.error).toBe("liaison.undo_over");
  });

  test("kept on the device, it shows as signed from now, and cannot be signed twice", async () => {
    const signing = new Signing(farm, refusing(new Kept({ seq: 1 } as Entry)), () => 4);
    await signing.sign(lina);
    expect(signing.note.children[0]).toMatchObject({ signed_at: 4, may_sign: false });
    expect(signing.note.children[0].undo_until).toBeUndefined();
    expect(signing.faults).toEqual({});
  });

  test("a network that fails loses nothing: the slip is still there to sign", async () => {
    const { api } = server({ sign: new Refusal(0, "network") });
    const signing = new Signing(farm, api, () => 4);
    await signing.sign(lina);
    expect([signing.faults.lina.error, signing.busy, signing.note.children[0].may_sign]).toEqual([
      "network",
      undefined,
      true,
    ]);
  });
});
