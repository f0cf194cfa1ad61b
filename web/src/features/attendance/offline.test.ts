import { expect, test } from "vitest";
import type { Waiting } from "../../api/offline/rules";
import { asCalled, asTold, waits } from "./offline";

const tell = { child: "tom", from_on: "2026-09-15", part: "day", reason: "ill" };
const told = { path: "/attendance/told", body: tell as never, key: "k1", at: 8 } satisfies Waiting;
const tom = { child: "tom", told: [] };

test("an absence told without network is read on the family's pages, and said to wait", () => {
  const family = asTold("/attendance/family", { children: [tom, { child: "lina", told: [] }] } as never, told);
  expect(family).toMatchObject({
    children: [{ told: [{ told: "k1", reason: "ill", may_change: false }] }, { told: [] }],
  });
  expect(waits((family as { children: { told: { version: number }[] }[] }).children[0].told[0])).toBe(true);
  expect(asTold("/attendance/family", family as never, told)).toEqual(family);
  const home = { cards: { attendance_family: { children: [{ child: "tom" }] } } };
  expect(asTold("/home", home as never, told)).toMatchObject({
    cards: { attendance_family: { children: [{ told: { on_day: "2026-09-15" } }] } },
  });
});

test("a roll called without network is called, for that half-day alone", () => {
  const present = { absent: false };
  const roll = {
    school_class: "ce2",
    on_day: "2026-09-14",
    half: "morning",
    pupils: [{ pupil: "tom", presence: present }],
  };
  const marks = [{ pupil: "tom", absent: true, version: 0 }];
  const body = { on_day: "2026-09-14", half: "morning", marks };
  const call = { path: "/attendance/classes/ce2/call", body: body as never, key: "k2", at: 8 } satisfies Waiting;
  expect(asCalled(call.path, roll as never, call)).toMatchObject({
    called_at: 8,
    pupils: [{ presence: { absent: true } }],
  });
  const afternoon = { ...roll, half: "afternoon" };
  expect(asCalled(call.path, afternoon as never, call)).toEqual(afternoon);
});
