import { describe, expect, test } from "vitest";
import { Refusal } from "../../api/client";
import { Draft } from "./compose.svelte";
import { Writing } from "./writing.svelte";

const monday = "2026-09-14";
function whole(): Draft {
  const draft = new Draft();
  draft.audience = { kind: "school_class", id: "k1", label: "CE1 A", children: 25, adults: 41, without_guardian: 0 };
  draft.title = "Piscine";
  draft.text = "Maillot et bonnet.";
  return draft;
}

describe("writing: nothing leaves before it was read again", () => {
  test("an unfinished note does not reach the review", () => {
    const writing = new Writing(new Draft(), async () => "sent");
    expect(writing.review(monday)).toBe(false);
    expect([writing.step, writing.problems.length]).toEqual(["text", 3]);
  });
  test("a fault leaves as soon as it is mended", () => {
    const draft = whole();
    draft.title = "";
    const writing = new Writing(draft, async () => "sent");
    writing.review(monday);
    expect(writing.problems).toEqual([{ path: "/title", code: "liaison.title_empty" }]);
    draft.title = "Piscine";
    expect(writing.problems).toEqual([]);
  });
  test("a whole note is reviewed, then sent", async () => {
    const writing = new Writing(whole(), async () => "sent");
    expect(writing.review(monday)).toBe(true);
    expect(writing.step).toBe("review");
    expect(await writing.go()).toBe("sent");
  });
});

describe("writing: a refusal never loses the text", () => {
  test("a wrong field brings the text back, with its fault beside it", async () => {
    const fields = [{ path: "/sign_before", code: "liaison.date_past" }];
    const writing = new Writing(whole(), () => Promise.reject(new Refusal(400, "gate.invalid", fields)));
    writing.review(monday);
    expect(await writing.go()).toBeUndefined();
    expect([writing.step, writing.problems, writing.draft.title]).toEqual(["text", fields, "Piscine"]);
  });
  test("without network the review stays, ready to be sent again", async () => {
    let tries = 0;
    const writing = new Writing(whole(), async () => {
      if (tries++ === 0) throw new Refusal(0, "network");
      return "sent";
    });
    writing.review(monday);
    await writing.go();
    expect([writing.step, writing.refusal?.error]).toEqual(["review", "network"]);
    expect(await writing.go()).toBe("sent");
  });
});
