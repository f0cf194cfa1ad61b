import type { Schemas } from "../../api/client";
import type { OfflineRules, ReadAhead, Waiting } from "../../api/offline/rules";
import type { RollCall, Told } from "./presence";
import type { NewTold } from "./telling.svelte";
import * as words from "./words.gen";

type FamilyCard = Schemas["attendance.FamilyCard"];
type CallCard = Schemas["attendance.CallCard"];

/** An absence told from the bus, a roll called where the wall lets nothing through. */
export const offline: OfflineRules = {
  reads: [/^\/attendance\/family$/, /^\/attendance\/classes\/[^/]+\/call$/],
  writes: [
    { method: "POST", path: /^\/attendance\/told$/, what: words.waits_told, shown: asTold },
    { method: "PUT", path: /^\/attendance\/classes\/[^/]+\/call$/, what: words.waits_call, shown: asCalled },
  ],
  ahead,
};

async function ahead({ profile, get, keep }: ReadAhead): Promise<void> {
  if (profile === "guardian") return void (await get("/attendance/family"));
  if (profile !== "teacher" && profile !== "substitute") return;
  const home = await keep<Schemas["Home"]>("/home");
  const classes = home?.cards.attendance_call?.classes ?? [];
  for (const { school_class } of classes) await get(`/attendance/classes/${school_class}/call`);
}

/** A told day that no server has numbered yet: it cannot be changed, only told. */
export const waits = ({ version }: Pick<Told, "version">): boolean => version === 0;

/** A guardian's pages, with the absence told. */
export function asTold(path: string, answer: never, { body, key, at }: Waiting): unknown {
  const tell: NewTold = body;
  const told: Told = {
    told: key,
    child: tell.child,
    on_day: tell.from_on,
    part: tell.part,
    minute: tell.minute,
    reason: tell.reason,
    line: tell.line,
    mine: true,
    told_at: at,
    version: 0,
    may_change: false,
  };
  const already = (other: Told) => other.on_day === told.on_day;
  if (path === "/attendance/family") {
    const family: Schemas["attendance.Family"] = answer;
    const children = family.children.map((one) =>
      one.child !== told.child || one.told.some(already) ? one : { ...one, told: [told, ...one.told] },
    );
    return { ...family, children };
  }
  return onHome(path, answer, "attendance_family", (card: FamilyCard) => ({
    children: card.children.map((one) => (one.child === told.child && !one.told ? { ...one, told } : one)),
  }));
}

/** A teacher's pages, with the roll called. */
export function asCalled(path: string, answer: never, { path: to, body, at }: Waiting): unknown {
  if (path === to) return rollCalled(answer, body, at);
  return onHome(path, answer, "attendance_call", (card: CallCard) => ({
    classes: card.classes.map((roll) => (to.includes(roll.school_class) ? rollCalled(roll, body, at) : roll)),
  }));
}

interface Keeping {
  on_day: string;
  half: RollCall["half"];
  marks: (RollCall["pupils"][number]["presence"] & { pupil: string })[];
}
function rollCalled(roll: RollCall, { on_day, half, marks }: Keeping, at: number): RollCall {
  if (roll.on_day !== on_day || roll.half !== half) return roll;
  const pupils = roll.pupils.map((pupil) => {
    const mark = marks.find((one) => one.pupil === pupil.pupil);
    if (!mark) return pupil;
    const { absent, arrived_minute, left_minute } = mark;
    return { ...pupil, presence: { absent, arrived_minute, left_minute } };
  });
  return { ...roll, called_at: roll.called_at ?? at, pupils };
}

/** The home with one card of it changed. */
function onHome<Card>(path: string, answer: Schemas["Home"], name: string, change: (card: Card) => Card): unknown {
  const cards: Record<string, unknown> = answer.cards;
  if (path !== "/home" || !cards[name]) return answer;
  return { ...answer, cards: { ...cards, [name]: change(cards[name] as Card) } };
}
