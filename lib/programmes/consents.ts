import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { programmeConsents } from "@/db/schema/lifecycle";
import { programmes } from "@/db/schema/programmes";
import type { ConsentKind } from "@/lib/programmes/schemas";

/**
 * The version of the words under which a consent is given (`programmes.consents.kinds` in the messages). It goes up whenever they come to mean
 * more than before; what was given under an earlier one stands, and says under which.
 */
export const consentWording: Readonly<Record<ConsentKind, number>> = { stage: 1, resume: 1, story: 1 };

/**
 * Whether the executive of a programme consents at this moment, as a condition of a statement that reads from `programmes`, or of a programme
 * by its id. It reads the rows themselves, so that what was withdrawn is gone with the next page, file or mail.
 */
export const hasConsent = (kind: ConsentKind, programmeId: SQL = sql`${programmes.id}`): SQL<boolean> =>
  sql<boolean>`exists (select 1 from ${programmeConsents} where ${programmeConsents.programmeId} = ${programmeId}
    and ${programmeConsents.kind} = ${kind} and ${programmeConsents.withdrawnAt} is null and ${programmeConsents.deletedAt} is null)`;
