import "server-only";
import { sql } from "drizzle-orm";
import { messages } from "@/db/schema/conversation";
import { programmes, programmeTasks } from "@/db/schema/programmes";
import { attachableTo } from "@/lib/files/visibility";
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
  attachableTo({
    entity: "message",
    visible: (actor, id) =>
      sql`exists (select 1 from ${messages} join ${programmes} on ${programmes.id} = ${messages.programmeId}
          where ${messages.id} = ${id} and ${visibleProgrammes(actor, "messages:read")})`,
  });
}
