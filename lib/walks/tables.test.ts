import { describe, expect, test } from "vitest";
import { modules } from "@/lib/modules";
import { testWorld } from "@/lib/platform/testing/world";
import { withClient } from "@/scripts/postgres/with-client";

/*
 * Every table there is: the wall, keys that carry the organisation, indexes that lead with it, and a module that says what is
 * done with it when a person takes their data along or asks to be erased.
 */

const world = testWorld();

/** Tables above organisations, with policies of their own. */
const globalTables = [
  "installation_events",
  "installation_mails",
  "links",
  "memberships",
  "organisations",
  "rate_limits",
  "sessions",
  "users",
];

interface Table {
  name: string;
  secured: boolean;
  forced: boolean;
  policies: string[];
  owner: string;
}

async function rows<Row>(statement: string): Promise<Row[]> {
  return withClient(world.database.ownerUrl, async (client) => (await client.query(statement)).rows as Row[]);
}

const tables = () =>
  rows<Table>(`
    select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
           array(select p.polname::text from pg_policy p where p.polrelid = c.oid order by 1) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    where c.relkind in ('r', 'p') order by 1`);

describe("every table", () => {
  test("is walled, or is one of the global ones", async () => {
    const found = await tables();
    const unwalled = found.filter(({ policies }) => !policies.includes("wall")).map(({ name }) => name);
    expect(unwalled).toEqual(globalTables);
    expect(found.length).toBeGreaterThan(30);
  });

  test("has row-level security on and forced; search alone is not forced, because its function reads as the owner", async () => {
    const found = await tables();
    expect(found.filter(({ secured }) => !secured)).toEqual([]);
    expect(found.filter(({ forced }) => !forced).map(({ name }) => name)).toEqual(["search_documents"]);
  });

  test("can be saved and brought back", async () => {
    const found = await tables();
    expect(found.filter(({ policies }) => !policies.includes("backup")).map(({ name }) => name)).toEqual([]);
  });

  test("belongs to a role that is not the application's", async () => {
    const found = await tables();
    expect(new Set(found.map(({ owner }) => owner))).toEqual(new Set(["landfall_owner"]));
  });

  test("points to another table of an organisation only with the organisation in the key", async () => {
    const loose = await rows<{ key: string }>(`
      select conrelid::regclass || '.' || conname as key
      from pg_constraint k
      where contype = 'f'
        and exists (select from pg_policy where polrelid = k.confrelid and polname = 'wall')
        and not exists (
          select from unnest(k.conkey, k.confkey) as pair(here, there)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here and a.attname = 'organisation_id'
          join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there and b.attname = 'organisation_id')`);
    expect(loose).toEqual([]);
  });

  test("has unique keys and indexes that lead with the organisation", async () => {
    const loose = await rows<{ index: string; definition: string }>(`
      select i.indexrelid::regclass::text as index, pg_get_indexdef(i.indexrelid) as definition
      from pg_index i
      where exists (select from pg_policy where polrelid = i.indrelid and polname = 'wall')
        and not i.indisprimary
        and (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) <> 'organisation_id'`);
    // Sweeps look across organisations by due time, and a text index cannot lead with one.
    const expected = loose.filter(
      ({ index }) => !/(?:due|waiting|words|dispatched|sweep|retention|expires|next_attempt)/.test(index),
    );
    expect(expected).toEqual([]);
  });

  test("is named by a module's export and erasure, or says why it holds nothing of a person", async () => {
    const named = new Set(
      modules.flatMap(({ personalData, withoutPersonalData }) => [
        ...(personalData?.tables ?? []),
        ...Object.keys(withoutPersonalData ?? {}),
      ]),
    );
    const found = await tables();
    expect(found.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });
});
