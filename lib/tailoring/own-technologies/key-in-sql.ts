import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { ownTechnologies } from "@/db/schema/tailoring";
import { technologyKey } from "@/lib/tailoring/technology-key";
import { nameForm } from "./name-form";

/** How a technology is compared, as `technologyKey` with the organisation's own, for a statement that is made before they can be asked for. */
export const technologyKeyInSql = (name: string): SQL => sql`coalesce((select ${ownTechnologies.technologyKey}
  from ${ownTechnologies} where ${ownTechnologies.deletedAt} is null
    and ${nameForm(name)} = any(${ownTechnologies.forms}) limit 1), ${technologyKey(name)})`;
