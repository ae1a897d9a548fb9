import { getFormatter, getTranslations } from "next-intl/server";
import { BarList } from "@/components/charts/bar-list";
import { KeyFigures, type KeyFigure } from "@/components/charts/key-figures";
import { Card, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import { Row, Rows } from "@/components/ui/rows";
import type { SponsorFigures, Standing, Told } from "@/lib/programmes/sponsor-figures";

export interface OpenStage {
  name: string;
  standing: Standing;
  phase: string | null;
}

/** The four figures that a sponsor asks for first. What is over too few people is said to be so, never guessed. */
export async function SponsorKeyFigures({ figures }: { figures: SponsorFigures }) {
  const t = await getTranslations("sponsors.figures");
  const format = await getFormatter();
  const told = (people: Told, of: string): Pick<KeyFigure, "value" | "of"> =>
    people === null ? { value: t("untold"), of: t("untoldOf") } : { value: format.number(people), of };
  const inStanding = (key: Standing) => figures.standings.find((one) => one.key === key)?.people ?? null;
  const days = figures.daysToLanding;
  const content = figures.satisfaction;
  return (
    <KeyFigures
      figures={[
        { label: t("people"), ...told(figures.total, t("peopleOf")) },
        { label: t("landed"), ...told(inStanding("landed"), t("landedOf")) },
        days
          ? {
              ...{ label: t("days"), value: format.number(Math.round(days.value)), unit: t("daysUnit") },
              of: t("daysOf", { people: days.people }),
            }
          : { label: t("days"), ...told(null, "") },
        content
          ? {
              label: t("satisfaction"),
              value: format.number(content.value, { maximumFractionDigits: 1 }),
              unit: t("satisfactionUnit"),
              of: t("satisfactionOf", { people: content.people }),
            }
          : { label: t("satisfaction"), ...told(null, "") },
      ]}
    />
  );
}

/** Where all stand, the phases of those on their way, and those who let themselves be named. */
export async function SponsorStages({ figures, open }: { figures: SponsorFigures; open: readonly OpenStage[] }) {
  const t = await getTranslations("sponsors.figures");
  const format = await getFormatter();
  const phases = figures.phases.flatMap(({ name, people }) =>
    people === null ? [] : [{ label: name, value: people }],
  );
  const untold = figures.phases.filter(({ people }) => people === null).map(({ name }) => name);
  return (
    <>
      <Card>
        <CardHeader>
          <CardTitle>{t("standings")}</CardTitle>
        </CardHeader>
        <Rows>
          {figures.standings.map(({ key, people }) => (
            <Row key={key} className="flex items-baseline justify-between gap-4">
              <span>{t(`standing.${key}`)}</span>
              <span className={people === null ? "text-sm text-muted-foreground" : "font-semibold tabular-nums"}>
                {people === null ? t("untold") : format.number(people)}
              </span>
            </Row>
          ))}
        </Rows>
        <CardFooter>{t("privacy")}</CardFooter>
      </Card>
      {phases.length > 0 ? (
        <BarList
          title={t("phases")}
          axis={t("phase")}
          measure={t("count")}
          rows={phases}
          method={untold.length > 0 ? t("phasesUntold", { phases: untold.join(", ") }) : t("phasesAll")}
        />
      ) : (
        <Card pad>
          <p className="text-muted-foreground">{t("phasesNone")}</p>
        </Card>
      )}
      <Card>
        <CardHeader>
          <CardTitle>{t("named")}</CardTitle>
        </CardHeader>
        {open.length > 0 ? (
          <Rows>
            {open.map(({ name, standing, phase }) => (
              <Row key={name} className="flex items-baseline justify-between gap-4">
                <bdi className="font-semibold">{name}</bdi>
                <span className="text-end text-sm text-muted-foreground">
                  {phase ? t("inPhase", { standing: t(`standing.${standing}`), phase }) : t(`standing.${standing}`)}
                </span>
              </Row>
            ))}
          </Rows>
        ) : (
          <p className="px-5 py-4 text-muted-foreground">{t("namedNone")}</p>
        )}
        <CardFooter>{t("namedLede")}</CardFooter>
      </Card>
    </>
  );
}
