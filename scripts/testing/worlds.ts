import { writeFileSync } from "node:fs";
import { acrossIdentity } from "@/db/across";
import { closeDatabase, useDatabase } from "@/db/client";
import { users } from "@/db/schema/identity";
import { seedWorlds, worldOf } from "@/db/seed/world";
import { worldId, type WorldSlug } from "@/db/seed/world-ids";
import { hashPassword } from "@/lib/identity/passwords";
import { modules } from "@/lib/modules";
import { withClient } from "../postgres/with-client";
import { crossingFile, worldPassword, worldsDatabase } from "./crossing";
import type { Attempt, Crossing } from "./crossing";
import { templateDatabase } from "./template";

/**
 * Makes the two organisations of the tests in a database of this run, with a password for everybody, and writes down what there is
 * to try across their wall. The settings of the process are those of an installation already.
 * @param addresses with `DATABASE` in place of a name
 */
export async function makeWorlds(folder: string, addresses: { ownerUrl: string; appUrl: string }): Promise<void> {
  const address = (pattern: string, database: string) => pattern.replace(/DATABASE$/, database);
  await withClient(address(addresses.ownerUrl, "postgres"), (client) =>
    client.query(`create database ${worldsDatabase} template ${templateDatabase}`),
  );
  useDatabase(address(addresses.appUrl, worldsDatabase));
  await seedWorlds();
  const passwordHash = await hashPassword(worldPassword);
  await acrossIdentity((tx) => tx.update(users).set({ passwordHash, emailVerifiedAt: new Date() }));
  await closeDatabase();
  writeFileSync(crossingFile(folder), JSON.stringify(crossing()));
}

function crossing(): Crossing {
  const south = crossed("south");
  const operations = modules.flatMap(({ commands, queries }) => [...commands, ...queries]);
  const attempts: Attempt[] = [
    ...operations.map(({ name, kind, example }) => ({ name, kind, input: example(south) })),
    ...modules.flatMap(({ lists }) => lists).map(({ name }) => ({ name, kind: "list" as const, input: {} })),
  ];
  return { north: crossed("north"), south, attempts };
}

const crossed = (slug: WorldSlug) => ({ ...worldOf(slug).ids, roleId: worldId(slug, "role/consultant") });
