import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { attachments, files } from "@/db/schema/files";
import { scopesOf, type OrganisationActor } from "@/lib/platform/actor";
import { visibleTo } from "@/lib/platform/record-visible";
import { registry } from "@/lib/platform/registry";

/** A kind of record to which files can be attached, as its module declares it. */
export interface AttachableEntity {
  /** As in `attachments.entity`: "programme". */
  entity: string;
  /** Which of its records the actor may see, as a condition over an expression that is the record's id. */
  visible(actor: OrganisationActor, entityId: SQL): SQL;
  /** To which of them the actor may attach files; those that are visible when absent. */
  attachable?(actor: OrganisationActor, entityId: SQL): SQL;
}

declare global {
  // One registry per process, also where a bundler loads this module twice.
  var landfallAttachables: Map<string, AttachableEntity> | undefined;
}

const attachables = (globalThis.landfallAttachables ??= new Map<string, AttachableEntity>());

/** Called by a module when it is loaded: files of its records are seen by who sees the record. */
export function attachableTo(definition: AttachableEntity): void {
  attachables.set(definition.entity, definition);
}

/** A kind of record that can hold files: declared as attachable, or any that a manifest says can be opened. */
export async function attachableEntity(entity: string): Promise<AttachableEntity | undefined> {
  return (await allAttachables()).get(entity);
}

/**
 * Which rows of `files` the actor may see: the own uploads, what is attached to a record that the actor sees, everything with
 * files:read over all. Deleted ones never. A kind of record that no module knows shows nothing.
 */
export async function fileVisible(actor: OrganisationActor): Promise<SQL> {
  const kept = sql`${files.deletedAt} is null`;
  if (scopesOf(actor, "files:read").has("all")) return kept;
  const kinds = [...(await allAttachables()).values()];
  const ways: SQL[] = kinds.map(
    (kind) => sql`exists (select 1 from ${attachments}
      where ${attachments.fileId} = ${files.id} and ${attachments.deletedAt} is null
        and ${attachments.entity} = ${kind.entity} and (${kind.visible(actor, sql`${attachments.entityId}`)}))`,
  );
  if (actor.kind === "person") ways.unshift(sql`${files.uploadedByPersonId} = ${actor.personId}`);
  return ways.length > 0 ? sql`${kept} and (${sql.join(ways, sql` or `)})` : sql`false`;
}

/** Which rows the actor may rename and remove: the own ones; all with files:write over all. */
export function fileOwned(actor: OrganisationActor): SQL {
  if (scopesOf(actor, "files:write").has("all")) return sql`true`;
  return actor.kind === "person" ? sql`${files.uploadedByPersonId} = ${actor.personId}` : sql`false`;
}

async function allAttachables(): Promise<ReadonlyMap<string, AttachableEntity>> {
  for (const { records = [], search = [] } of (await registry()).modules) {
    for (const kind of [...records, ...search]) {
      if (attachables.has(kind.entity)) continue;
      attachableTo({ entity: kind.entity, visible: visibleTo(kind) });
    }
  }
  return attachables;
}
