import "server-only";
import { sql } from "drizzle-orm";
import { landings } from "@/db/schema/landings";
import { programmes } from "@/db/schema/programmes";

/**
 * Whether a programme has a landing that did not fall through. To be put into another `sql` as a whole: in a select over one table drizzle
 * leaves the tables' names out of columns that stand in its own words, and `id` would be the landing's.
 */
export const landingStands = sql`exists (select 1 from ${landings} where ${landings.programmeId} = ${programmes.id}
  and ${landings.fellThroughAt} is null and ${landings.deletedAt} is null)`;
