import "server-only";
import { inArray } from "drizzle-orm";
import { identityWithin } from "@/db/across";
import type { Transaction } from "@/db/client";
import { links } from "@/db/schema/identity";
import { issueLink, linkToken } from "@/lib/identity/links";

/** A link for somebody without an account, within an organisation's transaction: its id, and the path that opens it. */
export async function issueExternalLink(
  tx: Transaction,
  link: { organisationId: string; email: string; data: Record<string, string> },
  now: Date,
): Promise<{ id: string; path: string }> {
  const { id } = await identityWithin(tx, () => issueLink(tx, { kind: "feedback", ...link }, now));
  return { id, path: externalPath(id) };
}

/** Where a link leads, for a mail that comes later. */
export const externalPath = (linkId: string): string => `/feedback/${linkToken(linkId)}`;

/** Forgets links, with the addresses that they hold. */
export async function forgetExternalLinks(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await identityWithin(tx, () => tx.delete(links).where(inArray(links.id, [...ids])));
}
