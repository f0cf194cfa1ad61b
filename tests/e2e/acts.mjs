// What a person does aside from the story's screens: asked of the API from their own page, under their own session.
import { randomUUID } from "node:crypto";
import { today } from "./house.mjs";

/** One call of a person in one context: "les-tilleuls-enseignant", "GET" or "POST" or "PUT", "/liaison/notes". Throws a refusal. */
export async function ask(person, context, method, path, body) {
  const { status, answer } = await person.page.evaluate(call, { url: `/api/c/${context}${path}`, method, body, key: randomUUID() });
  if (status >= 400) throw new Error(`${person.name}: ${method} ${path}: ${status} ${JSON.stringify(answer)}`);
  return answer;
}

/** The login under which somebody has entered. */
export const loginOf = ({ page }) => page.evaluate(async () => (await (await fetch("/api/me")).json()).login);

// Runs in the page.
async function call({ url, method, body, key }) {
  const headers = { Accept: "application/json", ...(method !== "GET" && { "Content-Type": "application/json", "Idempotency-Key": key }) };
  const reply = await fetch(url, { method, headers, body: method === "GET" ? undefined : JSON.stringify(body ?? {}) });
  return { status: reply.status, answer: await reply.json().catch(() => null) };
}

/** A teacher sends a note to sign to the families of their first class; gives its id. */
export async function sendNote(teacher, context, title, more = {}) {
  const { audiences } = await ask(teacher, context, "GET", "/liaison/desk");
  const { kind, id } = audiences[0];
  const note = { kind: "information", ask: "sign_one", title, body: "Bonjour,\n\nMerci de lire.", facts: {}, audience: [{ kind, id }], ...more };
  return (await ask(teacher, context, "POST", "/liaison/notes", note)).note;
}

/** A teacher gives their first class something to read for the next school day; gives its id. */
export async function giveWork(teacher, context, task) {
  const desk = await ask(teacher, context, "GET", "/homework/desk");
  const entry = {
    targets: [{ kind: "school_class", id: desk.classes[0].id }],
    given_on: today,
    subject: desk.subjects[0].key,
    work: { kind: "reading", task, due_on: desk.next_day },
  };
  return ask(teacher, context, "POST", "/homework/entries", entry);
}
