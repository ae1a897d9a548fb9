import { getTranslations } from "next-intl/server";
import type { Crumb } from "@/components/ui/breadcrumb";

/** Where a record of a search lies: below the search, by the part that lists it. */
export async function searchCrumbs(
  organisation: string,
  search: { mine: boolean; name: string },
  personId: string,
  label: string,
  part?: "contacts" | "companies",
): Promise<Crumb[]> {
  const t = await getTranslations("job-search");
  const here = `/${organisation}/job-search/${personId}`;
  return [
    { label: search.mine ? t("title") : t("titleOf", { name: search.name }), href: here },
    ...(part ? [{ label: t(`tabs.${part}`), href: `${here}/${part}` }] : []),
    { label },
  ];
}
