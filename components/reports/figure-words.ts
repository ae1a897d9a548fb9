import "server-only";
import { getFormatter, getTranslations } from "next-intl/server";
import { inMonths } from "@/lib/reports/curve";
import type { Unit } from "@/lib/reports/definitions/definition";
import type { Against } from "@/lib/platform/period";
import type { Figure } from "@/lib/reports/queries/figure";

/** Fewer than this many, and a figure is said to rest on few. */
export const fewBelow = 5;

/** A change smaller than what is shown is none. */
const shownSteps: Record<Unit, number> = {
  share: 0.01,
  months: 0.1,
  days: 0.1,
  programmes: 0.1,
  score: 0.1,
  points: 1,
  interviews: 0.1,
};

/** How figures are said: value, unit, denominator, and the change against the period before. */
export async function figureWords() {
  const t = await getTranslations("reports");
  const format = await getFormatter();
  /** A value as it is shown, in its unit: days as months where the figure is one of months. */
  const shown = (unit: Unit, value: number) => (unit === "months" ? inMonths(value) : value);
  const number = (unit: Unit, value: number) =>
    unit === "share"
      ? format.number(value, { style: "percent", maximumFractionDigits: 0 })
      : format.number(value, { maximumFractionDigits: unit === "points" ? 0 : 1, signDisplay: "auto" });
  return {
    t,
    number,
    name: (key: string) => t(`definitions.${key}.name`),
    /** “87 %”, “4.1”, or a dash where there is nothing to say it of. */
    value: ({ unit, now }: Figure) => (now.value === null ? "–" : number(unit, shown(unit, now.value))),
    unit: ({ unit, now }: Figure) =>
      now.value === null || !t.has(`units.${unit}`)
        ? null
        : t(`units.${unit}`, { count: Math.round(shown(unit, now.value) * 10) / 10 }),
    /** Of how many, in words. */
    of: ({ key, now }: Figure) =>
      now.counted === 0
        ? t(`definitions.${key}.none`)
        : t(`definitions.${key}.of`, { counted: now.counted, met: now.met ?? 0, rest: now.counted - (now.met ?? 0) }),
    /** Against the other period: which way, and by how much; null where that is not known. */
    change(
      { unit, now, before }: Figure,
      against: Against,
    ): { icon: "arrow-up" | "arrow-down" | "minus"; words: string } | null {
      if (now.value === null || before === null) return null;
      if (before.value === null) return { icon: "minus", words: t("change.nothingBefore", { against }) };
      const difference = shown(unit, now.value) - shown(unit, before.value);
      if (Math.abs(difference) < shownSteps[unit] / 2) return { icon: "minus", words: t("change.same", { against }) };
      const amount = unit === "share" ? Math.abs(difference) * 100 : Math.abs(difference);
      const digits = { maximumFractionDigits: unit === "share" || unit === "points" ? 0 : 1 };
      const direction = difference > 0 ? "up" : "down";
      return {
        icon: difference > 0 ? "arrow-up" : "arrow-down",
        words: t(`change.${unit}.${direction}`, {
          ...{ amount: format.number(amount, digits), count: Math.round(amount), against },
        }),
      };
    },
  };
}
