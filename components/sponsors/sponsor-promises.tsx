import { getFormatter, getTranslations } from "next-intl/server";
import { Card, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import { Row, Rows } from "@/components/ui/rows";
import type { SponsorPromise } from "@/lib/programmes/sponsor-promises";

/** How well the firm kept what it promised to a sponsor's people. */
export async function SponsorPromises({ promises }: { promises: readonly SponsorPromise[] }) {
  const t = await getTranslations("sponsors.promises");
  const metrics = await getTranslations("sla.metric");
  const format = await getFormatter();
  return (
    <Card className="break-inside-avoid">
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      {promises.length === 0 ? (
        <p className="px-5 py-4 text-muted-foreground">{t("none")}</p>
      ) : (
        <Rows>
          {promises.map(({ metric, kept }) => (
            <Row key={metric} className="flex items-baseline justify-between gap-4">
              <span>{metrics(metric)}</span>
              {kept ? (
                <span className="text-end tabular-nums">
                  <b className="font-semibold">
                    {format.number(kept.share, { style: "percent", maximumFractionDigits: 1 })}
                  </b>{" "}
                  <span className="text-sm text-muted-foreground">{t("of", kept)}</span>
                </span>
              ) : (
                <span className="text-sm text-muted-foreground">{t("untold")}</span>
              )}
            </Row>
          ))}
        </Rows>
      )}
      <CardFooter>{t("method")}</CardFooter>
    </Card>
  );
}
