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

const places: ReadonlyArray<{ key: string; path: string; icon: IconName }> = [
  { key: "adminPeople", path: "people", icon: "users" },
  { key: "adminPackages", path: "packages", icon: "layers" },
  { key: "adminMail", path: "mailbox", icon: "mail" },
  { key: "adminAudit", path: "audit", icon: "scroll-text" },
];

/** An administrator's home: the programmes in figures, and the places of the work. */
export async function AdministratorHome({
  organisation,
  person,
  counts,
}: HomeProps & { counts: Partial<Record<ProgrammeState, number>> }) {
  const t = await getTranslations("programmes.home");
  const states = await getTranslations("programmes.states");
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
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-8 beside:grid-cols-2">
        <section>
          <SectionHead
            title={t("adminProgrammes")}
            more={<Link href={`/${organisation}/programmes`}>{t("adminAll")}</Link>}
          />
          <Card>
            <Rows>
              {programmeStates.map((state) => (
                <Row key={state} className="flex items-center gap-4">
                  <Link
                    data-row-link
                    href={`/${organisation}/programmes?f.state=${state}`}
                    className="flex-1 text-foreground no-underline"
                  >
                    <Status {...stateLook[state]}>{states(state)}</Status>
                  </Link>
                  <b className="tabular-nums">{counts[state] ?? 0}</b>
                </Row>
              ))}
            </Rows>
          </Card>
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
