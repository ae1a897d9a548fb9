import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync, readdirSync, mkdirSync } from "node:fs";

/*
 * Before the first release there is nothing to migrate from: the migrations are written anew from the schema, between the
 * hand-written SQL that makes the wall and the one that raises it. From the first release on they are only added to.
 */

rmSync("db/migrations", { recursive: true, force: true });
mkdirSync("db/migrations");
const kit = (...parameters: string[]) =>
  execFileSync("npx", ["drizzle-kit", "generate", ...parameters], { stdio: ["ignore", "ignore", "inherit"] });
const put = (name: string, text: string) => {
  const file = readdirSync("db/migrations").find((candidate) => candidate.endsWith(`_${name}.sql`));
  if (!file) throw new Error(`drizzle-kit wrote no migration called ${name}.`);
  writeFileSync(`db/migrations/${file}`, text);
};

kit("--custom", "--name=wall");
put("wall", readFileSync("db/sql/wall.sql", "utf8"));
kit("--name=tables");
kit("--custom", "--name=grants");
put(
  "grants",
  ["grants", "search"].map((name) => readFileSync(`db/sql/${name}.sql`, "utf8")).join("\n--> statement-breakpoint\n"),
);
