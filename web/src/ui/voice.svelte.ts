// The device reads aloud. Only voices that live on the device are used: another would send what is read to its maker.

/** The voice for a French text, among those the device offers; undefined when it has none of its own. */
export function frenchVoice(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const own = voices.filter((voice) => voice.localService && /^fr\b/i.test(voice.lang.replace("_", "-")));
  return own.find((voice) => /^fr-fr$/i.test(voice.lang.replace("_", "-"))) ?? own[0];
}

/** A text in parts that a voice says in one breath: several engines stop by themselves in the middle of a long one. */
export function breaths(text: string, longest = 220): string[] {
  const sentences = text.split(/(?<stop>[.!?…]+\s+|\n+)/);
  const parts: string[] = [];
  for (let at = 0; at < sentences.length; at += 2) {
    const sentence = (sentences[at] + (sentences[at + 1] ?? "")).trim();
    const last = parts.at(-1);
    if (!sentence) continue;
    if (last !== undefined && last.length + sentence.length < longest) parts[parts.length - 1] = `${last} ${sentence}`;
    else parts.push(sentence);
  }
  return parts;
}

/** What is being read on this page: one text at a time. */
class Voice {
  #voice: SpeechSynthesisVoice | undefined = $state.raw();
  #reading: object | undefined = $state.raw();
  #asked = false;

  /** Whether this device can read French by itself; voices may arrive after the page. */
  get ready(): boolean {
    return this.#voice !== undefined;
  }

  /** Asks the device for its voices, once. */
  look(): void {
    if (this.#asked || typeof speechSynthesis === "undefined") return;
    this.#asked = true;
    const find = () => (this.#voice = frenchVoice(speechSynthesis.getVoices()));
    find();
    speechSynthesis.addEventListener?.("voiceschanged", find);
    addEventListener("pagehide", () => speechSynthesis.cancel());
  }

  reads(who: object): boolean {
    return this.#reading === who;
  }

  /** Reads a text for `who`, whatever was being read before. */
  read(who: object, text: string): void {
    this.stop();
    this.#reading = who;
    const parts = breaths(text).map((part) => {
      const said = new SpeechSynthesisUtterance(part);
      said.lang = "fr-FR";
      said.voice = this.#voice ?? null;
      said.rate = 0.95;
      return said;
    });
    const ended = () => {
      if (this.#reading === who) this.#reading = undefined;
    };
    for (const part of parts) part.onerror = ended;
    const last = parts.at(-1);
    if (!last) return ended();
    last.onend = ended;
    for (const part of parts) speechSynthesis.speak(part);
  }

  stop(who?: object): void {
    if (who && this.#reading !== who) return;
    this.#reading = undefined;
    if (typeof speechSynthesis !== "undefined") speechSynthesis.cancel();
  }
}

export const voice = new Voice();
