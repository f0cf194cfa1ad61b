import { Refusal } from "../client";

/** The network did not carry it, or what answers in the server's place says that it is away. */
export function isAway(reason: unknown): reason is Refusal {
  return reason instanceof Refusal && (reason.status === 0 || [502, 503, 504].includes(reason.status));
}

/** The answer, unless it takes longer than `ms`: then as without network, for a line that carries nothing may hold on for minutes. */
export async function within<Answer>(ms: number, answer: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Refusal(0, "network")), ms);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
