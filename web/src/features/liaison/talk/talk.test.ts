import { describe, expect, test } from "vitest";
import { Refusal, type Api } from "../../../api/client";
import type { Note } from "../note";
import { Opening } from "./opening.svelte";
import { arrivalOf, type Contact } from "./talk";
import { Talking } from "./talking.svelte";

const contact = (child: string, addressee: Contact["addressee"]): Contact => ({
  child: { id: child, first_name: child },
  addressee,
  label: "CE2",
  school_name: "Les Tilleuls",
  names: ["Mme Rossi"],
  deliver_at: 1,
  quiet: false,
});
const contacts = [
  contact("lina", "school_class"),
  contact("lina", "head"),
  contact("tom", "school_class"),
  contact("tom", "head"),
];
const chosen = (opening: Opening) => [opening.contact?.child.id, opening.contact?.addressee];

function server(answer: unknown) {
  const sent: [string, object | undefined][] = [];
  const api = {
    get: async () => ({ id: "t", messages: [] }),
    post: async (path: string, body?: object) => {
      sent.push([path, body]);
      if (answer instanceof Refusal) throw answer;
      return answer;
    },
  } as unknown as Api;
  return { api, sent };
}

describe("talk: an exchange being opened", () => {
  test("an answer to a note goes to the class of the child it is about, the head's to the head", () => {
    const note = { id: "n", title: "Sortie", author_role: "teacher", children: [{ child: "tom" }] } as Note;
    const { api } = server({});
    expect(chosen(new Opening(contacts, api, { note }))).toEqual(["tom", "school_class"]);
    expect(chosen(new Opening(contacts, api, { note: { ...note, author_role: "head" } }))).toEqual(["tom", "head"]);
    expect(chosen(new Opening(contacts, api, {}))).toEqual(["lina", "school_class"]);
  });
  test("nothing leaves without a subject and a message", async () => {
    const { api, sent } = server({});
    const opening = new Opening(contacts, api, {});
    expect(await opening.send()).toBeUndefined();
    expect(opening.problems.map((problem) => problem.path)).toEqual(["/title", "/body"]);
    expect(sent).toEqual([]);
  });
  test("it says to whom, about whom, and the note it answers", async () => {
    const { api, sent } = server({ conversation: "t", number: 1 });
    const note = { id: "n", title: "Sortie", author_role: "teacher", children: [{ child: "tom" }] } as Note;
    const opening = new Opening(contacts, api, { note });
    opening.text = " Quelle heure ? ";
    await opening.send();
    expect(sent[0][1]).toEqual({
      child: "tom",
      addressee: "school_class",
      title: "Sortie",
      body: "Quelle heure ?",
      for_both: false,
      note: "n",
    });
  });
});

test("talk: a message refused stays in its box", async () => {
  const { api } = server(new Refusal(410, "liaison.conversation_over"));
  const talking = new Talking({ id: "t" } as never, api);
  talking.text = "Merci.";
  expect(await talking.send()).toBe(false);
  expect(talking.text).toBe("Merci.");
  expect(talking.refusal?.error).toBe("liaison.conversation_over");
});

test("talk: one knows when it will be received, and by whom", () => {
  expect(arrivalOf(["Mme Rossi"], "lundi à 7 h")).toBe("Elle le recevra lundi à 7 h.");
  expect(arrivalOf(["M. Benali"], "lundi à 7 h")).toBe("Il le recevra lundi à 7 h.");
  expect(arrivalOf(["Mme Sow", "Mme Petit"], "lundi à 7 h")).toBe("Ils le recevront lundi à 7 h.");
});
