import "server-only";
import { z } from "zod";
import type { tailoredVersions, tailorings } from "@/db/schema/tailored";
import type { OrganisationFacts } from "@/lib/platform/organisation";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";

/** Points of a resume at most: what is more is no resume any longer. */
export const mostPoints = 200;

/** A point that may go into a resume, as the recruiter has it now. */
export const DraftPoint = z.strictObject({
  /** The same through every change of the draft. */
  id: z.string().min(1).max(40),
  technology: z.string().trim().min(1, "Say which technology it is about.").max(80),
  text: z.string().trim().min(1, "Write the point.").max(1_000),
  /** Where it comes from, so that its use is counted. */
  libraryPointId: z.uuid().nullable().default(null),
});
export type DraftPoint = z.output<typeof DraftPoint>;

/** What a recruiter decided on a point: left out, or a role and perhaps the bullet behind which it goes. */
export const Decision = z
  .strictObject({ role: z.int().nonnegative(), after: z.int().nonnegative().nullable().default(null) })
  .nullable();
export type Decision = z.output<typeof Decision>;

/** What is intended for a resume. */
export const Draft = z.strictObject({
  points: z.array(DraftPoint).max(mostPoints),
  /** By the ids of points. */
  decided: z.record(z.string(), Decision).default({}),
  /** Pages by which the resume may grow; null for no limit. */
  pages: z.number().min(0).max(20).nullable().default(null),
});
export type Draft = z.output<typeof Draft>;

interface Keyed {
  organisation: Pick<OrganisationFacts, "id" | "dataKey">;
}

const draftPlace = (id: string): string => `tailoring:${id}:draft`;
const versionPlace = (id: string): string => `tailored-version:${id}:draft`;

export const sealDraft = ({ organisation }: Keyed, tailoringId: string, draft: Draft): string =>
  sealText(dataKeyOf(organisation), JSON.stringify(draft), draftPlace(tailoringId));

export const openDraft = (
  { organisation }: Keyed,
  { id, draftEncrypted }: Pick<typeof tailorings.$inferSelect, "id" | "draftEncrypted">,
): Draft => Draft.parse(JSON.parse(openText(dataKeyOf(organisation), draftEncrypted, draftPlace(id))));

/** The same for what a version was made of, which never changes. */
export const sealVersionDraft = ({ organisation }: Keyed, versionId: string, draft: Draft): string =>
  sealText(dataKeyOf(organisation), JSON.stringify(draft), versionPlace(versionId));

export const openVersionDraft = (
  { organisation }: Keyed,
  { id, draftEncrypted }: Pick<typeof tailoredVersions.$inferSelect, "id" | "draftEncrypted">,
): Draft => Draft.parse(JSON.parse(openText(dataKeyOf(organisation), draftEncrypted, versionPlace(id))));
