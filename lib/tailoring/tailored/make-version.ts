import "server-only";
import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { requirements, submissions } from "@/db/schema/tailoring";
import { resumes } from "@/db/schema/resumes";
import { tailoredVersions } from "@/db/schema/tailored";
import { filesOf } from "@/lib/files/queries";
import { storeFile } from "@/lib/files/store-file";
import type { SystemActor } from "@/lib/platform/actor";
import { askTogether, execute, type ExecuteOptions } from "@/lib/platform/execute";
import type { QueryContext } from "@/lib/platform/operation";
import { reachesSubmissions } from "@/lib/tailoring/submissions/load";
import { openVersionDraft } from "./draft";
import { madeOf, type Made, type MadeFile } from "./made-of";
import { recordVersion } from "./settle-commands";
import { askedSkills, openSource } from "./source";
import { todayOf } from "./today";

const makers = alias(people, "makers");

/**
 * Makes what a version asks for: plans, writes, proves, stores the files and records them. Killed anywhere and called again it goes on: the same draft
 * gives the same bytes, and a file that was stored already is found by its hash. Called for a version that is settled it does nothing.
 */
export async function makeVersion(
  organisationId: string,
  versionId: string,
  options: ExecuteOptions = {},
): Promise<{ status: string }> {
  const actor: SystemActor = { kind: "system", organisationId, cause: "tailoring-apply" };
  const asked = await askTogether(actor, (context) => whatToMake(context, versionId), options);
  if ("settled" in asked) return { status: asked.settled };
  if ("code" in asked) {
    const { code, message } = asked;
    await execute(recordVersion, actor, { versionId, outcome: { status: "refused", code, message } }, options);
    return { status: "refused" };
  }
  const known = await askTogether(actor, ({ ask }) =>
    ask(filesOf, { entity: "tailored-version", entityId: versionId }),
  );
  const stored = async ({ name, bytes: content, type: trustedKind }: MadeFile): Promise<string> => {
    const there = known.find((file) => file.name === name);
    const attachTo = { entity: "tailored-version", entityId: versionId };
    return there?.id ?? (await storeFile(actor, { name, content, trustedKind, attachTo }, options)).fileId;
  };
  const { clean, tracked, pdf } = asked.files;
  const files = {
    clean: await stored(clean),
    tracked: tracked ? await stored(tracked) : null,
    pdf: pdf ? await stored(pdf) : null,
  };
  const { score, report } = asked;
  await execute(recordVersion, actor, { versionId, outcome: { status: "done", files, score, report } }, options);
  return { status: "done" };
}

/** Opens what a version is made of, and makes it in memory. Who may no longer be put forward is refused. */
async function whatToMake(
  context: QueryContext,
  versionId: string,
): Promise<Made | { code: string; message: string } | { settled: string }> {
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
  if (!found) return withdrawn;
  const source = await openSource(context, { id: version.resumeId, ...found });
  if ("code" in source) return source;
  const skills = await askedSkills(context, found.requirementId);
  const draft = openVersionDraft(context, version);
  const author = found.author ?? context.organisation.name;
  const moment = { today: todayOf(context), at: version.createdAt, author };
  return madeOf(source, draft, skills, moment);
}

const withdrawn = {
  code: "not-visible",
  message:
    "This candidate or requirement is no longer there, or the candidate took back that recruiters read the resume.",
};
