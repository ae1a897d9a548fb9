import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { SectionHead } from "@/components/frame/section-head";
import { type HomeProps } from "@/components/homes/home";
import { stateLook } from "@/components/programmes/state-look";
import { Card } from "@/components/ui/card";
import { Icon, type IconName } from "@/components/ui/icon";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { programmeStates, type ProgrammeState } from "@/lib/programmes/lifecycle";

/** Something that wants an administrator's eye, with the list that shows it. */
export interface Need {
  key: "late" | "quiet" | "ending" | "invited" | "mail";
  count: number;
  /** Below the organisation, with its filter. */
  path: string;
}

const needIcons: Record<Need["key"], IconName> = {
  late: "calendar-x",
  quiet: "phone-missed",
  ending: "hourglass",
  invited: "mail",
  mail: "circle-alert",
};

const places: ReadonlyArray<{ key: string; path: string; icon: IconName }> = [
  { key: "adminPeople", path: "people", icon: "users" },
  { key: "adminPackages", path: "packages", icon: "layers" },
  { key: "adminMail", path: "mailbox", icon: "mail" },
  { key: "adminAudit", path: "audit", icon: "scroll-text" },
];

/** An administrator's home: what wants attention, the programmes in figures, and the places of the work. */
export async function AdministratorHome({
  organisation,
  person,
  counts,
  needs,
  firstSteps,
}: HomeProps & { counts: Partial<Record<ProgrammeState, number>>; needs: readonly Need[] }) {
  const t = await getTranslations("programmes.home");
  const of = (...which: ProgrammeState[]) => which.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return (
    <>
      <PageHead
        title={t("adminTitle", { organisation: person.organisation })}
        lede={t.rich("adminLede", {
          running: of("intake", "active", "paused"),
          landed: of("landed", "completed"),
          b: (words) => <b>{words}</b>,
        })}
      />
      {firstSteps}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-8 beside:grid-cols-2">
        <section>
          <SectionHead title={t("adminNeeds")} count={needs.length} />
          <Card>
            {needs.length === 0 ? (
              <p className="px-5 py-4 text-muted-foreground phone:px-4">{t("adminNeedsNone")}</p>
            ) : (
              <Rows>
                {needs.map(({ key, count, path }) => (
                  <Row key={key} className="flex items-center gap-3.5">
                    <Icon name={needIcons[key]} className="text-warning" />
                    <Link
                      data-row-link
                      href={`/${organisation}${path}`}
                      className="min-w-0 flex-1 font-semibold text-foreground no-underline hover:underline"
                    >
                      {t(`needs.${key}`, { count })}
                    </Link>
                    <Icon name="arrow-right" size="small" className="text-muted-foreground" />
                  </Row>
                ))}
              </Rows>
            )}
          </Card>
        </section>
        <section className="beside:row-span-2">
          <SectionHead
            title={t("adminProgrammes")}
            more={<Link href={`/${organisation}/programmes`}>{t("adminAll")}</Link>}
          />
          <ProgrammesByState organisation={organisation} counts={counts} />
        </section>
        <section>
          <SectionHead title={t("adminPlaces")} />
          <Card>
            <Rows>
              {places.map(({ key, path, icon }) => (
                <Row key={key} className="flex items-center gap-3.5">
                  <Icon name={icon} className="text-primary" />
                  <span className="min-w-0 flex-1">
                    <Link
                      data-row-link
                      href={`/${organisation}/${path}`}
                      className="block font-semibold text-foreground no-underline hover:underline"
                    >
                      {t(key)}
                    </Link>
                    <span className="text-sm text-muted-foreground">{t(`${key}Text`)}</span>
                  </span>
                  <Icon name="arrow-right" size="small" className="text-muted-foreground" />
                </Row>
              ))}
            </Rows>
          </Card>
        </section>
      </div>
    </>
  );
}

/** One line a state, with a bar from zero; each opens its programmes. */
async function ProgrammesByState(props: { organisation: string; counts: Partial<Record<ProgrammeState, number>> }) {
  const { organisation, counts } = props;
  const states = await getTranslations("programmes.states");
  const most = Math.max(1, ...Object.values(counts));
  return (
    <Card>
      <Rows>
        {programmeStates.map((state) => {
          const count = counts[state] ?? 0;
          return (
            <Row
              key={state}
              className="grid grid-cols-[minmax(0,8.5rem)_minmax(0,1fr)_2.5rem] items-center gap-3 text-end"
            >
              <Link
                data-row-link
                href={`/${organisation}/programmes?f.state=${state}`}
                className="text-start text-foreground no-underline"
              >
                <Status {...stateLook[state]}>{states(state)}</Status>
              </Link>
              <span aria-hidden className="block h-2.5 bg-muted">
                <span className="block h-full bg-chart-1" style={{ width: `${(count / most) * 100}%` }} />
              </span>
              <b className="tabular-nums">{count}</b>
            </Row>
          );
        })}
      </Rows>
    </Card>
  );
}
