import { getFormatter, getTranslations } from "next-intl/server";
import type { Overview } from "@/components/competencies/shown";
import { Card } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import { Row, Rows } from "@/components/ui/rows";
import { oldAfterDays } from "@/lib/competencies/rules/gaps";

/** What the target role asks for and is not there yet, the heaviest first, each with what it rests on. */
export async function GapList({ overview, now }: { overview: Overview; now: Date }) {
  const t = await getTranslations("competencies.overview");
  const sources = await getTranslations("competencies.sources");
  const format = await getFormatter();
  const names = new Map(overview.competencies.map(({ key, name }) => [key, name]));
  const say = (level: number) => format.number(level, { maximumFractionDigits: 1 });
  const isOld = (at: Date) => now.getTime() - at.getTime() > oldAfterDays * 86_400_000;
  const missing = overview.gaps.filter(({ weight, level }) => weight > 0 || level === null);
  if (missing.length === 0) return <Card pad>{t("gapsNone")}</Card>;
  return (
    <Card>
      <Rows>
        {missing.map((gap) => (
          <Row
            key={gap.key}
            className="grid grid-cols-[minmax(0,1fr)_190px] items-center gap-x-6 gap-y-1 phone:grid-cols-1"
          >
            <span>
              <b className="font-semibold">{names.get(gap.key)}</b>
              <span className="text-muted-foreground">
                {" "}
                · {t("importance", { importance: String(gap.importance) })}
              </span>
              <span className="block text-sm text-muted-foreground">
                {gap.views
                  .map(({ source, level, count, at }) =>
                    [
                      t("basis", {
                        source: sources(source, { mine: String(overview.side === "self") }),
                        level: say(level),
                        count,
                        date: format.dateTime(at, { month: "short", year: "numeric" }),
                      }),
                      ...(isOld(at) ? [t("old")] : []),
                    ].join(", "),
                  )
                  .join(" · ")}
              </span>
            </span>
            <span className="grid gap-1.5">
              <span className="text-sm font-medium tabular-nums">
                {gap.level === null
                  ? t("notRated", { required: gap.required })
                  : t("needs", { level: say(gap.level), required: gap.required })}
              </span>
              <Meter
                label={names.get(gap.key) ?? gap.key}
                value={(gap.level ?? 0) / 5}
                tick={gap.required / 5}
                tone="act"
                valueText={
                  gap.level === null ? undefined : t("needs", { level: say(gap.level), required: gap.required })
                }
                className="h-2"
              />
            </span>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
