import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { tailoredVersions } from "@/db/schema/tailored";
import type { OrganisationActor } from "@/lib/platform/actor";
import { ask, type ExecuteOptions } from "@/lib/platform/execute";
import { query, type QueryContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { english } from "@/lib/tailoring/english";
import { refusalInWords } from "@/lib/tailoring/in-words";
import { ownTechnologies } from "@/lib/tailoring/own-technologies/own-technologies";
import { storedBytes } from "@/lib/tailoring/stored-bytes";
import { madeOf } from "./made-of";
import { openReport } from "./report";
import { draftOf, openSource, tailoringSeen, type Source } from "./source";
import { todayOf } from "./today";

/** A document of a tailoring, to be looked at. */
export interface SeenDocument {
  name: string;
  bytes: Uint8Array;
  format: "docx" | "pdf";
  /** New lines: the numbers of their paragraphs, and the ids of their points. */
  inserted: { point: string; paragraphs: number[] }[];
}

/**
 * The resume as it came, as the draft would make it, or as a version has it (by its id). Refused as not found for who does not see the submission; a draft
 * that cannot be made gives the refusal's sentence.
 */
export const documentBytes = (
  actor: OrganisationActor,
  submissionId: string,
  which: string,
  options: ExecuteOptions = {},
): Promise<SeenDocument> => ask(seenDocument, actor, { submissionId, which }, options);

/** Not in the manifest: its answer is a file, which only our own routes hand over. */
const seenDocument = query({
  name: "tailoring.document",
  permission: "tailoring:read",
  input: z.strictObject({ submissionId: z.uuid(), which: z.union([z.enum(["original", "draft"]), z.uuid()]) }),
  example: ({ tailoredSubmissionId }) => ({ submissionId: tailoredSubmissionId, which: "original" as const }),
  run: (context, { submissionId, which }) => documentWithin(context, submissionId, which),
});

async function documentWithin(context: QueryContext, submissionId: string, which: string): Promise<SeenDocument> {
  const { submission, resumes, tailoring, skills } = await tailoringSeen(context, submissionId);
  if (!tailoring) throw notFound("this tailoring");
  if (which !== "original" && which !== "draft") return versionDocument(context, submission.id, which);
  const resume = resumes.find(({ id }) => id === tailoring.resumeId);
  if (!resume) throw notFound("this resume");
  const source = await openSource(context, resume);
  if ("code" in source) throw new Refusal("state", refusalInWords(english, source.code));
  if (which === "original") return original(source);
  const { organisation, now } = context;
  const moment = { today: todayOf(context), at: now, author: organisation.name, own: await ownTechnologies(context) };
  const made = await madeOf(source, draftOf(context, tailoring), skills, moment);
  if ("code" in made) {
    if (made.code === "nothing-placed") return original(source);
    throw new Refusal("state", refusalInWords(english, made.code));
  }
  const inserted = made.report.placed.map(({ point, paragraphs }) => ({ point, paragraphs }));
  return { name: made.files.clean.name, bytes: made.files.clean.bytes, format: "docx", inserted };
}

const original = ({ fileName, bytes, resume }: Source): SeenDocument => ({
  ...{ name: fileName, bytes, format: resume.reading.format, inserted: [] },
});

async function versionDocument(context: QueryContext, submissionId: string, id: string): Promise<SeenDocument> {
  const [version] = await context.tx
    .select()
    .from(tailoredVersions)
    .where(and(eq(tailoredVersions.id, id), eq(tailoredVersions.submissionId, submissionId)));
  if (!version?.cleanFileId) throw notFound("this version");
  const file = await storedBytes(context, version.cleanFileId);
  const placed = openReport(context, version)?.placed ?? [];
  return {
    ...{ ...file, format: "docx" },
    inserted: placed.map(({ point, paragraphs }) => ({ point, paragraphs })),
  };
}
