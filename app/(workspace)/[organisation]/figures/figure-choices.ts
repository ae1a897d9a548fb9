import "server-only";
import { getFormatter, getTranslations } from "next-intl/server";
import type { FigureFilter } from "@/components/reports/figure-filters";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { comparisons, periodKeys, type Period } from "@/lib/platform/period";
import type { FigureScope } from "@/lib/reports/schemas";

type Named = readonly { id: string; name: string }[];

export interface Choices {
  consultants: Named;
  packages: Named;
  sponsors: readonly string[];
  industries: readonly string[];
}

/** The chips above the figures: period, what it is compared with, and whose programmes count; what there is one of is no choice. */
export async function figureFilters(period: Period, scope: FigureScope, choices: Choices): Promise<FigureFilter[]> {
  const t = await getTranslations("reports");
  const format = await getFormatter();
  const date = (day: string) => civilDay(format, day);
  const days = ({ from, to }: { from: string; to: string }) => ({
    ...{ value: `${from}..${to}`, label: t("periods.days", { from: date(from), to: date(to) }) },
  });
  const filter = (
    key: "consultant" | "sponsor" | "industry" | "package",
    value: string | undefined,
    options: FigureFilter["options"],
  ): FigureFilter[] =>
    options.length > 1 || value
      ? [
          {
            ...{ key, label: t(`filters.${key}`), value: value ?? "" },
            options: [{ value: "", label: t("filters.all") }, ...options],
          },
        ]
      : [];
  const named = (all: Named) => all.map(({ id, name }) => ({ value: id, label: name }));
  const texts = (all: readonly string[]) => all.map((name) => ({ value: name, label: name }));
  return [
    {
      ...{ key: "period", label: t("filters.period"), value: period.key, days: period },
      options: [
        ...periodKeys.map((key) => ({ value: key as string, label: t(`periods.${key}`) })),
        ...(periodKeys.some((key) => key === period.key) ? [] : [days(period)]),
      ],
    },
    {
      ...{ key: "compare", label: t("filters.compare"), days: period.before },
      value: period.against === "days" ? days(period.before).value : period.against,
      options: [
        ...comparisons.map((key) => ({ value: key as string, label: t(`compare.${key}`) })),
        ...(period.against === "days" ? [days(period.before)] : []),
      ],
    },
    ...filter("consultant", scope.consultantId, named(choices.consultants)),
    ...filter("sponsor", scope.sponsor, texts(choices.sponsors)),
    ...filter("industry", scope.industry, texts(choices.industries)),
    ...filter("package", scope.packageId, named(choices.packages)),
  ];
}
