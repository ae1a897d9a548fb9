import { eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { programmeEntitlements, programmes } from "@/db/schema/programmes";
import { newId } from "@/db/tenant-table";
import type { PersonActor } from "@/lib/platform/actor";
import type { World } from "@/lib/platform/world";

/** Somebody who wants a time: an executive of their own, signed in, with a programme. */
export interface Racer {
  actor: PersonActor;
  programmeId: string;
}

/** Executives of one consultant, each with a programme like the world's and sessions left in it. `model` is one who is signed in. */
export async function makeRacers(world: World, model: PersonActor, count: number): Promise<Racer[]> {
  const racers = Array.from({ length: count }, (_, at) => ({
    programmeId: newId(),
    personId: newId(),
    name: `Racer ${at}`,
  }));
  await transaction({ organisationId: world.organisationId }, async (tx) => {
    const [programme] = await tx.select().from(programmes).where(eq(programmes.id, world.programmeId));
    const named = racers.map(({ personId: id, name }) => ({ id, name, nameKey: name.toLowerCase(), status: "known" }));
    await tx.insert(people).values(named);
    await tx.insert(programmes).values(
      racers.map(({ programmeId: id, personId: executiveId, name }) => ({
        ...{ ...programme!, id, executiveId, executiveKey: name.toLowerCase() },
      })),
    );
    const sessions = racers.map(({ programmeId }) => ({ programmeId, kind: "coaching", sessions: 6 }));
    await tx.insert(programmeEntitlements).values(sessions);
  });
  return racers.map(({ programmeId, personId, name }) => ({ programmeId, actor: { ...model, personId, name } }));
}

/** Over so many connections the pool may talk at once; it grows as it is asked to. */
export function allowConnections(count: number): void {
  for (const { pool } of globalThis.landfallConnections!.values()) pool.options.max = count;
}
