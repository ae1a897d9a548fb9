import "server-only";
import { sql } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { requirements, submissions } from "@/db/schema/tailoring";
import type { RecordKind } from "@/lib/platform/module";
import { reachesSubmissions } from "@/lib/tailoring/submissions/load";

/** Submissions as comments know them. */
export const submissionKind: RecordKind = {
  entity: "submission",
  permission: "tailoring:read",
  visible: (actor, id) =>
    sql`exists (select 1 from ${submissions} join ${requirements} on ${requirements.id} = ${submissions.requirementId}
        join ${people} on ${people.id} = ${submissions.personId}
        where ${submissions.id} = ${id} and ${reachesSubmissions(actor)})`,
  about: (id) => sql`(select ${submissions.personId} from ${submissions} where ${submissions.id} = ${id})`,
};
