import { describe, expect, it, vi } from "vitest";
import { Refusal, type Api } from "../../api/client";
import { Kept } from "../../api/offline/journal.svelte";
import type { RollCall } from "./presence";
import { Rolling } from "./rolling.svelte";

const roll: RollCall = {
  school_class: "ce2",
  label: "CE2",
  on_day: "2026-09-14",
  half: "morning",
  school_day: true,
  may_call: true,
  pupils: [
    { pupil: "tom", name: "Tom", presence: { absent: true }, version: 0 },
    { pupil: "adam", name: "Adam", presence: { absent: false }, version: 0 },
    { pupil: "gabin", name: "Gabin", presence: { absent: false }, version: 0 },
  ],
};

function server(answer: () => Promise<unknown>, after: RollCall = { ...roll, called_at: 1 }) {
  const put = vi.fn(answer);
  const api = { get: async () => after, put, post: put } as unknown as Api;
  return { api, put };
}
const saved = async () => ({ called_at: 1, differing: [] });

describe("a roll call", () => {
  it("starts from what families told, and one tap marks one more", () => {
    const rolling = new Rolling(roll, server(saved).api, () => 5);
    expect(rolling.absents.map(({ name }) => name)).toEqual(["Tom"]);
    rolling.tap(roll.pupils[1], 520);
    expect(rolling.absents.map(({ name }) => name)).toEqual(["Tom", "Adam"]);
    rolling.tap(roll.pupils[0], 520);
    expect(rolling.absents.map(({ name }) => name)).toEqual(["Adam"]);
  });

  it("sends each pupil's state with the version seen, once for all", async () => {
    const { api, put } = server(saved);
    const rolling = new Rolling(roll, api, () => 5);
    rolling.tap(roll.pupils[1], 520);
    expect(await rolling.save()).toBe(true);
    expect(put).toHaveBeenCalledOnce();
    expect(put.mock.calls[0]).toEqual([
      "/attendance/classes/ce2/call",
      {
        on_day: "2026-09-14",
        half: "morning",
        marks: [
          { pupil: "tom", absent: true, version: 0 },
          { pupil: "adam", absent: true, version: 0 },
          { pupil: "gabin", absent: false, version: 0 },
        ],
      },
    ]);
    expect(rolling.called).toBe(true);
    expect(rolling.changed).toEqual([]);
  });

  it("once called, sends only what is corrected", async () => {
    const { api, put } = server(saved);
    const rolling = new Rolling({ ...roll, called_at: 1 }, api, () => 5);
    rolling.tapSays = "late";
    rolling.tap(roll.pupils[0], 530);
    await rolling.save();
    expect(put.mock.calls[0]).toMatchObject([
      "/attendance/classes/ce2/call",
      { marks: [{ pupil: "tom", absent: false, arrived_minute: 530, version: 0 }] },
    ]);
  });

  it("takes a lateness back with the same tap, and keeps an early departure", () => {
    const rolling = new Rolling(roll, server(saved).api, () => 5);
    rolling.setLeft(roll.pupils[2], 660);
    rolling.tapSays = "late";
    rolling.tap(roll.pupils[2], 530);
    expect(rolling.of(roll.pupils[2])).toEqual({ absent: false, arrived_minute: 530, left_minute: 660 });
    rolling.tap(roll.pupils[2], 540);
    expect(rolling.of(roll.pupils[2])).toEqual({ absent: false, left_minute: 660 });
  });

  it("says whom somebody else marked otherwise", async () => {
    const { api } = server(async () => ({ called_at: 1, differing: ["adam"] }));
    const rolling = new Rolling(roll, api, () => 5);
    await rolling.save();
    expect(rolling.differing).toEqual(["Adam"]);
  });

  it("waits on the device without network, and counts as done there", async () => {
    const entry = { seq: 1 } as Kept["entry"];
    const { api } = server(async () => Promise.reject(new Kept(entry)));
    const rolling = new Rolling(roll, api, () => 5);
    rolling.tap(roll.pupils[1], 520);
    expect(await rolling.save()).toBe(true);
    expect(rolling.roll.called_at).toBe(5);
    expect(rolling.absents.map(({ name }) => name)).toEqual(["Tom", "Adam"]);
  });

  it("keeps the taps when the server refuses", async () => {
    const { api } = server(async () => Promise.reject(new Refusal(403, "attendance.day_over")));
    const rolling = new Rolling(roll, api, () => 5);
    rolling.tap(roll.pupils[1], 520);
    expect(await rolling.save()).toBe(false);
    expect(rolling.refusal?.error).toBe("attendance.day_over");
    expect(rolling.absents).toHaveLength(2);
  });
});
