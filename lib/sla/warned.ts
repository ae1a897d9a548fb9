import "server-only";
import { sql } from "drizzle-orm";
import { slaClocks, slaMoments } from "@/db/schema/sla";

/** Whether whoever is responsible for a clock was warned already. */
export const warned = sql<boolean>`exists (select from ${slaMoments}
  where ${slaMoments.clockId} = ${slaClocks.id} and ${slaMoments.what} = 'warning' and ${slaMoments.state} = 'told')`;
