import { expect, test } from "vitest";
import { datesIn } from "../../page/dates";
import { replySentence, type Moments } from "./replied";

const at = (time: string) => Date.parse(`2026-09-14T${time}:00+02:00`);
const dates = datesIn("Europe/Paris", () => at("09:10"));
const said = (moments: Moments) => replySentence(moments, dates).replace(/[\u00a0\u202f]/g, " ");

test("a reply has one moment, or two when it waited for the network", () => {
  expect(said({ at: at("09:03") })).toBe("aujourd’hui à 9 h 03");
  expect(said({ at: at("08:12"), waits: true })).toMatch(/^Fait aujourd’hui à 8 h 12, gardé sur cet/);
  expect(said({ at: at("09:03"), device: at("08:12") })).toBe(
    "Fait aujourd’hui à 8 h 12 sur l’appareil, reçu à 9 h 03",
  );
  expect(said({ at: at("09:03"), device: at("08:12") - 24 * 3600 * 1000 })).toBe(
    "Fait hier à 8 h 12 sur l’appareil, reçu aujourd’hui à 9 h 03",
  );
});
