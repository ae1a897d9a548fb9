import { withClient } from "../../scripts/postgres/with-client";

/**
 * How many rows each table of an organisation has, and how often they were changed. Left out is what background work writes by itself:
 * the index of search, and the seals of the audit trail.
 */
export function fingerprint(appUrl: string, organisationId: string): Promise<Record<string, string>> {
  return withClient(appUrl, async (client) => {
    await client.query("begin read only");
    await client.query("select set_config('app.organisation_id', $1, true)", [organisationId]);
    const { rows } = await client.query<{ tablename: string }>(
      "select tablename from pg_policies where policyname = 'wall' and tablename not in ('search_documents', 'audit_heads') order by 1",
    );
    const found: Record<string, string> = {};
    for (const { tablename } of rows) {
      const counted = await client.query<{ found: string }>(
        `select count(*) || ' rows, versions ' || coalesce(sum(version), 0) as found from ${client.escapeIdentifier(tablename)}`,
      );
      found[tablename] = counted.rows[0]?.found ?? "";
    }
    return found;
  });
}
