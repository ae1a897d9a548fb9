import { getFormatter, getTranslations } from "next-intl/server";
import { CommentsBeside } from "../../beside-record";
import { undoAction } from "../../undo-action";
import { forward } from "../../submissions/actions";
import { everybody, start } from "../../tailoring/actions";
import { remove, setStatus } from "../actions";
import { DoButton } from "@/components/forms/do-button";
import { FactsCard } from "@/components/frame/facts-card";
import { RecordColumns } from "@/components/frame/record-columns";
import { RecordHeader } from "@/components/frame/record-header";
import { withMessages } from "@/components/frame/with-messages";
import { StartBatch } from "@/components/tailoring/batch/start-batch";
import { rateWords } from "@/components/tailoring/rate";
import { statusLook, urgencyLook } from "@/components/tailoring/requirement-look";
import { RequirementSkills } from "@/components/tailoring/requirement-skills";
import { SubmissionRows } from "@/components/tailoring/submission-rows";
import { SuggestedCandidates } from "@/components/tailoring/suggested-candidates";
import { TailoringHistory } from "@/components/tailoring/tailoring-history";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Fact } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { besideRecord } from "@/lib/records/queries/beside";
import { timelineOf } from "@/lib/records/queries/timeline";
import { suggestCandidates } from "@/lib/tailoring/candidates/queries";
import { oneRequirement } from "@/lib/tailoring/requirements/queries";
import { submissionsFor } from "@/lib/tailoring/submissions/queries";
import { possibleStatuses } from "@/lib/tailoring/requirements/status";

/** One requirement: who is looked for, with which skills, by whom, and what happened. */
async function RequirementPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("tailoring.requirements");
  const form = await getTranslations("tailoring.requirementForm");
  const sent = await getTranslations("tailoring.submissions");
  const send = await getTranslations("sending.open");
  const match = await getTranslations("tailoring.match");
  const history = await getTranslations("tailoring.history");
  const format = await getFormatter();
  const record = { entity: "requirement", entityId: id };
  const { requirement, fitting, forwarded, beside, timeline, writes, timeZone } = await readPage(
    organisation,
    async (context) => ({
      requirement: await context.ask(oneRequirement, { id }),
      forwarded: await context.ask(submissionsFor, { id }),
      fitting: await context.ask(suggestCandidates, { id }),
      beside: await besideRecord(context, record),
      timeline: await context.ask(timelineOf, { ...record, limit: 30 }),
      writes: may(context.actor, "tailoring:write"),
      timeZone: context.actor.timeZone,
    }),
  );
  const { status, urgency } = requirement;
  const toSend = forwarded.flatMap(({ id: one, stage }) => (stage === "tailored" ? [one] : []));
  const known = new Set(forwarded.map(({ personId }) => personId));
  const puts = writes && (status === "open" || status === "on-hold");
  // Who fits is ticked, and who was put forward and not sent yet; each stands there once.
  const choices = [
    ...forwarded.map(({ personId, name, headline, stage }) => ({
      ...{ id: personId, name, sub: [sent(`stages.${stage}`), headline].filter(Boolean).join(" · ") },
      chosen: stage === "draft" || stage === "tailored",
    })),
    ...fitting
      .filter(({ personId }) => !known.has(personId))
      .map(({ personId, name, headline, match: { score, must } }) => ({
        ...{ id: personId, name, chosen: must.of === 0 || must.covered * 2 >= must.of },
        sub: [match("score", { score }), headline].filter(Boolean).join(" · "),
      })),
  ];
  const day = (date: string) => civilDay(format, date, { weekday: "short", day: "numeric", month: "short" });
  const by = requirement.candidatesBy ?? requirement.startsOn;
  const rate = rateWords(requirement, format);
  const contact = [requirement.vendorEmail, requirement.vendorPhone].some(Boolean);
  return (
    <>
      <RecordHeader
        crumbs={[{ label: t("title"), href: `/${organisation}/requirements` }, { label: requirement.title }]}
        name={requirement.title}
        lede={[requirement.clientName, requirement.place].filter(Boolean).join(" · ") || undefined}
        state={
          <Badge {...statusLook[status]} size="large">
            {t(`filters.status.options.${status}`)}
          </Badge>
        }
        actions={
          writes ? (
            <>
              <LinkButton href={`/${organisation}/requirements/${id}/edit`} icon="pencil">
                {t("edit")}
              </LinkButton>
              {puts ? <StartBatch {...{ organisation, choices, start, everybody }} of={{ requirementId: id }} /> : null}
            </>
          ) : undefined
        }
      />
      <RecordColumns
        facts={
          <>
            <FactsCard title={t("facts")}>
              {by ? (
                <Fact label={t(requirement.candidatesBy ? "candidatesBy" : "startsOn")}>
                  {urgency === "none" ? day(by) : <Status {...urgencyLook[urgency]}>{day(by)}</Status>}
                </Fact>
              ) : null}
              {requirement.candidatesBy && requirement.startsOn ? (
                <Fact label={t("startsOn")}>{day(requirement.startsOn)}</Fact>
              ) : null}
              {requirement.workMode ? (
                <Fact label={t("workMode")}>{t(`filters.workMode.options.${requirement.workMode}`)}</Fact>
              ) : null}
              {rate ? (
                <Fact label={t("rate")}>{t("ratePer", { rate, per: form(`ratePer.${requirement.ratePer}`) })}</Fact>
              ) : null}
              {requirement.owner ? <Fact label={t("owner")}>{requirement.owner}</Fact> : null}
              {requirement.team ? <Fact label={t("team")}>{requirement.team}</Fact> : null}
            </FactsCard>
            {requirement.vendorName || requirement.vendorContact || contact ? (
              <Card pad>
                <h2 className="mb-2 text-base font-semibold">{t("vendor")}</h2>
                <p className="break-words">
                  {[requirement.vendorContact, requirement.vendorName].filter(Boolean).join(", ")}
                </p>
                {contact ? (
                  <p className="mt-1 grid gap-1 text-sm tap-links">
                    {requirement.vendorEmail ? (
                      <a href={`mailto:${requirement.vendorEmail}`} className="break-all">
                        {requirement.vendorEmail}
                      </a>
                    ) : null}
                    {requirement.vendorPhone ? (
                      <a href={`tel:${requirement.vendorPhone.replace(/[^\d+]/g, "")}`}>{requirement.vendorPhone}</a>
                    ) : null}
                  </p>
                ) : null}
              </Card>
            ) : null}
            {timeline.entries.length > 0 ? (
              <Card pad>
                <h2 className="mb-3 text-base font-semibold">{history("title")}</h2>
                <TailoringHistory entries={timeline.entries} timeZone={timeZone} />
              </Card>
            ) : null}
          </>
        }
      >
        <Card>
          <CardHeader>
            <CardTitle>{t("skills")}</CardTitle>
          </CardHeader>
          {requirement.skills.length > 0 ? (
            <RequirementSkills skills={requirement.skills} />
          ) : (
            <p className="px-5 py-4 text-muted-foreground phone:px-4">{t("noSkills")}</p>
          )}
        </Card>
        {forwarded.length > 0 ? (
          <Card>
            <CardHeader>
              <CardTitle>{sent("forward")}</CardTitle>
              {writes && toSend.length > 0 ? (
                <Link
                  href={`/${organisation}/submissions/send?ids=${toSend.join(",")}`}
                  className="ms-auto text-sm phone:inline-flex phone:min-h-11 phone:items-center"
                >
                  {send("sendMany", { count: toSend.length })}
                </Link>
              ) : null}
            </CardHeader>
            <SubmissionRows {...{ organisation, timeZone }} rows={forwarded} by="candidate" />
          </Card>
        ) : null}
        {requirement.skills.length > 0 ? (
          <Card>
            <CardHeader>
              <CardTitle>{match("title")}</CardTitle>
            </CardHeader>
            {fitting.length > 0 ? (
              <SuggestedCandidates
                organisation={organisation}
                candidates={fitting}
                action={
                  puts
                    ? ({ personId, name }) =>
                        known.has(personId) ? (
                          <Status icon="check">{sent("isForward")}</Status>
                        ) : (
                          <DoButton
                            {...{ organisation, act: forward, undo: undoAction, size: "small" }}
                            input={{ requirementId: id, candidateId: personId }}
                            done={sent("putForwardDone")}
                            label={`${sent("putForward")}: ${name}`}
                          >
                            {sent("putForward")}
                          </DoButton>
                        )
                    : undefined
                }
              />
            ) : (
              <p className="px-5 py-4 text-muted-foreground phone:px-4">{match("none")}</p>
            )}
          </Card>
        ) : null}
        {requirement.description ? (
          <Card pad>
            <h2 className="mb-2 text-base font-semibold">{t(`source.${requirement.source}`)}</h2>
            <p className="max-w-[75ch] break-words whitespace-pre-line">{requirement.description}</p>
            {requirement.sourceFileId ? (
              <p className="mt-3 text-sm">
                <a href={`/api/files/${organisation}/${requirement.sourceFileId}`}>{t("openFile")}</a>
              </p>
            ) : null}
          </Card>
        ) : null}
        <CommentsBeside
          {...{ organisation, record, beside, timeZone }}
          about={requirement.clientName || requirement.title}
        />
        {writes ? (
          <div className="flex flex-wrap gap-2">
            {possibleStatuses(status).map((to) => (
              <DoButton
                key={to}
                {...{ organisation, act: setStatus, input: { id, status: to }, undo: undoAction }}
                done={t(`statusDone.${to}`)}
              >
                <Icon name={statusLook[to].icon} />
                {t(`statusDo.${to}`)}
              </DoButton>
            ))}
            <DoButton
              {...{ organisation, act: remove, input: { id }, undo: undoAction }}
              done={t("removed")}
              then={`/${organisation}/requirements`}
              variant="quiet"
            >
              <Icon name="trash-2" />
              {t("remove")}
            </DoButton>
          </div>
        ) : null}
      </RecordColumns>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/requirements/[id]/page", RequirementPage);
