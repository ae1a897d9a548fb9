import "server-only";
import type { tailoredVersions, tailorings } from "@/db/schema/tailored";
import type { OrganisationFacts } from "@/lib/platform/organisation";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";
import { Draft } from "./draft-schema";

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

/** What the draft was before its last change; null where it was not changed. Sealed for the same place, because it stood there. */
export const openFormerDraft = (
  context: Keyed,
  { id, formerDraftEncrypted }: Pick<typeof tailorings.$inferSelect, "id" | "formerDraftEncrypted">,
): Draft | null => (formerDraftEncrypted ? openDraft(context, { id, draftEncrypted: formerDraftEncrypted }) : null);

/** The same for what a version was made of, which never changes. */
export const sealVersionDraft = ({ organisation }: Keyed, versionId: string, draft: Draft): string =>
  sealText(dataKeyOf(organisation), JSON.stringify(draft), versionPlace(versionId));

export const openVersionDraft = (
  { organisation }: Keyed,
  { id, draftEncrypted }: Pick<typeof tailoredVersions.$inferSelect, "id" | "draftEncrypted">,
): Draft => Draft.parse(JSON.parse(openText(dataKeyOf(organisation), draftEncrypted, versionPlace(id))));
