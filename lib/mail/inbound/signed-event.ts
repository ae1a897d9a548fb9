import "server-only";
import { Resend } from "resend";
import { z } from "zod";
import { env } from "@/lib/platform/env";

/** What the webhook says of a mail that came in. It carries no content; that is fetched. */
const ReceivedMail = z.object({
  type: z.literal("email.received"),
  data: z.object({
    email_id: z
      .string()
      .regex(/^[\w-]+$/)
      .max(100),
    to: z.array(z.string()).nullish(),
    cc: z.array(z.string()).nullish(),
    received_for: z.array(z.string()).nullish(),
  }),
});

export type SignedEvent =
  | { kind: "received"; emailId: string; recipients: string[] }
  /** Signed, and nothing that is for us. */
  | { kind: "other" }
  | { kind: "unsigned" };

/** Reads a call of Resend's webhook (Svix): only what is signed with our secret within five minutes is read at all. */
export function readSignedEvent(headers: Headers, payload: string): SignedEvent {
  const event = verified(headers, payload);
  if (event === unsigned) return { kind: "unsigned" };
  const read = ReceivedMail.safeParse(event);
  if (!read.success) return { kind: "other" };
  const { email_id: emailId, to, cc, received_for: received } = read.data.data;
  // For whom it was received is what the server was told; the other two are what stands in the mail.
  return { kind: "received", emailId, recipients: [...(received ?? []), ...(to ?? []), ...(cc ?? [])] };
}

const unsigned = Symbol("unsigned");

function verified(headers: Headers, payload: string): unknown {
  const said = (name: string) => headers.get(`svix-${name}`) ?? headers.get(`webhook-${name}`) ?? "";
  try {
    return new Resend(env.RESEND_API_KEY).webhooks.verify({
      ...{ payload, webhookSecret: env.RESEND_WEBHOOK_SECRET ?? "" },
      headers: { id: said("id"), timestamp: said("timestamp"), signature: said("signature") },
    });
  } catch {
    return unsigned;
  }
}
