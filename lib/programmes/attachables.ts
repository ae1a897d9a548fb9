import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { messages } from "@/db/schema/conversation";
import { landings } from "@/db/schema/landings";
import { programmes, programmeTasks } from "@/db/schema/programmes";
import { attachableTo } from "@/lib/files/visibility";
import type { OrganisationActor } from "@/lib/platform/actor";
import { visibleProgrammes } from "@/lib/programmes/visibility";

/** Declares the records of a programme to which files can be attached: who sees the programme sees them. */
export function declareAttachables(): void {
  attachableTo({
    entity: "programme",
    visible: (actor, id) =>
      sql`exists (select 1 from ${programmes} where ${programmes.id} = ${id} and ${visibleProgrammes(actor)})`,
    attachable: (actor, id) =>
      sql`exists (select 1 from ${programmes} where ${programmes.id} = ${id} and ${visibleProgrammes(actor, "programmes:work")})`,
  });
  attachableTo({
    entity: "task",
    visible: (actor, id) =>
      sql`exists (select 1 from ${programmeTasks} join ${programmes} on ${programmes.id} = ${programmeTasks.programmeId}
          where ${programmeTasks.id} = ${id} and ${visibleProgrammes(actor)})`,
    attachable: (actor, id) =>
      sql`exists (select 1 from ${programmeTasks} join ${programmes} on ${programmes.id} = ${programmeTasks.programmeId}
          where ${programmeTasks.id} = ${id} and ${visibleProgrammes(actor, "programmes:work")})`,
  });
  // A contract says what somebody earns: it is for the executive and who works the case, not for whoever sees the programme.
  const landing = (actor: OrganisationActor, id: SQL, more: SQL = sql`true`) =>
    sql`exists (select 1 from ${landings} join ${programmes} on ${programmes.id} = ${landings.programmeId}
        where ${landings.id} = ${id} and ${visibleProgrammes(actor, "programmes:work")} and ${more})`;
  attachableTo({
    entity: "landing",
    visible: (actor, id) => landing(actor, id),
    attachable: (actor, id) => landing(actor, id, sql`${landings.fellThroughAt} is null`),
  });
  attachableTo({
    entity: "message",
    visible: (actor, id) =>
      sql`exists (select 1 from ${messages} join ${programmes} on ${programmes.id} = ${messages.programmeId}
          where ${messages.id} = ${id} and ${visibleProgrammes(actor, "messages:read")})`,
  });
}
