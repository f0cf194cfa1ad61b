// Debian's Chromium, driven by playwright-core, one profile a person: each has their own device and cookies.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

// No sandbox: root may not have one, and the only pages opened are ours. No QUIC, no background traffic: nothing leaves this machine.
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// A violation that only the page could see; the browser's console tells most of them too.
const tellViolations = () =>
  addEventListener("securitypolicyviolation", (event) =>
    console.error(`content policy: ${event.violatedDirective} refused ${event.blockedURI}`),
  );

/** What a page says of a network that is away; to complain of it is right, and no accident. */
export const isOfTheLine = (complaint) => /ERR_(CONNECTION|EMPTY|NETWORK|INTERNET)|WebSocket connection/.test(complaint);

/** The browser's own process, which holds the profile. */
async function processOf(folder) {
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (command.includes(`--user-data-dir=${folder}`) && !command.includes("--type=")) return Number(pid);
  }
  throw new Error(`no browser holds ${folder}`);
}

/**
 * One person with one device; `folder`: the profile of a device that is opened again, which whoever made it removes. `complaints` gathers, all along, what the browser complained of: errors in the console,
 * uncaught errors, content-policy violations, requests to another origin, answers of 500 and above.
 */
export async function device(name, origin, { touch = false, folder: own } = {}) {
  const folder = own ?? (await mkdtemp(join(tmpdir(), "preau-e2e-")));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: "/usr/bin/chromium",
    headless: true,
    args: flags,
    baseURL: origin,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    hasTouch: touch,
    viewport: touch ? { width: 360, height: 740 } : { width: 1280, height: 800 },
  });
  context.setDefaultTimeout(30_000); // of a machine that does other things beside
  await context.addInitScript(tellViolations);
  const complaints = [];
  const watch = (page) => {
    page.on("console", (message) => {
      // A refusal (401, 403, 412…) is an answer, not an accident; the browser still logs it in red.
      if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on("response", (reply) => {
      if (reply.status() >= 500) complaints.push(`${reply.url()}: answered ${reply.status()}`);
    });
    page.on("request", (request) => {
      if (!request.url().replace(/^blob:/, "").startsWith(`${origin}/`)) complaints.push(`${page.url()}: asked another origin for ${request.url()}`);
    });
  };
  context.on("page", watch);
  const page = context.pages()[0] ?? (await context.newPage());
  watch(page);
  return {
    name,
    page,
    context,
    complaints,
    /** Does something where there is no network. */
    async withoutNetwork(act) {
      await context.setOffline(true);
      await act();
      await context.setOffline(false);
      complaints.splice(0, Infinity, ...complaints.filter((one) => !isOfTheLine(one)));
    },
    /** As the system ends what takes too much memory: nothing is said, nothing is put away. */
    async kill() {
      const ended = new Promise((done) => context.once("close", done));
      process.kill(await processOf(folder), "SIGKILL");
      await ended;
    },
    async close() {
      await context.close();
      if (!own) await rm(folder, { recursive: true, force: true });
    },
  };
}
