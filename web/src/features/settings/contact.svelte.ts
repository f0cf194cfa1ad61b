import type { Schemas } from "../../api/client";

type OwnContact = Schemas["settings.OwnContact"];

/** "06 12 34 56 78" from "0612345678", "+33 6 12 34 56 78"; a number from elsewhere as it is kept. */
export function spokenPhone(phone: string): string {
  const french = /^(\+33|0)(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(phone);
  if (!french) return phone;
  const [, prefix, first, ...pairs] = french;
  return [prefix === "0" ? prefix + first : `${prefix} ${first}`, ...pairs].join(" ");
}

/** One's own contact data being written. */
export class ContactForm {
  email = $state("");
  phone = $state("");
  #version = 0;
  #kept = { email: "", phone: "" };

  constructor(kept: OwnContact) {
    this.take(kept);
  }

  /** Shows what the server holds now. */
  take(kept: OwnContact): void {
    this.#version = kept.version;
    this.email = kept.email ?? "";
    this.phone = kept.phone ? spokenPhone(kept.phone) : "";
    this.#kept = { email: this.email, phone: this.phone };
  }

  get changed(): boolean {
    return this.email !== this.#kept.email || this.phone !== this.#kept.phone;
  }

  toBody(): { email: string; phone: string; version: number } {
    return { email: this.email, phone: this.phone, version: this.#version };
  }
}
