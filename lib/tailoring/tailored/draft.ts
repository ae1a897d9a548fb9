import "server-only";
import { z } from "zod";
import type { tailoredVersions, tailorings } from "@/db/schema/tailored";
import type { OrganisationFacts } from "@/lib/platform/organisation";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";
import { Draft } from "./draft-schema";
import { MarksChange } from "./stored-marks";

/**
 * What was intended before the last change, for which resume, and what that change made of its marked roles. What was sealed before resumes were kept with
 * it is the draft alone.
 */
const FormerDraft = z.union([
  z.strictObject({ draft: Draft, resumeId: z.uuid(), marks: MarksChange.optional() }),
  Draft.transform((draft) => ({ draft, resumeId: null, marks: undefined })),
]);
type FormerDraft = z.output<typeof FormerDraft>;

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

/** Sealed for the same place as the draft, because it stood there. */
export const sealFormerDraft = ({ organisation }: Keyed, tailoringId: string, former: FormerDraft): string =>
  sealText(dataKeyOf(organisation), JSON.stringify(former), draftPlace(tailoringId));

/** What the draft was before its last change; null where it was not changed. */
export const openFormerDraft = (
  { organisation }: Keyed,
  { id, formerDraftEncrypted: sealed }: Pick<typeof tailorings.$inferSelect, "id" | "formerDraftEncrypted">,
): FormerDraft | null =>
  sealed ? FormerDraft.parse(JSON.parse(openText(dataKeyOf(organisation), sealed, draftPlace(id)))) : null;

/** The same for what a version was made of, which never changes. */
export const sealVersionDraft = ({ organisation }: Keyed, versionId: string, draft: Draft): string =>
  sealText(dataKeyOf(organisation), JSON.stringify(draft), versionPlace(versionId));

export const openVersionDraft = (
  { organisation }: Keyed,
  { id, draftEncrypted }: Pick<typeof tailoredVersions.$inferSelect, "id" | "draftEncrypted">,
): Draft => Draft.parse(JSON.parse(openText(dataKeyOf(organisation), draftEncrypted, versionPlace(id))));
