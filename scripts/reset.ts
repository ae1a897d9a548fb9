import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { readEnvironment } from "@/lib/platform/env";
import { removeCluster } from "./postgres/cluster";
import { StartFailure } from "./start-failure";
import { holderOf } from "./supervisor/lock";
import { supervise } from "./supervisor/supervise";

/** `npm run reset`: removes database, files and keys of this installation, after asking (not with --yes). Nothing is kept. */
await supervise(async () => {
  const environment = readEnvironment(process.env);
  if (environment.DATABASE_URL) {
    throw new StartFailure(
      "DATABASE_URL is set: npm run reset removes the embedded database only. Empty yours by its own means.",
    );
  }
  const data = resolve(environment.LANDFALL_DATA);
  const holder = holderOf(join(data, "running.json"));
  if (holder) throw new StartFailure(`Landfall runs at ${holder.what} (process ${holder.pid}): stop it first.`);
  if (!existsSync(data)) {
    console.log("There is nothing to remove.");
    return 0;
  }
  if (!process.argv.includes("--yes") && !(await agreed(data))) {
    console.log("Nothing was removed.");
    return 1;
  }
  await removeCluster(data);
  // Only what is ours: LANDFALL_DATA may name a folder that holds other things.
  for (const name of ["files", "keys", "logs", "postgres", "postgres.log", "running.json"]) {
    rmSync(join(data, name), { recursive: true, force: true });
  }
  console.log("Database, files and keys are removed. npm start begins anew.");
  return 0;
});

async function agreed(data: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new StartFailure("npm run reset asks first: add --yes where nobody can answer (npm run reset -- --yes).");
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(
    `This removes the database, all files and the keys in ${data}, for ever. Type yes: `,
  );
  asking.close();
  return answer.trim().toLowerCase() === "yes";
}
