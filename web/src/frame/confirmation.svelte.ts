import { Refusal, type Api } from "../api/client";

/** Asks for the password again when an act needs it (the server then says gate.confirm), and does the act after. */
export class Confirmation {
  open = $state(false);
  refusal: unknown = $state.raw();
  busy = $state(false);
  #own: Api;
  #answer: ((given: boolean) => void) | undefined;

  constructor(own: Api) {
    this.#own = own;
  }

  async confirmed<Answer>(act: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await act();
    } catch (reason) {
      if (!(reason instanceof Refusal) || reason.error !== "gate.confirm") throw reason;
    }
    return (await this.#ask()) ? act() : undefined;
  }

  async give(password: string): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    try {
      await this.#own.post("/confirm", { password });
      this.#end(true);
    } catch (reason) {
      this.refusal = reason;
    } finally {
      this.busy = false;
    }
  }

  giveUp(): void {
    this.#end(false);
  }

  #ask(): Promise<boolean> {
    this.refusal = undefined;
    this.open = true;
    return new Promise((answer) => (this.#answer = answer));
  }

  #end(given: boolean): void {
    this.open = false;
    this.#answer?.(given);
    this.#answer = undefined;
  }
}
