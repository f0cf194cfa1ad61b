import { describe, expect, test } from "vitest";
import {
  awaitsPaper,
  concernsPaper,
  couponsFor,
  inStack,
  mayReturnPaper,
  sayOf,
  type FollowedChild,
  type Signer,
} from "./stacks";

const sarah: Signer = { person: "s", name: "Sarah Delmas", ever_entered: true, may_sign: true };
const karim: Signer = { person: "k", name: "Karim Ferrand", ever_entered: true, may_sign: true };
const family = (over: Partial<FollowedChild>): FollowedChild => ({
  child: "c",
  first_name: "Noé",
  last_name: "Ferrand",
  stack: "to_chase",
  guardians: [sarah, karim],
  signatures: 0,
  needed: 1,
  opposite: false,
  decided: [],
  ...over,
});

describe("stacks: what is said of a child", () => {
  test("nobody opened the note", () => {
    expect(sayOf(family({}))).toEqual({ said: "not_opened" });
  });
  test("two answers that contradict each other are said, whoever gave them", () => {
    expect(sayOf(family({ stack: "seen", opposite: true, guardians: [{ ...sarah, signed_at: 3 }] }))).toEqual({
      said: "opposite",
    });
  });
  test("nobody ever entered: paper may serve better", () => {
    const never = family({ guardians: [{ ...sarah, ever_entered: false }] });
    expect(sayOf(never)).toEqual({ said: "never_entered" });
    expect(concernsPaper(never)).toBe(true);
  });
  test("a child without guardian is reached by paper only", () => {
    const alone = family({ guardians: [] });
    expect(sayOf(alone)).toEqual({ said: "paper_only" });
    expect(awaitsPaper(alone)).toBe(true);
    expect(awaitsPaper({ ...alone, paper_at: 4, stack: "done" })).toBe(false);
  });
  test("the first opening is the one told", () => {
    const seen = family({
      stack: "seen",
      guardians: [
        { ...sarah, opened_at: 9 },
        { ...karim, opened_at: 5 },
      ],
    });
    expect(sayOf(seen)).toEqual({ said: "opened", at: 5 });
  });
  test("a major act signed by one parent still waits for the other, by name", () => {
    const half = family({
      stack: "seen",
      needed: 2,
      signatures: 1,
      guardians: [{ ...sarah, signed_at: 7, way: "screen" }, karim],
    });
    expect(sayOf(half)).toEqual({ said: "part_signed", names: ["Sarah Delmas"], missing: ["Karim Ferrand"] });
  });
  test("signed on screen, signed on paper", () => {
    const screen = family({ stack: "done", guardians: [{ ...sarah, signed_at: 7, way: "screen" }, karim] });
    const paper = family({ stack: "done", guardians: [{ ...sarah, signed_at: 7, way: "paper" }, karim] });
    expect(sayOf(screen)).toEqual({ said: "signed", names: ["Sarah Delmas"] });
    expect(sayOf(paper)).toEqual({ said: "on_paper", at: 7 });
  });
  test("signed by both", () => {
    const guardians = [sarah, karim].map((one) => ({ ...one, signed_at: 7, way: "screen" as const }));
    expect(sayOf(family({ stack: "done", guardians })).said).toBe("signed_both");
  });
  test("an information is done when it was read", () => {
    const read = family({ stack: "done", needed: 0, guardians: [{ ...sarah, opened_at: 3 }] });
    expect(sayOf(read)).toEqual({ said: "read", at: 3 });
  });
});

describe("stacks: paper", () => {
  test("only guardians who may sign can bring a slip back", () => {
    const child = family({ guardians: [sarah, { ...karim, may_sign: false }] });
    expect(mayReturnPaper(child).map((guardian) => guardian.name)).toEqual(["Sarah Delmas"]);
  });
  test("coupons are printed for the families still awaited, or only for those no screen reaches", () => {
    const never = family({ child: "never", guardians: [{ ...sarah, ever_entered: false }] });
    const done = family({ child: "done", stack: "done", guardians: [] });
    const seen = family({ child: "seen", stack: "seen" });
    expect(couponsFor([never, done, seen], false).map((child) => child.child)).toEqual(["never", "seen"]);
    expect(couponsFor([never, done, seen], true).map((child) => child.child)).toEqual(["never"]);
  });
  test("each stack keeps the order of names", () => {
    const children = [family({ child: "a" }), family({ child: "b", stack: "seen" }), family({ child: "c" })];
    expect(inStack(children, "to_chase").map((child) => child.child)).toEqual(["a", "c"]);
  });
});
