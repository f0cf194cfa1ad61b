import { describe, expect, it } from "vitest";
import { speaksOfHealth } from "./health";

describe("a line about an absence", () => {
  it("is asked to leave health details out, with or without accents", () => {
    expect(speaksOfHealth("Il a de la FIÈVRE")).toBe(true);
    expect(speaksOfHealth("gastro depuis hier")).toBe(true);
    expect(speaksOfHealth("chez l’orthophoniste")).toBe(true);
  });
  it("may say where the child is, or when he comes back", () => {
    expect(speaksOfHealth("Chez sa grand-mère, de retour jeudi")).toBe(false);
    expect(speaksOfHealth("Le train est en panne")).toBe(false);
    expect(speaksOfHealth("")).toBe(false);
  });
});
