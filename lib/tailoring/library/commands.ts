import "server-only";
import { eq } from "drizzle-orm";
import { libraryPoints } from "@/db/schema/tailoring";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { bytesOf, openFileWithin } from "@/lib/files/open-file";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import {
  AddPointInput,
  AddPointsInput,
  EditPointInput,
  PastePointsInput,
  PointId,
  RemoveImportedPointInput,
} from "@/lib/tailoring/library/schemas";
import { readPasted } from "@/lib/tailoring/library/read-pasted";
import {
  columnsOf,
  insertPoints,
  pointToChange,
  standsElsewhere,
  updatePoint,
  withoutWords,
} from "@/lib/tailoring/library/store";
import { ownTechnologies } from "@/lib/tailoring/own-technologies/own-technologies";
import type { ReadPoints } from "@/lib/tailoring/points/points";
import { readPointsFile } from "@/lib/tailoring/points/read-points-file";

const known = () => new Refusal("conflict", "This point is in the library already.", "text");

/**
 * Takes in points as people have them, pasted or from a file. What is right joins the library, what is there already stays as it is, and what
 * could not be read is told by its line.
 */
export const pastePoints = command({
  name: "tailoring.pastePoints",
  permission: "tailoring:write",
  input: PastePointsInput,
  example: () => ({
    text: "Kafka\n• Introduced Kafka for container events.\n• Replayed a month in an hour.",
    tags: ["events"],
  }),
  async run(context, { text, fileId, tags, teamId }) {
    const { groups, problems } = fileId
      ? await readFile(context, fileId)
      : readPasted(text ?? "", await ownTechnologies(context));
    const points = groups.flatMap(({ technology, points: sentences }) =>
      sentences.map((sentence) => ({ technology, text: sentence, tags, teamId })),
    );
    if (points.length === 0)
      throw new Refusal(
        "invalid",
        "There is no point in it yet. Write a technology, and its points below.",
        fileId ? "fileId" : "text",
      );
    const made = await insertPoints(context, points);
    return { added: made.length, known: points.length - made.length, problems };
  },
});

/** One point. The same words for the same technology and team are refused. */
export const addPoint = command({
  name: "tailoring.addPoint",
  permission: "tailoring:write",
  input: AddPointInput,
  example: () => ({
    technology: "PostgreSQL",
    text: "Tuned partitions; the slowest report went from 11 minutes to 8 seconds.",
  }),
  async run(context, fields): Promise<{ id: string; version: number }> {
    const [made] = await insertPoints(context, [fields]);
    if (!made) throw known();
    return { id: made.id, version: made.version };
  },
});

/** Many points, all or none; answers in their order. */
export const addPoints = command({
  name: "tailoring.addPoints",
  permission: "tailoring:write",
  input: AddPointsInput,
  example: () => ({ points: [{ technology: "Go", text: "Wrote the fraud rules engine; decisions in 40 ms." }] }),
  async run(context, { points }) {
    const made = await insertPoints(context, points);
    if (made.length < points.length) throw known();
    return { points: made.map(({ id, version }) => ({ id, version })) };
  },
});

export const editPoint = command({
  name: "tailoring.editPoint",
  permission: "tailoring:write",
  input: EditPointInput,
  example: ({ pointId }) => ({
    ...{ id: pointId, expectedVersion: 1, technology: "Kubernetes", tags: ["operations"] },
    text: "Moved 63 services to Kubernetes with blue-green releases.",
  }),
  async run(context, { id, expectedVersion, ...fields }) {
    const before = await pointToChange(context, id);
    assertVersion(before, expectedVersion, "this point");
    const columns = columnsOf(context, fields, await ownTechnologies(context));
    if (await standsElsewhere(context, id, columns)) throw known();
    await updatePoint(context, before, columns);
    return { id };
  },
});

/** A point that nobody is offered any more; what it stands in stays. */
export const retirePoint = command({
  name: "tailoring.retirePoint",
  permission: "tailoring:write",
  input: PointId,
  example: ({ pointId }) => ({ id: pointId }),
  undo: ({ id }) => ({ operation: "tailoring.reinstatePoint", input: { id } }),
  async run(context, { id }) {
    await updatePoint(context, await pointToChange(context, id), { retiredAt: context.now });
    return { id };
  },
});

export const reinstatePoint = command({
  name: "tailoring.reinstatePoint",
  permission: "tailoring:write",
  input: PointId,
  example: ({ pointId }) => ({ id: pointId }),
  undo: ({ id }) => ({ operation: "tailoring.retirePoint", input: { id } }),
  async run(context, { id }) {
    await updatePoint(context, await pointToChange(context, id), { retiredAt: null });
    return { id };
  },
});

/** Takes back what an import made, as long as nothing happened to it since. */
export const removeImportedPoint = command({
  name: "tailoring.removeImportedPoint",
  permission: "tailoring:write",
  input: RemoveImportedPointInput,
  example: ({ pointId }) => ({ id: pointId, expectedVersion: 1 }),
  async run(context, { id, expectedVersion }) {
    const before = await pointToChange(context, id);
    if (before.version !== expectedVersion)
      throw new Refusal("state", "This point was changed or used since, so it stays.");
    await context.tx.delete(libraryPoints).where(eq(libraryPoints.id, id));
    context.record("library_point", withoutWords(before), null);
    return { id };
  },
});

/** The points of a file that the actor may read. */
async function readFile(context: CommandContext, fileId: string): Promise<ReadPoints> {
  const file = await openFileWithin(context, fileId);
  try {
    return await readPointsFile(await bytesOf(file), file.name, await ownTechnologies(context));
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Refusal("invalid", error.message, "fileId");
    throw error;
  }
}
