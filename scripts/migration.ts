import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";

/*
 * Writes the migration that leads from the last one to the schema as it is now: `npx tsx scripts/migration.ts <name>`. Tables of an
 * organisation get their wall in it, and what stands in db/sql/<name>.sql comes last (functions, grants, values carried over; a
 * backfill lifts the wall's force for its statement, see db/wall.test.ts). Columns that go are dropped after that, so that what
 * stood in them can be carried over. Called again with the name of the newest migration,
 * which nobody has yet, it writes that one anew; a migration that has left this checkout is never changed.
 */

interface Journal {
  entries: { idx: number; tag: string }[];
}

const folder = "db/migrations";
const journalFile = `${folder}/meta/_journal.json`;
const [name] = process.argv.slice(2);
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Give the migration a name of small letters, digits and _: npx tsx scripts/migration.ts sponsors");
  process.exit(1);
}

forgetNewest(name);
execFileSync("npx", ["drizzle-kit", "generate", `--name=${name}`], { stdio: ["ignore", "ignore", "inherit"] });
const file = readdirSync(folder).find((candidate) => candidate.endsWith(`_${name}.sql`));
if (!file) {
  console.log("The schema is as the migrations make it: nothing to write.");
  process.exit(0);
}
const made = readFileSync(`${folder}/${file}`, "utf8").trimEnd();
const breakpoint = "--> statement-breakpoint\n";
const statements = made.split(breakpoint).map((statement) => statement.trimEnd());
const goes = (statement: string) => /^ALTER TABLE "\w+" DROP COLUMN /.test(statement);
const walls = [...made.matchAll(/CREATE POLICY "wall" ON "(\w+)"/g)].map(
  ([, table]) => `select raise_wall('${table}');`,
);
const own = `db/sql/${name}.sql`;
const parts = [
  ...statements.filter((statement) => !goes(statement)),
  ...walls,
  ...(existsSync(own) ? [readFileSync(own, "utf8").trimEnd()] : []),
  ...statements.filter(goes),
];
writeFileSync(`${folder}/${file}`, `${parts.join(`\n${breakpoint}`)}\n`);

/** Takes the newest migration away when it has this name, so that it is written again from what the schema says now. */
function forgetNewest(name: string): void {
  const journal = JSON.parse(readFileSync(journalFile, "utf8")) as Journal;
  const newest = journal.entries.at(-1);
  if (newest?.tag !== `${String(newest?.idx).padStart(4, "0")}_${name}`) return;
  rmSync(`${folder}/${newest.tag}.sql`);
  rmSync(`${folder}/meta/${String(newest.idx).padStart(4, "0")}_snapshot.json`);
  journal.entries.pop();
  writeFileSync(journalFile, JSON.stringify(journal, null, 2));
}
