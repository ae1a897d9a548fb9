import { join } from "node:path";
import type { World } from "@/lib/platform/world";

/** An operation of the API with an input that points to records of the south. */
export type Attempt = { name: string; kind: "command" | "query" | "list"; input: unknown };

/** What the crossing test tries: the ids of two organisations, and every operation there is with those of the south. */
export type Crossing = { north: CrossedWorld; south: CrossedWorld; attempts: Attempt[] };

export type CrossedWorld = World & { roleId: string };

/** The password of everybody in both organisations. */
export const worldPassword = "two harbours, one wall";

/** The database that holds both organisations; an installation with them is a clone. */
export const worldsDatabase = "landfall_worlds";

/** Where the run keeps what there is to try, for the processes of Playwright. */
export const crossingFile = (folder: string): string => join(folder, "crossing.json");
