import { getFormatter, getTranslations } from "next-intl/server";
import { CommentsBeside } from "../../beside-record";
import { undoAction } from "../../undo-action";
import { start } from "../../tailoring/actions";
import { addResume, remove } from "../actions";
import { DoButton } from "@/components/forms/do-button";
import { FactsCard } from "@/components/frame/facts-card";
import { LookAgain } from "@/components/frame/look-again";
import { RecordColumns } from "@/components/frame/record-columns";
import { RecordHeader } from "@/components/frame/record-header";
import { withMessages } from "@/components/frame/with-messages";
import { StartBatch } from "@/components/tailoring/batch/start-batch";
import { CandidateSkills } from "@/components/tailoring/candidate-skills";
import { resumeLook } from "@/components/tailoring/resume-look";
import { SubmissionRows } from "@/components/tailoring/submission-rows";
import { TailoringHistory } from "@/components/tailoring/tailoring-history";
import { UploadCandidates } from "@/components/tailoring/upload-candidates";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Fact, Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { readList } from "@/lib/platform/list";
import { besideRecord } from "@/lib/records/queries/beside";
import { timelineOf } from "@/lib/records/queries/timeline";
import { oneCandidate } from "@/lib/tailoring/candidates/queries";
import { requirementList } from "@/lib/tailoring/requirements/list";
import { submissionsOf } from "@/lib/tailoring/submissions/queries";

/** One candidate: what they know and when they last used it, where they were, and their resumes. */
async function CandidatePage({ params }: WorkspaceProps<{ person: string }>) {
  const { organisation, person } = await params;
  const t = await getTranslations("tailoring.candidates");
  const sent = await getTranslations("tailoring.submissions");
  const history = await getTranslations("tailoring.history");
  const format = await getFormatter();
  const record = { entity: "candidate", entityId: person };
  const { candidate, forwarded, open, beside, timeline, writes, timeZone } = await readPage(
    organisation,
    async (context) => ({
      candidate: await context.ask(oneCandidate, { id: person }),
      forwarded: await context.ask(submissionsOf, { id: person }),
      open: await readList(context, requirementList, { filters: { status: "open" }, limit: 50 }),
      beside: await besideRecord(context, record),
      timeline: await context.ask(timelineOf, { ...record, limit: 30 }),
      writes: may(context.actor, "tailoring:write"),
      timeZone: context.actor.timeZone,
    }),
  );
  const { name, headline, location, phone, email, changeable, skills, positions } = candidate;
  const changes = writes && changeable;
  const stages = new Map(forwarded.map(({ requirementId, stage }) => [requirementId, stage]));
  const choices = open.rows.map(({ id, cells }) => {
    const stage = stages.get(id);
    return {
      ...{ id, name: String(cells["title"] ?? "") },
      sub: [stage ? sent(`stages.${stage}`) : null, cells["client"]].filter(Boolean).join(" · "),
      chosen: stage === "draft" || stage === "tailored",
    };
  });
  return (
    <>
      {candidate.resumes.some(({ status }) => status === "waiting") ? <LookAgain /> : null}
      <RecordHeader
        avatar
        crumbs={[{ label: t("title"), href: `/${organisation}/candidates` }, { label: name }]}
        name={name}
        lede={[headline, location].filter(Boolean).join(" · ") || undefined}
        actions={
          writes ? (
            <>
              {changes ? (
                <LinkButton href={`/${organisation}/candidates/${person}/edit`} icon="pencil">
                  {t("edit")}
                </LinkButton>
              ) : null}
              {choices.length > 0 && candidate.resumes.some(({ status }) => status === "read") ? (
                <StartBatch {...{ organisation, choices, start }} of={{ candidateId: person }} />
              ) : null}
            </>
          ) : undefined
        }
      />
      <RecordColumns
        facts={
          <>
            {email || phone ? (
              <FactsCard title={t("contact")}>
                {email ? (
                  <Fact label={t("email")}>
                    <a href={`mailto:${email}`} className="break-all">
                      {email}
                    </a>
                  </Fact>
                ) : null}
                {phone ? (
                  <Fact label={t("phone")}>
                    <a href={`tel:${phone.replace(/[^\d+]/g, "")}`}>{phone}</a>
                  </Fact>
                ) : null}
              </FactsCard>
            ) : null}
            <Card>
              <CardHeader>
                <CardTitle>{t("resumes")}</CardTitle>
              </CardHeader>
              {candidate.resumes.length > 0 ? (
                <Rows>
                  {candidate.resumes.map((resume) => (
                    <Row key={resume.id}>
                      {changeable ? (
                        <a href={`/api/files/${organisation}/${resume.fileId}`} className="font-semibold break-words">
                          {resume.fileName}
                        </a>
                      ) : (
                        <span className="font-semibold break-words">{resume.fileName}</span>
                      )}
                      <span className="flex flex-wrap gap-x-3 text-sm text-muted-foreground">
                        <Status {...resumeLook[resume.status]}>{t(`filters.resume.options.${resume.status}`)}</Status>
                        {format.dateTime(resume.createdAt, { dateStyle: "medium", timeZone })}
                      </span>
                      {resume.refusal ? <span className="block text-sm">{resume.refusal}</span> : null}
                    </Row>
                  ))}
                </Rows>
              ) : (
                <p className="px-5 py-4 text-muted-foreground phone:px-4">{t("noResume")}</p>
              )}
              {changes ? (
                <div className="border-t border-border p-5 phone:p-4">
                  <UploadCandidates {...{ organisation, addResume }} candidateId={person} />
                </div>
              ) : null}
            </Card>
            {timeline.entries.length > 0 ? (
              <Card pad>
                <h2 className="mb-3 text-base font-semibold">{history("title")}</h2>
                <TailoringHistory entries={timeline.entries} timeZone={timeZone} />
              </Card>
            ) : null}
          </>
        }
      >
        {changeable ? null : (
          <Notice icon="compass">
            <b>{t("executive")}</b> {t("executiveText")}
          </Notice>
        )}
        <Card>
          <CardHeader>
            <CardTitle>{t("skills")}</CardTitle>
          </CardHeader>
          {skills.length > 0 ? (
            <CandidateSkills skills={skills} />
          ) : (
            <p className="px-5 py-4 text-muted-foreground phone:px-4">
              {t(candidate.resumes[0]?.status === "waiting" ? "reading" : "noSkills")}
            </p>
          )}
        </Card>
        {forwarded.length > 0 ? (
          <Card>
            <CardHeader>
              <CardTitle>{sent("forward")}</CardTitle>
            </CardHeader>
            <SubmissionRows {...{ organisation, timeZone }} rows={forwarded} by="requirement" />
          </Card>
        ) : null}
        {positions.length > 0 ? (
          <Card>
            <CardHeader>
              <CardTitle>{t("positions")}</CardTitle>
            </CardHeader>
            <Rows>
              {positions.map(({ id, title, employer, starts, ends }) => (
                <Row key={id} className="flex flex-wrap items-baseline gap-x-4">
                  <span className="min-w-0 flex-1 break-words">
                    <b>{title || employer}</b>
                    {title && employer ? `, ${employer}` : null}
                  </span>
                  <span className="text-sm text-muted-foreground tabular-nums">
                    {[starts, ends].filter(Boolean).join(" – ")}
                  </span>
                </Row>
              ))}
            </Rows>
          </Card>
        ) : null}
        <CommentsBeside {...{ organisation, record, beside, timeZone }} about={name} />
        {changes ? (
          <div>
            <DoButton
              {...{ organisation, act: remove, input: { id: person }, undo: undoAction }}
              done={t("removed")}
              then={`/${organisation}/candidates`}
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

export default withMessages("(workspace)/[organisation]/candidates/[person]/page", CandidatePage);
