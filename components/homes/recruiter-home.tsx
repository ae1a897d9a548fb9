import { getFormatter, getTranslations } from "next-intl/server";
import { calledName, partOfDay, type HomeProps } from "./home";
import { PageHead } from "@/components/frame/page-head";
import { RecordColumns } from "@/components/frame/record-columns";
import { urgencyLook } from "@/components/tailoring/requirement-look";
import { SubmissionRows, type SubmissionShown } from "@/components/tailoring/submission-rows";
import { Empty } from "@/components/states/empty";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import type { Urgency } from "@/lib/tailoring/requirements/status";

export interface RecruiterHomeProps extends HomeProps {
  /** May add requirements. */
  writes: boolean;
  day: {
    requirements: ReadonlyArray<{
      id: string;
      title: string;
      client: string;
      place: string;
      candidatesBy: string | null;
      startsOn: string | null;
      urgency: Urgency;
      /** How many are put forward and not out of it. */
      inWork: number;
    }>;
    waiting: readonly SubmissionShown[];
    interviews: readonly SubmissionShown[];
  };
}

/** How many rows of each part are shown; its list has the rest. */
const mostShown = 8;

/** Where a recruiter arrives: what has to be answered first, this week's interviews, and whose answer is awaited. */
export async function RecruiterHome({ organisation, person, at, day, writes }: RecruiterHomeProps) {
  const greet = await getTranslations("programmes.home");
  const t = await getTranslations("tailoring.home");
  const format = await getFormatter();
  const { requirements, waiting, interviews } = day;
  const pressing = requirements.filter(({ urgency }) => urgency === "late" || urgency === "soon").length;
  const all = (path: string) => (
    <Link href={`/${organisation}/${path}`} className="ms-auto text-sm">
      {t("all")}
    </Link>
  );
  const none = (words: string) => <p className="px-5 py-4 text-muted-foreground phone:px-4">{words}</p>;
  return (
    <>
      <PageHead
        title={greet(partOfDay(at, person.timeZone), { name: calledName(person.name) })}
        lede={t.rich("lede", { pressing, interviews: interviews.length, b: (words) => <b>{words}</b> })}
        actions={
          writes ? (
            <LinkButton variant="primary" icon="plus" href={`/${organisation}/requirements/new`}>
              {t("add")}
            </LinkButton>
          ) : undefined
        }
      />
      <RecordColumns
        facts={
          <>
            <Card>
              <CardHeader>
                <CardTitle>{t("interviews")}</CardTitle>
              </CardHeader>
              {interviews.length > 0 ? (
                <SubmissionRows
                  {...{ organisation, rows: interviews, by: "candidate", when: "interview" }}
                  timeZone={person.timeZone}
                />
              ) : (
                none(t("noInterviews"))
              )}
            </Card>
            <Card>
              <CardHeader>
                <CardTitle>{t("waiting")}</CardTitle>
                {waiting.length > mostShown ? all("submissions/list?f.stage=sent,interview,offer") : null}
              </CardHeader>
              {waiting.length > 0 ? (
                <SubmissionRows
                  {...{ organisation, rows: waiting.slice(0, mostShown), by: "requirement" }}
                  timeZone={person.timeZone}
                />
              ) : (
                none(t("nobodyWaits"))
              )}
            </Card>
          </>
        }
      >
        <Card>
          <CardHeader>
            <CardTitle>{t("requirements")}</CardTitle>
            {requirements.length > 0 ? all("requirements") : null}
          </CardHeader>
          {requirements.length > 0 ? (
            <Rows>
              {requirements.slice(0, mostShown * 2).map((requirement) => {
                const by = requirement.candidatesBy ?? requirement.startsOn;
                return (
                  <Row key={requirement.id} className="flex items-start gap-3">
                    <span className="min-w-0 flex-1 break-words">
                      <Link
                        data-row-link
                        href={`/${organisation}/requirements/${requirement.id}`}
                        className="font-semibold"
                      >
                        {requirement.title}
                      </Link>
                      <span className="block text-sm text-muted-foreground">
                        {[requirement.client, requirement.place].filter(Boolean).join(" · ")}
                      </span>
                    </span>
                    <span className="grid flex-none justify-items-end">
                      {by && requirement.urgency !== "none" ? (
                        <Status {...urgencyLook[requirement.urgency]}>
                          {civilDay(format, by, { weekday: "short", day: "numeric", month: "short" })}
                        </Status>
                      ) : null}
                      <span className="text-xs text-muted-foreground tabular-nums">
                        {t("inWork", { count: requirement.inWork })}
                      </span>
                    </span>
                  </Row>
                );
              })}
            </Rows>
          ) : (
            <Empty icon="briefcase" title={t("noRequirements")}>
              {t("noRequirementsText")}
            </Empty>
          )}
        </Card>
      </RecordColumns>
    </>
  );
}
