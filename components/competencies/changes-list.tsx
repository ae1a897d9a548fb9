import { getFormatter, getTranslations } from "next-intl/server";
import type { Overview } from "@/components/competencies/shown";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Row, Rows } from "@/components/ui/rows";

/** What moved since the first time, the largest move first. */
export async function ChangesList({ overview }: { overview: Overview }) {
  const t = await getTranslations("competencies.overview");
  const format = await getFormatter();
  const names = new Map(overview.competencies.map(({ key, name }) => [key, name]));
  const say = (level: number) => format.number(level, { maximumFractionDigits: 1 });
  return (
    <Card>
      <Rows>
        {overview.changes
          .filter(({ before, after }) => before !== after)
          .slice(0, 6)
          .map(({ key, before, after }) => (
            <Row key={key} className="flex items-center gap-3">
              <Icon name={after > before ? "trending-up" : "trending-down"} className="text-muted-foreground" />
              <span className="min-w-0 flex-1 font-medium">{names.get(key)}</span>
              <span className="text-sm tabular-nums">
                {t("changeLine", { before: say(before), after: say(after) })}
              </span>
            </Row>
          ))}
      </Rows>
    </Card>
  );
}
