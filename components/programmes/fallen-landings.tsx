import { getFormatter, getTranslations } from "next-intl/server";
import { FileChip } from "@/components/files/file-list";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Row, Rows } from "@/components/ui/rows";
import type { FileCard } from "@/lib/files/schemas";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import type { fallenLandings } from "@/lib/programmes/queries/fallen-landings";

type Fallen = Awaited<ReturnType<(typeof fallenLandings)["run"]>>[number];

/** Landings that fell through: what they were, since when they no longer count, and why. Their documents stay with them. */
export async function FallenLandings({
  organisation,
  landings,
}: {
  organisation: string;
  landings: ReadonlyArray<Fallen & { documents: readonly FileCard[] }>;
}) {
  const t = await getTranslations("programmes.landing.fallen");
  const format = await getFormatter();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <Rows>
        {landings.map((landing) => (
          <Row key={landing.id}>
            <h3 className="font-semibold">
              {t("what", { title: landing.title || "none", employer: landing.employer || "none" })}
            </h3>
            <p className="text-sm text-muted-foreground">
              {t("when", {
                accepted: civilDay(format, landing.acceptedOn),
                fell: format.dateTime(landing.fellThroughAt, { day: "numeric", month: "short", year: "numeric" }),
              })}
            </p>
            {landing.reason ? <p className="mt-1 break-words whitespace-pre-line">{landing.reason}</p> : null}
            {landing.documents.length > 0 ? (
              <p className="mt-2 flex flex-wrap gap-2">
                {landing.documents.map((file) => (
                  <FileChip
                    key={file.id}
                    name={file.name}
                    size={file.size}
                    href={`/api/files/${organisation}/${file.id}`}
                  />
                ))}
              </p>
            ) : null}
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
