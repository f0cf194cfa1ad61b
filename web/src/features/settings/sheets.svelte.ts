import { Refusal, type Schemas } from "../../api/client";

export type Sheets = Schemas["settings.Sheets"];

/** A way to do an act for which the password may be asked again; undefined when the person gave up. */
export type Confirmed = <Answer>(act: () => Promise<Answer>) => Promise<Answer | undefined>;

/**
 * The table where sheets are made. Codes travel once: they are in the answer of the request that made them, never asked
 * for again, and gone from here when the page is left.
 */
export class SheetTable {
  sheets = $state<Sheets | undefined>(undefined);
  making = $state(false);
  /** The codes were made but their answer never arrived: only new ones can be printed. */
  lost = $state(false);
  refusal = $state<Refusal | undefined>(undefined);
  /** What the last sheets were asked for: a class, a guardian. Its trouble is said there. */
  about = $state("");
  #act: (() => Promise<Sheets>) | undefined;

  constructor(private readonly confirmed: Confirmed) {}

  /** Makes sheets; `act` is the request. While one runs, another does nothing: a double click makes no second set. */
  async make(about: string, act: () => Promise<Sheets>): Promise<void> {
    if (this.making) return;
    this.making = true;
    this.about = about;
    this.#act = act;
    this.lost = false;
    this.refusal = undefined;
    try {
      this.sheets = (await this.confirmed(act)) ?? this.sheets;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.lost = error.error === "gate.already_done";
      this.refusal = this.lost ? undefined : error;
    } finally {
      this.making = false;
    }
  }

  /** The same sheets anew, after their codes were lost. */
  async again(): Promise<void> {
    if (this.#act) await this.make(this.about, this.#act);
  }

  /** Puts the sheets away: the codes are no longer in the page. */
  clear(): void {
    this.sheets = undefined;
  }
}

/** The frame of a code square: its modules and the four empty ones the standard asks on each side (ISO/IEC 18004). */
export function squareBox(modules: number): string {
  return `-4 -4 ${modules + 8} ${modules + 8}`;
}
