import { getTranslations } from "next-intl/server";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { Row, Rows } from "@/components/ui/rows";
import { isMetricKey } from "@/lib/sla/metric-keys";
import { durationIn } from "./duration";

interface Version {
  number: number;
  from: Date | null;
  open: string;
  by: string | null;
  promises: readonly { metric: string; minutes: number; time: "business" | "calendar" }[];
}

/** What a policy promised from when on, the newest first. */
export async function PolicyVersions({ versions, timeZone }: { versions: readonly Version[]; timeZone: string }) {
  const t = await getTranslations("sla.policies");
  const names = await getTranslations("sla.metric");
  const c = await getTranslations("sla.clock");
  return (
    <Card className="mt-6 max-w-4xl">
      <CardHeader>
        <CardTitle>{t("history")}</CardTitle>
      </CardHeader>
      <Rows>
        {versions.map(({ number, from, open, by, promises }) => (
          <Row key={number}>
            <p className="flex flex-wrap items-baseline gap-x-3">
              <b className="font-semibold">{t("versionNumber", { number })}</b>
              <span className="text-sm text-muted-foreground">
                {from ? <Moment value={from} show="time" timeZone={timeZone} /> : t("ever")}
                {by ? (
                  <>
                    {", "}
                    <span translate="no">{by}</span>
                  </>
                ) : null}
                {number > 1 ? ` · ${t(open === "apply" ? "wasApplied" : "wasKept")}` : ""}
              </span>
            </p>
            <p className="text-sm text-muted-foreground">
              {promises
                .map(
                  ({ metric, minutes, time }) =>
                    `${isMetricKey(metric) ? names(metric) : metric}: ${c(time === "business" ? "work" : "wall", { text: durationIn(c, minutes * 60) })}`,
                )
                .join(" · ")}
            </p>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
