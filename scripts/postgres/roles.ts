import { withClient } from "./with-client";

/**
 * Makes the two roles of an installation and its empty database, or sets their passwords where they exist: `landfall_owner`, who
 * owns the database and everything migrations make in it but is no superuser (as on Neon), and `landfall_app`, who owns nothing
 * and whom row-level security always binds.
 */
export async function makeRolesAndDatabase(
  superUrl: string,
  database: string,
  passwords: { owner: string; app: string },
): Promise<void> {
  await withClient(superUrl, async (client) => {
    const roles = await client.query<{ rolname: string }>("select rolname from pg_roles");
    const verb = (role: string) => (roles.rows.some(({ rolname }) => rolname === role) ? "alter" : "create");
    await client.query(
      `${verb("landfall_owner")} role landfall_owner login nosuperuser createdb createrole nobypassrls
       password ${client.escapeLiteral(passwords.owner)}`,
    );
    await client.query(
      `${verb("landfall_app")} role landfall_app login nosuperuser nocreatedb nocreaterole nobypassrls
       password ${client.escapeLiteral(passwords.app)}`,
    );
    // Migrations, run by the owner, grant to the application's role and may rename what it holds.
    await client.query("grant landfall_app to landfall_owner with inherit false, set false, admin true");
    const found = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (found.rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(database)} owner landfall_owner`);
    await client.query(`revoke connect, temporary on database ${client.escapeIdentifier(database)} from public`);
    await client.query(`grant connect on database ${client.escapeIdentifier(database)} to landfall_app`);
  });
}
