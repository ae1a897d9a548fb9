import "server-only";
import { createHmac } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { links } from "@/db/schema/identity";
import { newId } from "@/db/tenant-table";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/refusal";
import { hashToken } from "@/lib/platform/secrets";

export type LinkKind = "verify" | "reset" | "invitation" | "change-email" | "feedback";
export type Link = typeof links.$inferSelect;

const hour = 3_600_000;

/** How long a link of each kind works. */
export const lifetimes: Record<LinkKind, number> = {
  verify: 24 * hour,
  reset: hour,
  invitation: 14 * 24 * hour,
  "change-email": 24 * hour,
  // What is asked for has a deadline of its own, which the module looks at.
  feedback: 90 * 24 * hour,
};

/**
 * The token of a link. It follows from the link's id and the installation's secret, so that a background function can write
 * the mail from the id alone and the token is stored nowhere.
 */
export function linkToken(linkId: string): string {
  if (!env.AUTH_SECRET) throw new Error("AUTH_SECRET is not set.");
  return createHmac("sha256", env.AUTH_SECRET).update(`link:${linkId}`).digest("base64url");
}

export interface NewLink {
  kind: LinkKind;
  email: string;
  userId?: string | null;
  organisationId?: string | null;
  personId?: string | null;
  data?: Record<string, unknown>;
}

/** Makes a link, in the identity role; only the hash of its token is stored. */
export async function issueLink(tx: Transaction, link: NewLink, now: Date): Promise<Link> {
  const id = newId();
  const [made] = await tx
    .insert(links)
    .values({
      ...link,
      id,
      createdAt: now,
      tokenHash: hashToken(linkToken(id)),
      expiresAt: new Date(now.getTime() + lifetimes[link.kind]),
    })
    .returning();
  if (!made) throw new Error("The link was not stored.");
  return made;
}

/** The link that a token opens: of this kind, unused, not withdrawn, not too old. Locked until the transaction ends. */
export async function openLink(tx: Transaction, kind: LinkKind, token: string, now: Date): Promise<Link> {
  const [link] = await tx
    .select()
    .from(links)
    .where(
      and(
        eq(links.tokenHash, hashToken(token)),
        eq(links.kind, kind),
        isNull(links.usedAt),
        isNull(links.revokedAt),
        gt(links.expiresAt, now),
      ),
    )
    .for("update");
  if (!link) throw new Refusal("not_found", whyNot[kind]);
  return link;
}

/** Marks a link as used. What it carried is forgotten with it. */
export async function useLink(tx: Transaction, link: Link, now: Date): Promise<void> {
  await tx.update(links).set({ usedAt: now, data: {} }).where(eq(links.id, link.id));
}

const whyNot: Record<LinkKind, string> = {
  verify: "This link was used already or is older than a day. Please sign up again to get a new one.",
  reset: "This link was used already or is older than an hour. Please ask for a new one.",
  invitation: "This invitation was used already, withdrawn or has expired. Please ask who invited you for a new one.",
  "change-email": "This link was used already or is older than a day. Please change your address again.",
  feedback: "This link does not work any more. Please ask who sent it to you.",
};
