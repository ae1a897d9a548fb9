import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { programmes, programmeTasks, taskSignOffs } from "@/db/schema/programmes";
import { resumes } from "@/db/schema/resumes";
import type { RecordEvent } from "@/lib/platform/measured";
import { measuredProgramme, rests, secondsOf } from "@/lib/programmes/measured-programmes";

/**
 * How long an executive who brought a resume waits until somebody of the firm has looked at it: brought a version of their own, or signed or gave back a task.
 */
export const resumeTurnaround = measuredProgramme({
  key: "resume-turnaround",
  ...{ runs: "again", reopened: "begins-anew" },
  on: {
    start: [{ name: "resumes.uploaded", facts: { by: "executive" } }],
    stop: [{ name: "resumes.uploaded", facts: { by: "firm" } }, "programmes.looked-at"],
    cancel: ["programmes.ended", "programmes.landed"],
    ...rests,
  },
  touchedBy: ["resumes.uploaded", "programmes.signed-off", "programmes.task-returned"],
  async touched({ tx }, events) {
    const own = events.flatMap(({ data }) => (typeof data["programmeId"] === "string" ? data["programmeId"] : []));
    const ids = events.flatMap(({ data }) => (typeof data["resumeId"] === "string" ? data["resumeId"] : []));
    if (ids.length === 0) return own;
    const rows = await tx
      .select({ id: programmes.id })
      .from(programmes)
      .innerJoin(resumes, eq(resumes.personId, programmes.executiveId))
      .where(inArray(resumes.id, ids));
    return [...own, ...rows.map(({ id }) => id)];
  },
  async events(tx, some) {
    const found = new Map<string, RecordEvent[]>(some.map(({ id }) => [id, []]));
    if (some.length === 0) return found;
    const brought = await tx
      .select({ id: resumes.id, personId: resumes.personId, by: resumes.uploadedPersonId, at: resumes.createdAt })
      .from(resumes)
      .where(
        inArray(
          resumes.personId,
          some.map(({ executiveId }) => executiveId),
        ),
      )
      .orderBy(asc(resumes.createdAt));
    for (const { id, executiveId, acceptedAt } of some)
      for (const resume of brought)
        // What somebody had brought before the programme was not brought for it.
        if (resume.personId === executiveId && acceptedAt && resume.at >= acceptedAt)
          found.get(id)?.push({
            ...{ at: secondsOf(resume.at), order: 0, name: "resumes.uploaded", id: resume.id },
            facts: { by: resume.by === executiveId ? "executive" : "firm" },
            ...(resume.by ? { by: resume.by } : {}),
          });
    const looked = await tx
      .select({
        id: taskSignOffs.id,
        at: taskSignOffs.at,
        by: taskSignOffs.personId,
        programmeId: programmeTasks.programmeId,
      })
      .from(taskSignOffs)
      .innerJoin(programmeTasks, eq(programmeTasks.id, taskSignOffs.taskId))
      .where(and(inArray(programmeTasks.programmeId, [...found.keys()]), eq(taskSignOffs.side, "consultant")));
    for (const { id, at, by, programmeId } of looked)
      found.get(programmeId)?.push({ at: secondsOf(at), order: 1, name: "programmes.looked-at", id, by });
    return found;
  },
});
