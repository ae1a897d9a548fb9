import { getFormatter, getTranslations } from "next-intl/server";
import { WeekSummary } from "@/components/business-time/week-summary";
import { PageHead } from "@/components/frame/page-head";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Link } from "@/components/ui/link";
import { Row, Rows } from "@/components/ui/rows";
import { placeName } from "@/lib/business-time/holidays";
import { allCalendars } from "@/lib/business-time/queries";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { formatsLocale } from "@/lib/platform/i18n/formats-locale";

export async function generateMetadata() {
  return { title: (await getTranslations("business-time.calendars"))("title") };
}

/** The calendars by which the organisation counts time. */
export default async function CalendarsPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("business-time.calendars");
  const format = await getFormatter();
  const { calendars, actor } = await readPage(organisation, async ({ ask, actor: reader }) => ({
    calendars: await ask(allCalendars, {}),
    actor: reader,
  }));
  const here = `/${organisation}/settings/calendars`;
  const locale = formatsLocale(actor.locale);
  const places = await Promise.all(calendars.map((calendar) => placeName(calendar, locale)));
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        crumbs={[{ label: t("settings"), href: `/${organisation}/settings` }, { label: t("title") }]}
        actions={
          may(actor, "calendars:write") ? (
            <LinkButton variant="primary" href={`${here}/new`} icon="plus">
              {t("add")}
            </LinkButton>
          ) : undefined
        }
      />
      <Card className="max-w-4xl">
        <Rows>
          {calendars.map(({ id, name, isDefault, timeZone, week, next }, at) => (
            <Row
              key={id}
              className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)] gap-x-6 gap-y-2 phone:grid-cols-1"
            >
              <div>
                <Link
                  data-row-link
                  href={`${here}/${id}`}
                  translate="no"
                  className="font-semibold break-words text-foreground no-underline hover:underline"
                >
                  {name}
                </Link>
                {isDefault ? (
                  <div className="mt-1">
                    <Badge tone="act" icon="check">
                      {t("main")}
                    </Badge>
                  </div>
                ) : null}
              </div>
              <WeekSummary week={week} />
              <div className="text-sm text-muted-foreground">
                <p>{timeZone.replaceAll("_", " ")}</p>
                <p>{places[at] ? t("place", { place: places[at] }) : t("noHolidays")}</p>
                {next.map((day) => (
                  <p key={day.id}>
                    {civilDay(format, day.fromOn)} <span translate="no">{day.name}</span>
                  </p>
                ))}
              </div>
            </Row>
          ))}
        </Rows>
      </Card>
    </>
  );
}
