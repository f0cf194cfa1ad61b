// The school day where the network does not reach: a mother on the bus, a teacher behind a wall, a pupil at home. The line is really
// cut, browsers are killed, and the server is another one when it comes back. Run through `./dev e2e`.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ask, giveWork, sendNote } from "./acts.mjs";
import { isOfTheLine } from "./browser.mjs";
import { answersOf, copiesOn, keepsAll } from "./copies.mjs";
import { demonstration, signIn } from "./demo.mjs";
import { lineTo } from "./line.mjs";
import { newerBuild } from "./newer.mjs";
import { seen, step, told } from "./steps.mjs";

const root = new URL("../..", import.meta.url).pathname;
const web = process.env.PREAU_WEB ?? "web/dist";
const classroom = "les-tilleuls-enseignant";
const place = await demonstration({ web, story: false });
const line = await lineTo(place.port);
const folder = await mkdtemp(join(tmpdir(), "preau-offline-"));
const notes = {};
const devices = {};
const tom = { login: "tom.delmas", phrase: "tortue nuage violon" };
let newer; // the name of the build that comes after

/** A device of somebody's own at the end of the line; opened again, it has its profile. */
async function opens(name) {
  devices[name] = await place.arrives(name, { origin: line.origin, folder: join(folder, name), touch: name === "sarah.delmas" });
  return devices[name];
}

/** Somebody on a device that they say is theirs, until it keeps what it should. */
async function entersOnce(login, secret, door, addresses) {
  const person = await opens(login);
  await signIn(person.page, login, secret, door, { own: true });
  await keepsAll(person, login, addresses);
}

const isTom = ({ first_name, last_name }) => `${first_name} ${last_name}` === "Tom Delmas";
const pill = (page) => page.locator(".envois");
const waiting = (page, n) => pill(page).getByText(n > 1 ? `${n} envois en attente` : "1 envoi en attente").waitFor();

async function signsHere(page, title) {
  await page.goto("/c/parent/carnet");
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("heading", { name: title }).waitFor();
  await page.getByRole("button", { name: /^Je signe/ }).click();
  await page.getByText(/gardé sur cet appareil/).waitFor();
}

/** Waits, a school bell long at most, until something is so. */
async function until(sentence, isSo) {
  for (const end = Date.now() + 40_000; !(await isSo()); ) {
    assert.ok(Date.now() < end, `not yet: ${sentence}`);
    await new Promise((later) => setTimeout(later, 500));
  }
}

/** Every write of a page that the school answered, in order. */
function writesOf(page) {
  const answered = [];
  page.on("response", (reply) => {
    const { pathname } = new URL(reply.url());
    if (reply.request().method() !== "GET" && pathname.startsWith("/api/c/")) answered.push(`${pathname.split("/").pop()} ${reply.status()}`);
  });
  return answered;
}

try {
  const desk = await place.enters("samir.benali", { door: "ecole", own: true });
  await step("the school writes three notes, and gives some work", async () => {
    for (const [name, title] of Object.entries({ pool: "Piscine jeudi", photo: "Photo de classe", library: "Bibliothèque" })) {
      notes[name] = await sendNote(desk, classroom, title);
    }
    await giveWork(desk, classroom, "Lire la page douze");
  });

  await step("a mother, the teacher and a pupil enter once, each on a device of their own", async () => {
    const everyNote = Object.values(notes).map((id) => `/liaison/notes/${id}`);
    await Promise.all([
      entersOnce("sarah.delmas", place.password, "parent", ["/home", "/attendance/family", "/homework/items", ...everyNote]),
      entersOnce("samir.benali", place.password, "ecole", ["/home", "/attendance/classes/"]),
      entersOnce(tom.login, tom.phrase, "eleve", ["/home", "/homework/items"]),
    ]);
    tom.home = new URL(devices[tom.login].page.url()).pathname;
    for (const one of Object.values(devices)) await one.close();
  });

  await step("the line is cut: the mother reads the notes and the homework of two weeks", async () => {
    await line.cut();
    const { page } = await opens("sarah.delmas");
    await page.goto("/c/parent/");
    await page.getByText("Hors connexion").waitFor();
    await page.getByText("Lire la page douze").first().waitFor();
    for (const title of ["Photo de classe", "Bibliothèque"]) {
      await page.goto("/c/parent/carnet");
      await page.getByRole("link", { name: title }).click();
      await page.getByText("Merci de lire.").waitFor();
    }
    await page.goto("/c/parent/cahier");
    await page.getByText("Lire la page douze").waitFor();
    await page.getByRole("link", { name: "Semaine d’avant" }).first().click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await page.getByText("Pas de réseau").count(), 0, "last week is not there");
  });

  await step("she signs two notes and tells an absence: all three wait, and say so", async () => {
    const { page } = devices["sarah.delmas"];
    await signsHere(page, "Piscine jeudi");
    await page.goto("/c/parent/absences/dire");
    await page.getByText("Tom", { exact: true }).first().click();
    await page.getByText("Malade", { exact: true }).click();
    await page.getByRole("button", { name: "Envoyer à l’école" }).click();
    await page.getByText("c’est gardé, et cela partira").waitFor();
    await signsHere(page, "Photo de classe");
    await waiting(page, 3);
  });

  await step("the teacher calls the roll, and the pupil ticks", async () => {
    const { page } = await opens("samir.benali");
    await page.goto(`/c/${classroom}/`);
    await page.getByRole("button", { name: "Malo" }).first().click();
    await page.getByRole("button", { name: "Valider l’appel" }).click();
    await page.getByText("l’appel est gardé").waitFor();
    const { page: his } = await opens(tom.login);
    await his.goto(tom.home);
    await his.getByText(/Lire la page douze/).first().waitFor();
    await his.locator(".devoir", { hasText: "Lire la page douze" }).getByRole("checkbox").check();
    await waiting(his, 1);
  });

  await step("every browser is killed; meanwhile the teacher withdraws a note at school", async () => {
    for (const one of Object.values(devices)) await one.kill();
    await ask(desk, classroom, "POST", `/liaison/notes/${notes.photo}/withdraw`, { version: 1 });
  });

  await step("the phone opens again without line: what was done is shown as done, and as waiting", async () => {
    const { page } = await opens("sarah.delmas");
    await page.goto("/c/parent/");
    await waiting(page, 3);
    await page.getByText("absence gardée sur cet appareil").waitFor();
    await page.goto(`/c/parent/carnet/${notes.pool}`);
    await page.getByText("Signé par vous").waitFor();
    await page.getByText(/gardé sur cet appareil/).waitFor();
  });

  await step("another server, with newer pages and a later hour, answers in the place of the first", async () => {
    await place.shut();
    const other = join(folder, "newer");
    newer = await newerBuild(join(root, web), other);
    await place.open({ web: other, clock: "2026-09-14T09:20" });
  });

  await step("the line comes back, badly at first: a signature arrives whose answer is lost", async () => {
    const { page } = devices["sarah.delmas"];
    await line.mend({ heard: false });
    await pill(page).locator("summary").click();
    const sent = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/sign"));
    await pill(page).getByRole("button", { name: "Essayer maintenant" }).click();
    await sent;
    await waiting(page, 3);
    const { children } = await ask(desk, classroom, "GET", `/liaison/notes/${notes.pool}/follow-up`);
    assert.equal(children.find(isTom).signatures, 1, "the school has not heard it");
    await line.cut();
  });

  await step("then well: all goes, in order, once; what the school refuses stays in sight with its reason", async () => {
    const { page } = devices["sarah.delmas"];
    const writes = writesOf(page);
    await line.mend();
    await pill(page).getByText("L’heure est passée pour cette journée").waitFor({ timeout: 40_000 });
    await pill(page).getByText("L’école a retiré ce mot").waitFor();
    assert.deepEqual(writes.filter((one) => !one.startsWith("open")), ["sign 200", "told 403", "sign 410"]);
    await page.getByText(/Fait .* sur l’appareil, reçu/).waitFor();
    await page.goto("/c/parent/");
    await pill(page).getByText("L’heure est passée pour cette journée").waitFor();
    assert.equal(await page.evaluate(() => document.querySelector("meta[name=preau-build]").content), newer, "not the newer pages");
    assert.equal(await page.getByText("absence gardée").count(), 0, "the refused absence still shows as told");
    for (let left = 2; left > 0; left -= 1) await pill(page).getByRole("button", { name: "J’ai vu" }).first().click();
    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await pill(page).getByRole("button").count(), 0, "what was seen comes back");
  });

  await step("the school has one signature, done on the device and received later; the roll and the tick are there too", async () => {
    for (const [login, path] of [["samir.benali", `/c/${classroom}/`], [tom.login, tom.home]]) {
      const { page } = await opens(login);
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
    }
    const { children } = await ask(desk, classroom, "GET", `/liaison/notes/${notes.pool}/follow-up`);
    const his = children.find(isTom);
    assert.equal(his.signatures, 1);
    const { signed_at, device_at } = his.guardians.find(({ name }) => name === "Sarah Delmas");
    assert.ok(signed_at - device_at > 40 * 60_000, `on the device ${device_at}, here ${signed_at}`);
    await until("the roll is called, and one pupil is away", async () => {
      const { classes } = (await ask(desk, classroom, "GET", "/home")).cards.attendance_call;
      const absents = classes[0].pupils.filter(({ presence }) => presence.absent);
      return classes[0].called_at !== undefined && absents.map(({ name }) => name).join() === "Malo";
    });
    await until("one pupil has ticked", async () => {
      const { entries } = await ask(desk, classroom, "GET", "/homework/book");
      return entries.find(({ work }) => work?.task === "Lire la page douze").ticked === 1;
    });
    await desk.page.goto(`/c/${classroom}/carnet/${notes.pool}`);
    await desk.page.getByText(/fait .* sur l’appareil, reçu/).first().waitFor();
  });

  const phone = devices["sarah.delmas"];
  await step("two adults on one phone: each has a copy, and neither sends what the other wrote", async () => {
    const { page } = phone;
    await line.cut();
    await signsHere(page, "Bibliothèque");
    await page.goto("about:blank");
    await line.mend();
    await signIn(page, "mathieu.delmas", place.password, "parent", { own: true });
    await page.getByRole("heading", { level: 1 }).waitFor();
    await keepsAll(phone, "mathieu.delmas", ["/home"]);
    assert.deepEqual(await copiesOn(phone), ["mathieu.delmas", "sarah.delmas"]);
    assert.equal(await pill(page).locator("summary").count(), 0, "he sees what she wrote");
    const { children } = await ask(desk, classroom, "GET", `/liaison/notes/${notes.library}/follow-up`);
    assert.equal(children.find(isTom).signatures, 0, "sent under another's name");
  });

  await step("he leaves and nothing of his stays; she enters again and hers goes", async () => {
    const { page } = phone;
    await page.goto("/c/parent/compte");
    await page.getByRole("button", { name: "Sortir de Préau" }).click();
    await page.waitForURL(`${line.origin}/`);
    assert.deepEqual(await copiesOn(phone), ["sarah.delmas"]);
    await signIn(page, "sarah.delmas", place.password, "parent", { own: true });
    await until("what she wrote before is at school", async () => {
      const { children } = await ask(desk, classroom, "GET", `/liaison/notes/${notes.library}/follow-up`);
      return children.find(isTom).signatures === 1;
    });
  });

  await step("her session is ended from elsewhere: what was read goes from the phone", async () => {
    const { page } = phone;
    await keepsAll(phone, "sarah.delmas", ["/home", "/attendance/family"]);
    const other = await place.enters("sarah.delmas", { door: "parent" });
    const ended = await other.page.evaluate(endOthers);
    assert.ok(ended > 0, "no other session");
    await other.close();
    await page.goto("/c/parent/");
    await page.waitForURL(/\/\?retour=/);
    assert.deepEqual(await answersOf(phone, "sarah.delmas"), []);
    await line.cut();
    await page.goto("/c/parent/");
    await page.getByText(/Pas de réseau|réseau/).first().waitFor();
    assert.equal(await page.getByText("Piscine jeudi").count(), 0);
    await line.mend();
  });

  await step("a father whose relation ends keeps nothing of the child", async () => {
    const { page } = phone;
    await signIn(page, "mathieu.delmas", place.password, "parent", { own: true });
    await keepsAll(phone, "mathieu.delmas", [`/liaison/notes/${notes.pool}`]);
    const head = await place.enters("helene.garcin", { door: "ecole" });
    const { children } = await ask(desk, classroom, "GET", `/liaison/notes/${notes.pool}/follow-up`);
    const his = children.find(isTom);
    const mathieu = his.guardians.find(({ name }) => name === "Mathieu Delmas").person;
    const suspended = { child: his.child, level: "suspended", from_on: "2026-09-14", paper_reference: "JAF 26/123" };
    await ask(head, "les-tilleuls-direction", "POST", `/settings/people/${mathieu}/custody`, suspended);
    await page.goto("/c/parent/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await until("no note about the child is on his phone", async () => {
      const kept = await answersOf(phone, "mathieu.delmas");
      return !kept.includes(`/liaison/notes/${notes.pool}`);
    });
  });
} finally {
  for (const one of Object.values(devices)) seen(`${one.name}'s browser complains of nothing but the line`, [...new Set(one.complaints.filter((complaint) => !isOfTheLine(complaint)))]);
  seen("the server stops in good order", await place.shut().then(() => [], (problem) => [problem.message]));
  await place.leave();
  await line.leave();
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = told();

// In the page: ends every other session of the person who is here; how many there were.
async function endOthers() {
  const { sessions } = await (await fetch("/api/sessions")).json();
  const others = sessions.filter(({ here }) => !here);
  for (const { id } of others) {
    await fetch(`/api/sessions/${id}/end`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
      body: "{}",
    });
  }
  return others.length;
}
