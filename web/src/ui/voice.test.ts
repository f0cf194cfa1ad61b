import { expect, test } from "vitest";
import { breaths, frenchVoice } from "./voice.svelte";

const voice = (name: string, lang: string, localService: boolean) =>
  ({ name, lang, localService }) as SpeechSynthesisVoice;

test("only a French voice of the device itself reads: nothing of a note is sent away", () => {
  const far = voice("far", "fr-FR", false);
  const english = voice("english", "en-GB", true);
  const canadian = voice("canadian", "fr_CA", true);
  const french = voice("french", "fr-FR", true);
  expect(frenchVoice([far, english])).toBeUndefined();
  expect(frenchVoice([far, english, canadian])).toBe(canadian);
  expect(frenchVoice([canadian, french, far])).toBe(french);
});

test("a long text is said breath by breath, and nothing of it is lost", () => {
  const text = "Nous irons voir les brebis. Merci de prévoir des bottes !\n\nLe car part à 9 h. Retour à 16 h.";
  const parts = breaths(text, 40);
  expect(parts).toEqual([
    "Nous irons voir les brebis.",
    "Merci de prévoir des bottes !",
    "Le car part à 9 h. Retour à 16 h.",
  ]);
  expect(breaths("")).toEqual([]);
});
