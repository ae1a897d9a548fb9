import { getFormatter, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Row, Rows } from "@/components/ui/rows";
import { ShareBar } from "@/components/ui/share-bar";
import { Status } from "@/components/ui/status";
import type { searchDue } from "@/lib/job-search/queries/due";
import type { searchStanding } from "@/lib/job-search/queries/standing";
import { openStages } from "@/lib/job-search/rules/stages";
import { civilDay } from "@/lib/platform/i18n/civil-day";

export type SearchAtHome = Awaited<ReturnType<(typeof searchStanding)["run"]>> & {
  due: Awaited<ReturnType<(typeof searchDue)["run"]>>;
};

/** The search at a glance: what is open by stage, and what has a day. Before anything is in it: what it is for, and the first thing to do. */
export async function SearchGlance(props: { organisation: string; personId: string; search: SearchAtHome }) {
  const { organisation, personId, search } = props;
  const t = await getTranslations("programmes.home.search");
  const stages = await getTranslations("job-search.stages");
  const format = await getFormatter();
  const here = `/${organisation}/job-search/${personId}`;
  const open = openStages.map((stage) => ({ stage, count: search.open[stage] ?? 0 }));
  const total = open.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(...open.map(({ count }) => count));
  const day = (on: string) => civilDay(format, on, { weekday: "short", day: "numeric", month: "short" });
  const { offers, actions, followUps } = search.due;
  const dated = [
    ...offers.map(({ id, companyName, nextActionOn }) => ({
      ...{ key: id, href: `/${organisation}/job-search/opportunity/${id}`, name: companyName },
      icon: "clock" as const,
      said: nextActionOn ? t("answerBy", { date: day(nextActionOn) }) : t("offer"),
      pressing: true,
    })),
    ...actions.slice(0, 3).map(({ id, companyName, nextAction, nextActionOn }) => ({
      ...{ key: id, href: `/${organisation}/job-search/opportunity/${id}`, name: companyName },
      icon: "calendar" as const,
      said: t("action", { action: nextAction || "none", date: day(nextActionOn!) }),
      pressing: false,
    })),
    ...followUps.slice(0, 3).map(({ id, name, place, on }) => ({
      ...{ key: id, href: `/${organisation}/job-search/${place}`, name },
      icon: "user-round" as const,
      said: t("followUp", { date: day(on) }),
      pressing: false,
    })),
  ];
  return (
    <Card>
      <div className="flex items-baseline gap-3 px-5 pt-4 phone:px-4">
        <h2 className="font-title text-[1.25rem] leading-[1.625rem]">{t("title")}</h2>
        {total > 0 ? (
          <Link href={here} className="ms-auto text-sm tap-links">
            {t("all", { count: total })}
          </Link>
        ) : null}
      </div>
      {total === 0 && dated.length === 0 ? (
        <p className="px-5 pt-2 pb-4 text-muted-foreground phone:px-4">
          {t.rich("none", { to: (words) => <Link href={`${here}/new/opportunity`}>{words}</Link> })}
        </p>
      ) : (
        <>
          <ul className="grid gap-1.5 px-5 pt-3 pb-4 phone:px-4">
            {open.map(({ stage, count }) => (
              <li key={stage} className="grid grid-cols-[6.5rem_minmax(0,1fr)_2rem] items-center gap-3">
                <span>{stages(stage)}</span>
                <ShareBar value={count} most={most} />
                <b className="text-end tabular-nums">{count}</b>
              </li>
            ))}
          </ul>
          {dated.length > 0 ? (
            <Rows className="border-t border-border">
              {dated.map(({ key, href, name, icon, said, pressing }) => (
                <Row key={key} className="grid gap-y-0.5">
                  <Link
                    data-row-link
                    href={href}
                    className="min-w-0 font-semibold break-words text-foreground no-underline hover:underline"
                  >
                    <bdi>{name}</bdi>
                  </Link>
                  <Status icon={icon} {...(pressing ? { tone: "warn" as const } : {})}>
                    {said}
                  </Status>
                </Row>
              ))}
            </Rows>
          ) : null}
        </>
      )}
    </Card>
  );
}
