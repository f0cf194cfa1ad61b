// What a device keeps to work without network, looked at from inside its pages.

/** Waits until a page opens without network and every address is kept for that login: the worker, its files, the answers. */
export async function keepsAll({ page }, login, addresses) {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 });
  const until = Date.now() + 60_000;
  for (;;) {
    const kept = await page.evaluate(keptBy, login);
    const missing = addresses.filter((one) => !kept.some((address) => address.startsWith(one)));
    if (missing.length === 0 && (await page.evaluate(shellKept))) return;
    if (Date.now() > until) throw new Error(`not kept for ${login}: ${missing.join(", ")}; kept: ${kept.join(", ")}`);
    await page.waitForTimeout(500);
  }
}

/** The addresses whose answers are kept for a login; none when it has no copy here. */
export const answersOf = ({ page }, login) => page.evaluate(keptBy, login);

/** Whose copies are on the device. */
export const copiesOn = ({ page }) => page.evaluate(copies);

// The following run in the page.
async function copies() {
  const all = await indexedDB.databases();
  return all.map(({ name }) => name.replace("preau ", "")).sort();
}

async function shellKept() {
  const shell = await caches.match("/c/");
  if (!shell) return false;
  const scripts = [...(await shell.text()).matchAll(/\/assets\/[^"]+\.(?:js|css)/g)].map(([path]) => path);
  const found = await Promise.all(scripts.map((path) => caches.match(path)));
  return found.every(Boolean);
}

async function keptBy(login) {
  const name = `preau ${login}`;
  if (!(await indexedDB.databases()).some((one) => one.name === name)) return [];
  const db = await new Promise((done, fail) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  const keys = await new Promise((done) => {
    const asking = db.transaction("answers").objectStore("answers").getAllKeys();
    asking.onsuccess = () => done(asking.result);
  });
  db.close();
  return keys.map(([, address]) => address);
}
