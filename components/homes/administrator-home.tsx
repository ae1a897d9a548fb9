import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHead } from "@/components/frame/page-head";
import { SectionHead } from "@/components/frame/section-head";
import type { HomeProps } from "@/components/homes/home";
import { stateLook } from "@/components/programmes/state-look";
import { Card } from "@/components/ui/card";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Row, Rows } from "@/components/ui/rows";
import { ShareBar } from "@/components/ui/share-bar";
import { Status } from "@/components/ui/status";
import { programmeStates, type ProgrammeState } from "@/lib/programmes/lifecycle";

/** Something that wants an administrator's eye, with the list that shows it. */
export interface Need {
  key:
    | "promisesLate"
    | "promisesAtRisk"
    | "late"
    | "quiet"
    | "invited"
    | "invitationOver"
    | "mail"
    | "imports"
    | "importsFailed"
    | "exports"
    | "batches";
  count: number;
  /** Below the organisation, with its filter. */
  path: string;
}

/** Something that comes to its end by itself, with where it is made longer. */
export type RunsOut = { path: string } & (
  | { key: "contractsEnding" | "contractsFull" | "programmesEnding"; count: number }
  | { key: "trial"; on: Date }
  | { key: "seats"; taken: number; of: number }
);

export interface LastImport {
  path: string;
  file: string;
  state: string;
  rows: number;
  at: Date;
}

const needIcons: Record<Need["key"], IconName> = {
  promisesLate: "timer",
  promisesAtRisk: "hourglass",
  late: "calendar-x",
  quiet: "phone-missed",
  invited: "mail",
  invitationOver: "hourglass",
  mail: "circle-alert",
  imports: "upload",
  importsFailed: "circle-alert",
  exports: "circle-alert",
  batches: "circle-alert",
};

const runsOutIcons: Record<RunsOut["key"], IconName> = {
  contractsEnding: "file-text",
  contractsFull: "users",
  programmesEnding: "hourglass",
  trial: "calendar-clock",
  seats: "users",
};

const places: ReadonlyArray<{ key: string; path: string; icon: IconName }> = [
  { key: "adminPeople", path: "people", icon: "users" },
  { key: "adminPackages", path: "packages", icon: "layers" },
  { key: "adminMail", path: "mailbox", icon: "mail" },
  { key: "adminAudit", path: "audit", icon: "scroll-text" },
];

export interface AdministratorHomeProps extends HomeProps {
  counts: Partial<Record<ProgrammeState, number>> & { haveLanded: number };
  needs: readonly Need[];
  runsOut: readonly RunsOut[];
  lastImport: LastImport | null;
  /** How many people can sign in; null where it is not told. */
  signIns: number | null;
}

/** An administrator's home: what wants attention, the programmes in figures, and the places of the work. */
export async function AdministratorHome({
  organisation,
  person,
  counts,
  needs,
  runsOut,
  lastImport,
  signIns,
  firstSteps,
}: AdministratorHomeProps) {
  const t = await getTranslations("programmes.home");
  const imports = await getTranslations("imports");
  const format = await getFormatter();
  const said = (one: RunsOut) => {
    switch (one.key) {
      case "trial":
        return t("runsOut.trial", {
          day: format.dateTime(one.on, { dateStyle: "long", timeZone: person.timeZone }),
        });
      case "seats":
        return t("runsOut.seats", { taken: one.taken, of: one.of });
      default:
        return t(`runsOut.${one.key}`, { count: one.count });
    }
  };
  const of = (...which: ProgrammeState[]) => which.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return (
    <>
      <PageHead
        title={t("adminTitle", { organisation: person.organisation })}
        lede={t.rich("adminLede", {
          running: of("intake", "active", "paused"),
          landed: counts.haveLanded,
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
                  <Way key={key} href={`/${organisation}${path}`} icon={needIcons[key]} warns>
                    {t(`needs.${key}`, { count })}
                  </Way>
                ))}
              </Rows>
            )}
          </Card>
        </section>
        <section className="beside:row-span-3">
          <SectionHead
            title={t("adminProgrammes")}
            more={<Link href={`/${organisation}/programmes`}>{t("adminAll")}</Link>}
          />
          {of(...programmeStates) > 0 ? (
            <ProgrammesByState organisation={organisation} counts={counts} />
          ) : (
            <Card>
              <p className="px-5 py-4 text-muted-foreground phone:px-4">{t("adminProgrammesNone")}</p>
            </Card>
          )}
        </section>
        {runsOut.length > 0 ? (
          <section>
            <SectionHead title={t("adminRunsOut")} />
            <Card>
              <Rows>
                {runsOut.map((one) => (
                  <Way key={one.key} href={`/${organisation}${one.path}`} icon={runsOutIcons[one.key]}>
                    {said(one)}
                  </Way>
                ))}
              </Rows>
            </Card>
          </section>
        ) : null}
        <section>
          <SectionHead title={t("adminPlaces")} />
          <Card>
            <Rows>
              {places.map(({ key, path, icon }) => (
                <Way
                  key={key}
                  href={`/${organisation}/${path}`}
                  icon={icon}
                  more={t(`${key}Text`, { count: signIns ?? 0 })}
                >
                  {t(key)}
                </Way>
              ))}
              <Way
                href={`/${organisation}${lastImport?.path ?? "/imports"}`}
                icon="upload"
                more={
                  lastImport
                    ? t.rich("adminImportLast", {
                        ...{ file: lastImport.file, rows: lastImport.rows },
                        state: imports(`list.filters.state.options.${lastImport.state}`),
                        at: () => <Moment value={lastImport.at} timeZone={person.timeZone} />,
                      })
                    : t("adminImportNone")
                }
              >
                {t("adminImport")}
              </Way>
            </Rows>
          </Card>
        </section>
      </div>
    </>
  );
}

/** A line that leads somewhere. */
function Way(props: { href: string; icon: IconName; warns?: boolean; more?: ReactNode; children: ReactNode }) {
  const { href, icon, warns = false, more, children } = props;
  return (
    <Row className="flex items-center gap-3.5">
      <Icon name={icon} className={warns ? "text-warning" : "text-primary"} />
      <span className="min-w-0 flex-1">
        <Link data-row-link href={href} className="block font-semibold text-foreground no-underline hover:underline">
          {children}
        </Link>
        {more ? <span className="text-sm break-words text-muted-foreground">{more}</span> : null}
      </span>
      <Icon name="arrow-right" size="small" className="text-muted-foreground" />
    </Row>
  );
}

/** One line a state, with a bar from zero; each opens its programmes. */
async function ProgrammesByState(props: { organisation: string; counts: Partial<Record<ProgrammeState, number>> }) {
  const { organisation, counts } = props;
  const states = await getTranslations("programmes.states");
  const most = Math.max(...programmeStates.map((state) => counts[state] ?? 0));
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
              <ShareBar value={count} most={most} />
              <b className="tabular-nums">{count}</b>
            </Row>
          );
        })}
      </Rows>
    </Card>
  );
}
