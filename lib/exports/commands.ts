import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { listExports } from "@/db/schema/exports";
import { newId } from "@/db/tenant-table";
import { ExportList, NoteExport } from "@/lib/exports/schemas";
import { notify } from "@/lib/notifications/notify";
import { may, personIdOf, type OrganisationActor } from "@/lib/platform/actor";
import type { List } from "@/lib/platform/list";
import { command, moduleOf } from "@/lib/platform/operation";
import type { OrganisationFacts } from "@/lib/platform/organisation";
import { moduleIsOn } from "@/lib/platform/plans";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { registry } from "@/lib/platform/registry";

/** A list that the actor may read; refused like a page would refuse it. */
export async function listFor(actor: OrganisationActor, organisation: OrganisationFacts, name: string): Promise<List> {
  const definition = (await registry()).findList(name);
  if (!definition || !moduleIsOn(organisation, moduleOf(definition)) || !may(actor, definition.permission))
    throw notFound("this list");
  return definition;
}

/** Makes a file of a large list in the background; the person is told when it is there. */
export const startExport = command({
  name: "exports.start",
  permission: "exports:run",
  input: ExportList,
  example: () => ({ list: "imports.list", format: "csv" as const, state: {} }),
  async run({ tx, actor, organisation, record, emit }, { list, format, state }) {
    const personId = personIdOf(actor);
    if (!personId) throw new Refusal("forbidden", "Only a person can ask for a file.");
    await listFor(actor, organisation, list);
    const [made] = await tx.insert(listExports).values({ list, format, state, personId }).returning();
    record("export", null, made!);
    emit("exports.started", { exportId: made!.id });
    return { exportId: made!.id };
  },
});

/** Writes down that a person took a list along; the file itself goes straight to the browser. */
export const noteExport = command({
  name: "exports.note",
  permission: "exports:run",
  input: NoteExport,
  example: () => ({ list: "imports.list", format: "csv" as const, state: {}, rows: 1 }),
  async run({ actor, organisation, record }, { list, format, state, rows }) {
    await listFor(actor, organisation, list);
    record("export", null, { id: newId(), list, format, state, rows });
    return {};
  },
});

const steps = z.strictObject({
  exportId: z.uuid(),
  status: z.enum(["running", "done", "failed"]),
  rows: z.int().min(0).optional(),
  fileId: z.uuid().optional(),
  problem: z.string().optional(),
});

/** A step of an export that is being made: not in the manifest, because only the background function knows how far it is. */
export const stepExport = command({
  name: "exports.step",
  permission: "exports:run",
  input: steps,
  example: () => {
    throw new Error("A step of an export is not called alone.");
  },
  async run(context, { exportId, ...values }) {
    const { tx, now, record } = context;
    const [before] = await tx.select().from(listExports).where(eq(listExports.id, exportId)).for("update");
    if (!before) throw notFound("this export");
    if (before.status === "done") return {};
    const ended = values.status !== "running";
    const [after] = await tx
      .update(listExports)
      .set({ ...values, updatedAt: now, version: before.version + 1, ...(ended ? { finishedAt: now } : {}) })
      .where(eq(listExports.id, exportId))
      .returning();
    record("export", before, after!);
    if (ended)
      await notify(context, {
        personIds: [before.personId],
        kind: values.status === "done" ? "exports.done" : "exports.failed",
        data: { count: after!.rows },
        href: "/exports",
        dedupeKey: `exports.${values.status}:${exportId}`,
        about: { entity: "export", id: exportId },
      });
    return {};
  },
});
