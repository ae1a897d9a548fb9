import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import type { DemoFirm } from "@/db/seed/demo/records";
import { newId } from "@/db/tenant-table";
import { personActor } from "@/lib/identity/person-actor";
import type { PersonActor } from "@/lib/platform/actor";

/** A programme of the demo with the two people whose work it is, as they would be signed in. */
export interface ToldProgramme {
  id: string;
  executive: PersonActor;
  consultant: PersonActor;
}

const consultants = alias(people, "consultants");

/** The programme of an executive by name; null where that executive has no account yet. */
export async function programmeOf(firm: DemoFirm, name: string): Promise<ToldProgramme | null> {
  const [found] = await transaction({ organisationId: firm.organisationId, readOnly: true }, (tx) =>
    tx
      .select({ id: programmes.id, executiveId: people.userId, consultantId: consultants.userId })
      .from(programmes)
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .innerJoin(consultants, eq(consultants.id, programmes.consultantId))
      .where(eq(people.name, name)),
  );
  if (!found?.executiveId || !found.consultantId) return null;
  const as = (userId: string) => personActor({ id: newId(), userId }, firm.slug);
  return { id: found.id, executive: await as(found.executiveId), consultant: await as(found.consultantId) };
}
