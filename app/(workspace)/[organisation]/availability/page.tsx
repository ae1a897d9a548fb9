import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { WeekSummary } from "@/components/business-time/week-summary";
import { PageHead } from "@/components/frame/page-head";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Row, Rows } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may, scopesOf } from "@/lib/platform/actor";
import { availabilityOf } from "@/lib/scheduling/availability-query";
import { calendarHosts } from "@/lib/scheduling/calendar-query";

export async function generateMetadata() {
  return { title: (await getTranslations("availability"))("title") };
}

/** When whoever holds sessions can be booked; who sees to their own alone is led there. */
export default async function AvailabilityPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("availability");
  const found = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "availability:read")) notFound();
    if (!scopesOf(actor, "availability:read").has("all")) return { self: actor.personId };
    const hosts = await ask(calendarHosts, {});
    const shown = [];
    for (const host of hosts.slice(0, 100))
      shown.push({ ...host, ...(await ask(availabilityOf, { personId: host.id })) });
    return { shown };
  });
  const here = `/${organisation}/availability`;
  if (!found.shown) redirect(`${here}/${found.self}`);
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t("ledeAll")}
        crumbs={[{ label: t("calendar"), href: `/${organisation}/sessions` }, { label: t("title") }]}
      />
      <Card className="max-w-4xl">
        {found.shown.length === 0 ? (
          <Empty icon="calendar-clock" title={t("none.title")}>
            {t("none.text")}
          </Empty>
        ) : (
          <Rows>
            {found.shown.map(({ id, name, week, timeZone, chosen, days }) => (
              <Row
                key={id}
                className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)] gap-x-6 gap-y-2 phone:grid-cols-1"
              >
                <div>
                  <Link
                    data-row-link
                    translate="no"
                    href={`${here}/${id}`}
                    className="font-semibold break-words text-foreground no-underline hover:underline"
                  >
                    {name}
                  </Link>
                  <p className="text-sm text-muted-foreground">{t(chosen ? "own" : "shared")}</p>
                </div>
                <WeekSummary week={week} />
                <div className="text-sm text-muted-foreground">
                  <p>{timeZone.replaceAll("_", " ")}</p>
                  {days.length > 0 ? <p>{t("daysAhead", { count: days.length })}</p> : null}
                </div>
              </Row>
            ))}
          </Rows>
        )}
      </Card>
    </>
  );
}
