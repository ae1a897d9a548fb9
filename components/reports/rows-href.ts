import type { DayRange } from "@/lib/platform/period";
import type { FigureScope } from "@/lib/reports/schemas";

/** Where the rows behind a figure stand: counted by its own condition, in its period and scope, with the columns that show why. */
export function rowsHref(
  organisation: string,
  { key, columns }: { key: string; columns: readonly string[] },
  range: DayRange,
  { consultantId, sponsor, industry, packageId }: FigureScope,
): string {
  const search = new URLSearchParams({
    "f.behind": `${key}:${range.from}..${range.to}`,
    ...(consultantId ? { "f.consultant": consultantId } : {}),
    ...(sponsor ? { "f.sponsor": sponsor } : {}),
    ...(industry ? { "f.industry": industry } : {}),
    ...(packageId ? { "f.package": packageId } : {}),
    columns: columns.join(","),
  });
  return `/${organisation}/figures/${key}?${search.toString().replaceAll("%2C", ",").replaceAll("%3A", ":")}`;
}
