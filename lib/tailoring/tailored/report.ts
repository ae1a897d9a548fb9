import "server-only";
import type { QueryContext } from "@/lib/platform/operation";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";
import type { TailoredVersion } from "./load";
import type { VersionReport } from "./tailoring-view";

const reportPlace = (versionId: string): string => `tailored-version:${versionId}:report`;

type Keyed = Pick<QueryContext, "organisation">;

export const sealReport = ({ organisation }: Keyed, versionId: string, report: VersionReport): string =>
  sealText(dataKeyOf(organisation), JSON.stringify(report), reportPlace(versionId));

/** What was done and proved; null as long as nothing is. */
export const openReport = (
  { organisation }: Keyed,
  { id, reportEncrypted }: Pick<TailoredVersion, "id" | "reportEncrypted">,
): VersionReport | null =>
  reportEncrypted
    ? (JSON.parse(openText(dataKeyOf(organisation), reportEncrypted, reportPlace(id))) as VersionReport)
    : null;
