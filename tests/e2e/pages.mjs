// Every page of a person, found as they would find it: by following links from their home.

const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** "/c/parent/carnet/{id}": pages that differ only by what they show are one page; a query is another look at the same. */
const kindOf = (url) => url.pathname.replace(/\/$/, "").replace(id, "{id}");

/** Visits one page of each kind in the context the person is in, and does `act(kind)` on it; gives the kinds, in order. */
export async function everyPage(page, act) {
  const home = new URL(page.url());
  const context = /^\/c\/[^/]+/.exec(home.pathname)[0];
  const known = new Map([[kindOf(home), home.href]]);
  for (const [kind, href] of known) {
    await page.goto(href);
    await settled(page);
    const links = await page.evaluate(() => Array.from(document.links, (link) => link.href));
    for (const link of links) {
      const url = new URL(link);
      if (url.origin === home.origin && url.pathname.startsWith(`${context}/`) && !known.has(kindOf(url))) {
        known.set(kindOf(url), url.href);
      }
    }
    await act(kind);
  }
  return [...known.keys()];
}

/** The page shows what it has: its title is there, and nothing is on its way. */
export async function settled(page) {
  await page.locator("h1").first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
