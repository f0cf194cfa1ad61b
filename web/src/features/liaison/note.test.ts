import { describe, expect, test } from "vitest";
import {
  documentOf,
  lineState,
  noteState,
  slipState,
  together,
  typedText,
  type ForChild,
  type Note,
  type NoteLine,
} from "./note";

const lina: ForChild = {
  child: "c1",
  first_name: "Lina",
  may_sign: true,
  settled_by_other: false,
  may_change_answer: false,
};
const tom: ForChild = { ...lina, child: "c2", first_name: "Tom" };
const outing = { ask: "sign_one", signature: true, withdrawn: false, children: [lina, tom] } as Note;

describe("note: a line of the notebook", () => {
  test("what awaits a signature says so, even once opened", () => {
    expect(lineState({ ask: "sign_one", signature: true, settled: false })).toBe("to_sign");
    expect(lineState({ ask: "sign_all", signature: true, settled: false, opened_at: 1 })).toBe("to_sign");
  });
  test("a signed note stays signed", () => {
    expect(lineState({ ask: "sign_all", signature: true, settled: true, signed_at: 2 })).toBe("signed");
  });
  test("when the other parent has signed, there is nothing left but to read", () => {
    expect(lineState({ ask: "sign_one", signature: true, settled: true })).toBe("to_read");
    expect(lineState({ ask: "sign_one", signature: true, settled: true, opened_at: 1 })).toBe("settled");
  });
  test("what only wants answers is to answer, then answered", () => {
    expect(lineState({ ask: "sign_one", signature: false, settled: false })).toBe("to_answer");
    expect(lineState({ ask: "sign_one", signature: false, settled: true, signed_at: 2 })).toBe("answered");
  });
  test("an information is to read, then read", () => {
    expect(lineState({ ask: "read", signature: true, settled: false })).toBe("to_read");
    expect(lineState({ ask: "read", signature: true, settled: true, opened_at: 1 })).toBe("read");
  });
});

describe("note: children of one guardian", () => {
  const line = (note: string, child: string, signed_at?: number) =>
    ({
      note,
      child,
      child_first_name: child,
      ask: "sign_one",
      signature: true,
      settled: signed_at !== undefined,
      signed_at,
    }) as NoteLine;

  test("one note about two children is one item with two faces", () => {
    const items = together([line("farm", "Lina"), line("farm", "Tom"), line("pool", "Tom")]);
    expect(items.map((item) => item.children.map((child) => child.first_name))).toEqual([["Lina", "Tom"], ["Tom"]]);
  });
  test("signed for one and not for the other, it stays two items", () => {
    const items = together([line("farm", "Lina", 5), line("farm", "Tom")]);
    expect(items.map((item) => item.state)).toEqual(["signed", "to_sign"]);
  });
});

describe("note: the slip of each child", () => {
  test("an information has no slip", () => {
    expect(slipState({ ask: "read", withdrawn: false }, lina)).toBe("none");
  });
  test("each child has their own: signing for Lina leaves Tom's to sign", () => {
    const signed = { ...outing, children: [{ ...lina, may_sign: false, signed_at: 5 }, tom] };
    expect(signed.children.map((child) => slipState(signed, child))).toEqual(["signed", "sign"]);
    expect(noteState(signed)).toBe("to_sign");
  });
  test("a guardian who is only informed sees no button, and no reproach", () => {
    expect(slipState(outing, { ...lina, may_sign: false })).toBe("read_only");
  });
  test("a paper slip and the other parent's signature are told apart", () => {
    expect(slipState(outing, { ...lina, may_sign: false, paper_at: 3, settled_by_other: true })).toBe("paper");
    expect(slipState(outing, { ...lina, may_sign: false, settled_by_other: true })).toBe("settled_by_other");
  });
  test("of a major act, the other parent's signature settles nothing", () => {
    const act = { ...outing, ask: "sign_all" as const };
    expect(slipState(act, { ...lina, paper_at: 3, settled_by_other: true })).toBe("sign");
  });
  test("of a usual act it does, even for a parent who could sign", () => {
    expect(slipState(outing, { ...lina, settled_by_other: true })).toBe("settled_by_other");
  });
  test("a withdrawn note asks nothing more", () => {
    expect(slipState({ ...outing, withdrawn: true }, lina)).toBe("none");
    expect(noteState({ ...outing, withdrawn: true })).toBe("withdrawn");
  });
});

test("note: the text comes back as it was typed", () => {
  const body = {
    version: 1,
    paragraphs: [
      { inlines: [{ type: "text" as const, text: "Bonjour," }] },
      {
        inlines: [
          { type: "text" as const, text: "le plan : " },
          { type: "link" as const, url: "https://exemple.fr/plan" },
          { type: "break" as const },
          { type: "text" as const, text: "Merci." },
        ],
      },
    ],
  };
  expect(typedText(body)).toBe("Bonjour,\n\nle plan : https://exemple.fr/plan\nMerci.");
  expect(documentOf(typedText(body))).toEqual(body);
});
