import { Refusal, type Api, type Schemas } from "../../../api/client";
import type { Conversation } from "./talk";

/** One exchange in hand: looked at, answered. What was typed stays until the school, or the family, has it. */
export class Talking {
  conversation: Conversation;
  text = $state("");
  busy = $state(false);
  refusal = $state.raw<Refusal | undefined>(undefined);
  /** The message just sent, to be said once. */
  posted = $state.raw<Schemas["liaison.Posted"] | undefined>(undefined);

  constructor(
    conversation: Conversation,
    private readonly api: Api,
  ) {
    this.conversation = $state(conversation);
  }

  /** Tells that it was looked at. A failure costs nothing: the next reading tells it. */
  async open(): Promise<void> {
    await this.api.post(this.#path("open")).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  }

  /** True when the message left. */
  async send(): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.refusal = undefined;
    try {
      this.posted = await this.api.post<"liaison.Posted">(this.#path("messages"), { body: this.text.trim() });
      this.text = "";
      this.conversation = await this.api.get<"liaison.Conversation">(this.#path());
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.refusal = error;
      return false;
    } finally {
      this.busy = false;
    }
  }

  #path(verb?: string): string {
    return `/liaison/conversations/${this.conversation.id}${verb ? `/${verb}` : ""}`;
  }
}
