// The demonstration town, loaded as `./dev demo` does and served to whoever looks at its pages.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { device } from "./browser.mjs";
import { house } from "./house.mjs";

const maker = new URL("../../tools/aaf_export.py", import.meta.url).pathname;

/**
 * An open house with the demonstration in it, and the password everybody there has. `web`: another build of the pages; `story: false`:
 * its people alone, of whom nothing is told yet.
 */
export async function demonstration({ web, story = true } = {}) {
  const place = await house({ web });
  const folder = join(place.folder, "export");
  await place.verb("migrate");
  await promisify(execFile)("python3", [maker, "--demo", "--out", folder]);
  if (!story) {
    const chapters = join(folder, "story");
    for (const file of await readdir(chapters)) if (file.endsWith(".toml")) await rm(join(chapters, file));
  }
  const told = await place.verb("demo", "load", "--export", folder);
  const password = /mot de passe de chacun est : (.+)$/m.exec(told)?.[1]?.trim();
  assert.ok(password, `no password in: ${told}`);
  await place.open();

  const people = [];

  /** Somebody with a browser of their own, before any door. */
  async function arrives(name, { origin = place.origin, ...options } = {}) {
    const person = await device(name, origin, options);
    people.push(person);
    return person;
  }

  /** Somebody of the demonstration, in by their door. */
  async function enters(login, { door = "parent", own = false, secret = password, ...options } = {}) {
    const person = await arrives(login, options);
    await signIn(person.page, login, secret, door, { own });
    return person;
  }

  /** Whatever happened before, no browser stays behind. */
  async function leave() {
    await Promise.allSettled(people.map((person) => person.close()));
    await place.leave();
  }
  return { ...place, password, arrives, enters, leave };
}

/** By field names: the words may be those of another language. */
export async function signIn(page, login, password, door, { own = false } = {}) {
  await page.goto(`/entrer/${door}`);
  await page.locator("[name=login]").fill(login);
  await page.locator("[name=password]").fill(password);
  if (own) await page.locator("[name=own]").check();
  await page.locator("form button:not([type=button])").last().click();
  await page.waitForURL(/\/c\//);
}

/** Who shows which pages: a login, the door they take, what they are here. */
export const profiles = [
  { login: "sarah.delmas", door: "parent", name: "parent" },
  { login: "samir.benali", door: "ecole", name: "enseignant" },
  { login: "helene.garcin", door: "ecole", name: "direction" },
];

/** The doors, before anyone is known. */
export const doors = ["/", "/entrer/parent", "/entrer/ecole", "/feuille", "/aide", "/nulle-part"];
