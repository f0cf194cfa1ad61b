import type { Schemas } from "../../../api/client";
import * as words from "../words.gen";

export type Conversation = Schemas["liaison.Conversation"];
export type ConversationLine = Schemas["liaison.ConversationLine"];
export type Contact = Schemas["liaison.Contact"];

/** "L'équipe de CE2", "La direction de Les Tilleuls". */
export function deskOf(one: Pick<ConversationLine, "addressee" | "label">): string {
  return one.addressee === "head" ? words.desk_head({ school: one.label }) : words.desk_class({ label: one.label });
}

/** The place of a contact in the choice. */
export const keyOf = (contact: Contact): string => `${contact.child.id} ${contact.addressee}`;

/** "Elle le recevra lundi à 7 h": one person has a name, several are the team. */
export function arrivalOf(names: readonly string[], moment: string): string {
  if (names.length !== 1) return words.they_receive({ moment });
  if (/^(Mme|Mlle) /.test(names[0])) return words.she_receives({ moment });
  return /^M\. /.test(names[0]) ? words.he_receives({ moment }) : words.received_at({ moment });
}
