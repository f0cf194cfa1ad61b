import { Refusal, type Api } from "../../api/client";
import { Kept } from "../../api/offline/journal.svelte";
import type { Presence, Pupil, RollCall } from "./presence";

/** What a tap on a face says. */
export type Tap = "absent" | "late" | "left";

const present: Presence = { absent: false };

/**
 * One roll in hand: taps set states on the device, one write keeps them all. States, never toggles, leave with the version
 * that was seen, so that sending again is harmless and two people at once lose nothing.
 */
export class Rolling {
  roll: RollCall;
  tapSays = $state<Tap>("absent");
  busy = $state(false);
  refusal = $state.raw<Refusal | undefined>(undefined);
  /** Pupils whom somebody else marked otherwise in between, by name. */
  differing = $state.raw<readonly string[]>([]);
  #set: Record<string, Presence> = $state({});

  constructor(
    roll: RollCall,
    private readonly api: Api,
    private readonly now: () => number,
  ) {
    this.roll = $state.raw(roll);
  }

  get path(): string {
    return `/attendance/classes/${this.roll.school_class}/call`;
  }
  get called(): boolean {
    return this.roll.called_at !== undefined;
  }
  of(pupil: Pupil): Presence {
    return this.#set[pupil.pupil] ?? pupil.presence;
  }
  get absents(): readonly Pupil[] {
    return this.roll.pupils.filter((pupil) => this.of(pupil).absent);
  }
  /** Late or gone early: there, but not for the whole half-day. */
  get partly(): readonly Pupil[] {
    return this.roll.pupils.filter((pupil) => {
      const { arrived_minute, left_minute } = this.of(pupil);
      return arrived_minute !== undefined || left_minute !== undefined;
    });
  }
  get changed(): readonly Pupil[] {
    return this.roll.pupils.filter((pupil) => !same(this.of(pupil), pupil.presence));
  }

  /** `minute`: of the day, for a late arrival or an early departure. The same tap again takes it back. */
  tap(pupil: Pupil, minute: number): void {
    const is = this.of(pupil);
    if (this.tapSays === "absent") this.#set[pupil.pupil] = is.absent ? present : { absent: true };
    else if (this.tapSays === "late") this.setArrived(pupil, is.arrived_minute === undefined ? minute : undefined);
    else this.setLeft(pupil, is.left_minute === undefined ? minute : undefined);
  }
  setArrived(pupil: Pupil, minute: number | undefined): void {
    this.#set[pupil.pupil] = spelled(minute, this.of(pupil).left_minute);
  }
  setLeft(pupil: Pupil, minute: number | undefined): void {
    this.#set[pupil.pupil] = spelled(this.of(pupil).arrived_minute, minute);
  }

  /** Calls the roll, or corrects it. Without network it waits on the device and counts as done there. */
  async save(): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.refusal = undefined;
    this.differing = [];
    const { on_day, half } = this.roll;
    const marks = (this.called ? this.changed : this.roll.pupils).map((pupil) => ({
      pupil: pupil.pupil,
      ...this.of(pupil),
      version: pupil.version,
    }));
    try {
      const saved = await this.api.put<"attendance.Saved">(this.path, { on_day, half, marks });
      const others = saved.differing.map((id) => this.roll.pupils.find(({ pupil }) => pupil === id)?.name ?? "");
      this.#take(await this.#ask());
      this.differing = others.filter((name) => name !== "");
      return true;
    } catch (error) {
      if (error instanceof Kept) {
        this.#take({ ...this.roll, called_at: this.roll.called_at ?? this.now(), pupils: this.#asSet() });
        return true;
      }
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** The roll as it stands, unless it is being changed here. */
  async refresh(): Promise<void> {
    if (this.busy || this.changed.length > 0) return;
    const now = await this.#ask().catch(() => undefined);
    if (!now) return;
    this.#take(now);
  }

  #ask(): Promise<RollCall> {
    const { on_day, half } = this.roll;
    return this.api.get<"attendance.RollCall">(this.path, { on_day, half });
  }
  #take(roll: RollCall): void {
    this.roll = roll;
    this.#set = {};
  }
  #asSet(): Pupil[] {
    return this.roll.pupils.map((pupil) => ({ ...pupil, presence: { ...this.of(pupil) } }));
  }
}

function spelled(arrived: number | undefined, left: number | undefined): Presence {
  return {
    absent: false,
    ...(arrived === undefined ? {} : { arrived_minute: arrived }),
    ...(left === undefined ? {} : { left_minute: left }),
  };
}

function same(one: Presence, other: Presence): boolean {
  return (
    one.absent === other.absent && one.arrived_minute === other.arrived_minute && one.left_minute === other.left_minute
  );
}
