import "server-only";
import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { people } from "@/db/schema/people";
import { requirements, submissions } from "@/db/schema/tailoring";
import { resumes } from "@/db/schema/resumes";
import { tailoredVersions } from "@/db/schema/tailored";
import { attachedContents } from "@/lib/files/attached-contents";
import { detachFile } from "@/lib/files/commands";
import { storeFile } from "@/lib/files/store-file";
import type { SystemActor } from "@/lib/platform/actor";
import { askTogether, execute, type ExecuteOptions } from "@/lib/platform/execute";
import type { QueryContext } from "@/lib/platform/operation";
import { ownTechnologies } from "@/lib/tailoring/own-technologies/own-technologies";
import { reachesSubmissions } from "@/lib/tailoring/submissions/load";
import { openVersionDraft } from "./draft";
import { madeOf, type Made, type MadeFile } from "./made-of";
import { recordVersion } from "./settle-commands";
import { askedSkills, openSource } from "./source";
import { todayOf } from "./today";

const makers = alias(people, "makers");

/**
 * Makes what a version asks for: plans, writes, proves, stores the files and records them. Killed anywhere and called again it goes on: a file
 * with the same content that was stored already is taken, by its hash, and one that would come out otherwise by now (the requirement changed, roles
 * were shown) is let go. Called for a version that is settled it does nothing.
 */
export async function makeVersion(
  organisationId: string,
  versionId: string,
  options: ExecuteOptions = {},
): Promise<{ status: string }> {
  const actor: SystemActor = { kind: "system", organisationId, cause: "tailoring-apply" };
  const asked = await askTogether(actor, (context) => whatToMake(context, versionId), options);
  if ("settled" in asked) return { status: asked.settled };
  const record = async (outcome: z.input<typeof recordVersion.input>["outcome"]): Promise<{ status: string }> => {
    const { output } = await execute(recordVersion, actor, { versionId, outcome }, options);
    return { status: output.settled ? outcome.status : "settled before" };
  };
  if ("code" in asked) return record({ status: "refused", code: asked.code });
  const place = { entity: "tailored-version", entityId: versionId };
  const known = await askTogether(actor, (context) => attachedContents(context, place), options);
  const stored = async ({ name, bytes: content, type: trustedKind }: MadeFile): Promise<string> => {
    const sha256 = createHash("sha256").update(content).digest("hex");
    const there = known.find((file) => file.sha256 === sha256);
    return there?.fileId ?? (await storeFile(actor, { name, content, trustedKind, attachTo: place }, options)).fileId;
  };
  const { clean, tracked, pdf } = asked.files;
  const files = {
    clean: await stored(clean),
    tracked: tracked ? await stored(tracked) : null,
    pdf: pdf ? await stored(pdf) : null,
  };
  const kept = new Set(Object.values(files));
  for (const { fileId } of known.filter((file) => !kept.has(file.fileId)))
    await execute(detachFile, actor, { fileId, ...place }, options);
  const { score, report } = asked;
  return record({ status: "done", files, score, report });
}

/** Opens what a version is made of, and makes it in memory. Who may no longer be put forward is refused. */
async function whatToMake(
  context: QueryContext,
  versionId: string,
): Promise<Made | { code: string } | { settled: string }> {
  const { tx, actor } = context;
  const [version] = await tx.select().from(tailoredVersions).where(eq(tailoredVersions.id, versionId));
  if (!version || version.status !== "waiting") return { settled: version?.status ?? "gone" };
  const [found] = await tx
    .select({
      ...{ requirementId: submissions.requirementId, fileId: resumes.fileId, fileName: resumes.fileName },
      author: makers.name,
    })
    .from(tailoredVersions)
    .innerJoin(submissions, eq(submissions.id, tailoredVersions.submissionId))
    .innerJoin(requirements, eq(requirements.id, submissions.requirementId))
    .innerJoin(people, eq(people.id, submissions.personId))
    .innerJoin(resumes, eq(resumes.id, tailoredVersions.resumeId))
    .leftJoin(makers, eq(makers.id, tailoredVersions.madeByPersonId))
    .where(and(eq(tailoredVersions.id, versionId), reachesSubmissions(actor)));
  if (!found) return { code: "not-visible" };
  const source = await openSource(context, { id: version.resumeId, ...found });
  if ("code" in source) return source;
  const skills = await askedSkills(context, found.requirementId);
  const draft = openVersionDraft(context, version);
  const author = found.author ?? context.organisation.name;
  const moment = { today: todayOf(context), at: version.createdAt, author, own: await ownTechnologies(context) };
  return madeOf(source, draft, skills, moment);
}
