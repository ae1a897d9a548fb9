import { getFormatter, getTranslations } from "next-intl/server";
import type { Overview } from "@/components/competencies/shown";
import { Card } from "@/components/ui/card";
import { Row, Rows } from "@/components/ui/rows";

/** The five competencies that are seen highest, with how far those agree who were asked. */
export async function Strengths({ overview }: { overview: Overview }) {
  const t = await getTranslations("competencies.overview");
  const format = await getFormatter();
  const best = overview.competencies
    .flatMap((one) => (one.level === null ? [] : [{ ...one, level: one.level }]))
    .sort((left, right) => right.level - left.level || right.views.length - left.views.length)
    .slice(0, 5);
  return (
    <Card>
      <Rows>
        {best.map(({ key, name, level, levels, alike }) => (
          <Row key={key} className="flex items-baseline gap-4">
            <span className="min-w-0 flex-1">
              <b className="font-semibold">{name}</b>
              <span className="block text-sm text-muted-foreground">{levels[Math.round(level) - 1]}</span>
              {alike ? (
                <span className="block text-sm text-muted-foreground">{t("spread", { word: alike })}</span>
              ) : null}
            </span>
            <span className="text-sm font-medium whitespace-nowrap tabular-nums">
              {t("strengthLine", { level: format.number(level, { maximumFractionDigits: 1 }) })}
            </span>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
