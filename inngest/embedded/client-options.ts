import type { ClientOptions } from "inngest";
import { EmbeddedSendEvent } from "./send-event";
import { embeddedSigningKey } from "./signing-key";

/**
 * How the client is set up where the embedded runner works: calls have to be signed with a key made from `secret` (without one
 * every call is refused), and nothing is ever sent to a server.
 */
export function embeddedClientOptions(secret: string | undefined) {
  return {
    eventKey: "embedded",
    signingKey: secret === undefined ? undefined : embeddedSigningKey(secret),
    middleware: [EmbeddedSendEvent],
    fetch: refuse,
  } satisfies Partial<ClientOptions>;
}

const refuse: typeof fetch = async () => {
  throw new Error("No Inngest server is set up: the embedded runner works.");
};
