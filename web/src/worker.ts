/// <reference lib="webworker" />
// The service worker of a device that its owner said is theirs: the shell and the rooms' files, so that a page opens without
// network. It never sees an answer of the API: those are kept by the page, for one person.
export {};
declare const self: ServiceWorkerGlobalScope;
declare const PREAU_BUILD: string;
declare const PREAU_FILES: readonly string[];

const cacheName = `preau ${PREAU_BUILD}`;
const shellKey = "/c/";
const patience = 3000; // ms for a page; then the one on the device opens, and learns there whether the network is gone

self.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

// A newer build has its files: those of older ones go, except the last, whose pages may still be open.
self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const older = (await caches.keys()).filter((name) => name.startsWith("preau ") && name !== cacheName);
      await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && url.pathname.startsWith(shellKey)) event.respondWith(page(request));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(asset(request));
});

async function fill(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.add(new Request(shellKey, { cache: "reload" }));
  for (const file of PREAU_FILES) {
    if (!(await cache.match(file))) await cache.add(file); // names change with content: what is there is right
  }
}

async function page(request: Request): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    const fresh = await fetch(request.url, { signal: abort.signal, credentials: "same-origin", cache: "no-cache" });
    if (fresh.status < 500) return fresh;
  } catch {
    // no network, or none worth waiting for
  } finally {
    clearTimeout(timer);
  }
  const cache = await caches.open(cacheName);
  return (await cache.match(shellKey)) ?? Response.error();
}

async function asset(request: Request): Promise<Response> {
  const kept = await caches.match(request.url);
  return kept ?? fetch(request);
}
