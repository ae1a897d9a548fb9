import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { resumeSends } from "@/db/schema/sending";
import type { OrganisationActor } from "@/lib/platform/actor";
import { visibleCandidate } from "@/lib/tailoring/candidates/visible";

/** Whether all whose resumes go with a letter are the actor's to see as candidates, and nobody took back that they may be put forward. */
export const letterOpen = (actor: OrganisationActor, mailId: SQL): SQL => sql`not exists (
  select 1 from ${resumeSends}
  where ${resumeSends.mailId} = ${mailId} and not (${visibleCandidate(actor, sql`${resumeSends.personId}`)}))`;
