import { join } from "node:path";
import { OtherPast, runMigrations } from "@/db/migrate";
import { installRunnerSchema } from "@/inngest/embedded/install";
import { withClient } from "../postgres/with-client";
import { StartFailure } from "../start-failure";

/** The two addresses of one database: as the application's role, and as the role that owns the tables. */
export type DatabaseAddresses = { appUrl: string; ownerUrl: string };

/**
 * The addresses that settings give, tried out. Refuses with a StartFailure that says which setting and why: not there, not
 * reachable, password refused.
 */
export async function givenDatabase(settings: {
  DATABASE_URL: string;
  DATABASE_OWNER_URL?: string | undefined;
}): Promise<DatabaseAddresses> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = settings;
  if (!ownerUrl) {
    throw new StartFailure(
      "DATABASE_OWNER_URL is not set: migrations need the role that owns the tables, which DATABASE_URL must not be.",
    );
  }
  await tryOut("DATABASE_URL", appUrl);
  await tryOut("DATABASE_OWNER_URL", ownerUrl);
  return { appUrl, ownerUrl };
}

async function tryOut(setting: string, address: string): Promise<void> {
  const { hostname, port, username, pathname } = new URL(address);
  const where = `${hostname || "localhost"}:${port || "5432"}`;
  let expired: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    expired = setTimeout(() => reject(Object.assign(new Error("timeout"), { code: "no answer in 8 s" })), 8_000);
  });
  try {
    await Promise.race([withClient(address, (client) => client.query("select 1")), patience]);
  } catch (error) {
    const code = (error as { code?: string }).code ?? (error as Error).message;
    const why: Record<string, string> = {
      "28P01": `refuses the password of ${decodeURIComponent(username)}`,
      "28000": `does not let ${decodeURIComponent(username)} in`,
      "3D000": `has no database ${pathname.slice(1)}`,
    };
    const what = why[code] ?? `cannot be reached (${code})`;
    throw new StartFailure(`The database server at ${where} ${what}: start it, or correct ${setting}.`);
  } finally {
    clearTimeout(expired);
  }
}

/** Brings the database to this release. Refuses with a StartFailure. */
export async function migrateDatabase(
  project: string,
  { appUrl, ownerUrl }: DatabaseAddresses,
): Promise<{ applied: number }> {
  const appRole = decodeURIComponent(new URL(appUrl).username);
  try {
    const migrated = await runMigrations({ ownerUrl, appRole, folder: join(project, "db", "migrations") });
    await installRunnerSchema(ownerUrl, appRole, ["landfall_sweep"], join(project, "db", "sql"));
    return migrated;
  } catch (error) {
    if (error instanceof OtherPast)
      throw new StartFailure(
        `${error.message} Go back to the release that made it, or begin anew: npm run reset empties the embedded one, npm run backup keeps what is there.`,
      );
    const { message, cause } = error as Error;
    throw new StartFailure(
      `The database could not be migrated: ${(cause instanceof Error ? cause : { message }).message}`,
    );
  }
}

/** Whether no organisation was ever made here. Asked as the narrow role that may see the directory of organisations. */
export function isEmpty(appUrl: string): Promise<boolean> {
  return withClient(appUrl, async (client) => {
    await client.query("begin");
    await client.query("set local role landfall_identity");
    const { rows } = await client.query<{ empty: boolean }>("select not exists (select from organisations) as empty");
    await client.query("rollback");
    return rows[0]?.empty ?? false;
  });
}
