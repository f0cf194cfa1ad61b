import { describe, expect, test } from "vitest";
import { Refusal } from "../../api/client";
import { SheetTable, squareBox, type Confirmed, type Sheets } from "./sheets.svelte";

const direct: Confirmed = (act) => act();
const made = { school_name: "École des Tilleuls", sheets: [], already: 2 } as unknown as Sheets;

describe("sheets", () => {
  test("are on the table once made, and put away", async () => {
    const table = new SheetTable(direct);
    await table.make("CE1 A", async () => made);
    expect(table.sheets).toEqual(made);
    table.clear();
    expect(table.sheets).toBeUndefined();
  });
  test("a double click makes one set", async () => {
    const table = new SheetTable(direct);
    let count = 0;
    const act = async () => (count++, made);
    await Promise.all([table.make("CE1 A", act), table.make("CE1 A", act)]);
    expect(count).toBe(1);
  });
  test("giving up the password leaves everything as it was", async () => {
    const table = new SheetTable(async () => undefined);
    await table.make("CE1 A", async () => made);
    expect([table.sheets, table.refusal, table.making]).toEqual([undefined, undefined, false]);
  });
  test("a lost answer offers new sheets rather than an error", async () => {
    const table = new SheetTable(direct);
    let tries = 0;
    await table.make("CE1 A", async () => {
      if (tries++ === 0) throw new Refusal(409, "gate.already_done");
      return made;
    });
    expect([table.lost, table.refusal, table.about]).toEqual([true, undefined, "CE1 A"]);
    await table.again();
    expect([table.lost, table.sheets]).toEqual([false, made]);
  });
  test("a refusal is kept to be said", async () => {
    const table = new SheetTable(direct);
    await table.make("CE1 A", () => Promise.reject(new Refusal(503, "gate.busy")));
    expect(table.refusal?.status).toBe(503);
  });
  test("the square keeps four empty modules around it", () => {
    expect(squareBox(33)).toBe("-4 -4 41 41");
  });
});
