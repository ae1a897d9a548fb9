import type { Messages } from "./messages";

/** Messages with more of them: of a namespace that both have, the parts of both. */
export function withMore(messages: Messages, more: Messages): Messages {
  const both = { ...messages };
  for (const [namespace, parts] of Object.entries(more)) both[namespace] = { ...both[namespace], ...parts };
  return both;
}
