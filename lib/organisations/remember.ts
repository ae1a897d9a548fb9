import "server-only";
import { eq } from "drizzle-orm";
import { acrossIdentity } from "@/db/across";
import { users } from "@/db/schema/identity";
import type { CurrentSession } from "@/lib/identity/read-session";

/** Keeps which organisation an account opened last, where `/` leads. Written only when it changes. */
export async function rememberOrganisation(session: CurrentSession, organisationId: string): Promise<void> {
  if (session.lastOrganisationId === organisationId) return;
  await acrossIdentity((tx) =>
    tx.update(users).set({ lastOrganisationId: organisationId }).where(eq(users.id, session.userId)),
  );
}
