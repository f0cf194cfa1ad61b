// An empty machine becomes two schools: the academy's export, and a sheet for each head.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { oliviers, tilleuls } from "../cast.mjs";
import { pictures } from "../house.mjs";
import { look } from "../looks.mjs";
import { step } from "../steps.mjs";

const maker = new URL("../../../tools/aaf_export.py", import.meta.url).pathname;

/** The code a head's invitation prints. */
async function invited(place, school) {
  const said = await place.verb("account", "invite", "--uai", school.uai, "--profile", "head", "--by", "Académie de Lyon");
  const code = /\b[A-Z0-9]{4} [A-Z0-9]{4} [A-Z0-9]{4}\b/.exec(said);
  assert.ok(code, `no code in: ${said}`);
  return code[0];
}

export async function opening({ place, codes, arrives }) {
  await step("the database is made, for the tests' clock alone", async () => {
    await place.verb("migrate");
    await place.verb("demo", "mark");
  });

  await step("an empty machine says what to do first", async () => {
    await place.open();
    const visitor = await arrives("visitor");
    await visitor.page.goto("/");
    await visitor.page.getByRole("heading", { level: 1 }).waitFor();
    await look(visitor, "premier-demarrage", pictures);
    await place.shut();
  });

  await step("the academy's export is planned, then imported", async () => {
    const folder = join(place.folder, "export");
    await promisify(execFile)("python3", [maker, "--demo", "--out", folder]);
    const words = ["import", "aaf", folder, "--dated", "2026-09-01", "--accept-invented-uai"];
    assert.match(await place.verb(...words, "--plan"), new RegExp(tilleuls.uai));
    await place.verb(...words, "--apply");
  });

  await step("each school's head is invited", async () => {
    codes.garcin = await invited(place, tilleuls);
    codes.lacaze = await invited(place, oliviers);
    await place.open();
  });
}
