import { DateTime } from "luxon";
import { getFormatter, getTranslations } from "next-intl/server";
import { CommentsBeside } from "../../beside-record";
import { undoAction } from "../../undo-action";
import { move, plan } from "../actions";
import { again, answered, followUp, notAnswered } from "../send/actions";
import { FactsCard } from "@/components/frame/facts-card";
import { RecordColumns } from "@/components/frame/record-columns";
import { RecordHeader } from "@/components/frame/record-header";
import { withMessages } from "@/components/frame/with-messages";
import { InterviewForm } from "@/components/tailoring/interview-form";
import { submissionLook } from "@/components/tailoring/submission-look";
import { SubmissionMoves } from "@/components/tailoring/submission-moves";
import { SendsCard } from "@/components/tailoring/sending/sends-card";
import { Timeline } from "@/components/timeline/timeline";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Fact } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { besideRecord } from "@/lib/records/queries/beside";
import { sendsOf, toSend } from "@/lib/tailoring/sending/queries";
import { oneSubmission } from "@/lib/tailoring/submissions/queries";
import { isOpenSubmission } from "@/lib/tailoring/submissions/stages";

/** One submission: where it stands and what comes next, the interview, who moved it when and why. */
async function SubmissionPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("tailoring.submissions");
  const tailor = await getTranslations("tailor");
  const send = await getTranslations("sending.open");
  const format = await getFormatter();
  const record = { entity: "submission", entityId: id };
  const { submission, sends, sendable, beside, writes, timeZone } = await readPage(organisation, async (context) => {
    const writes = may(context.actor, "tailoring:write");
    const ready = writes ? await context.ask(toSend, { submissionIds: [id] }) : null;
    return {
      submission: await context.ask(oneSubmission, { id }),
      sends: await context.ask(sendsOf, { id }),
      sendable: (ready?.sendables[0]?.versions.length ?? 0) > 0,
      beside: await besideRecord(context, record),
      ...{ writes, timeZone: context.actor.timeZone },
    };
  });
  const { name, title, client, stage, interviewAt, note } = submission;
  const when = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <>
      <RecordHeader
        avatar
        crumbs={[{ label: t("title"), href: `/${organisation}/submissions` }, { label: name }]}
        name={name}
        lede={t("for", { requirement: [title, client].filter(Boolean).join(", ") })}
        actions={
          <LinkButton variant="primary" icon="file-text" href={`/${organisation}/submissions/${id}/tailor`}>
            {tailor("open")}
          </LinkButton>
        }
        state={
          <Badge {...submissionLook[stage]} size="large">
            {t(`stages.${stage}`)}
          </Badge>
        }
      />
      <RecordColumns
        facts={
          <>
            <FactsCard title={t("requirement")}>
              <Fact label={t("requirement")}>
                <Link href={`/${organisation}/requirements/${submission.requirementId}`}>{title}</Link>
              </Fact>
              {client ? <Fact label={t("client")}>{client}</Fact> : null}
              <Fact label={t("candidate")}>
                <Link href={`/${organisation}/candidates/${submission.personId}`}>
                  <bdi>{name}</bdi>
                </Link>
              </Fact>
              {interviewAt ? <Fact label={t("interviewAt")}>{when(interviewAt)}</Fact> : null}
              {submission.owner ? <Fact label={t("owner")}>{submission.owner}</Fact> : null}
            </FactsCard>
            <Card pad>
              <h2 className="mb-3 text-base font-semibold">{t("moves")}</h2>
              <Timeline
                label={t("moves")}
                entries={submission.moves.map((entry) => ({
                  id: entry.id,
                  icon: submissionLook[entry.toStage].icon,
                  what: [t(`stages.${entry.toStage}`), entry.reason].filter(Boolean).join(": "),
                  when: entry.by ? t("by", { when: when(entry.at), who: entry.by }) : when(entry.at),
                }))}
              />
            </Card>
          </>
        }
      >
        {writes ? (
          <Card pad>
            <h2 className="mb-3 text-base font-semibold">{t("next")}</h2>
            {sendable && isOpenSubmission(stage) ? (
              <LinkButton icon="send" className="mb-2" href={`/${organisation}/submissions/send?ids=${id}`}>
                {send(sends.length > 0 ? "again" : "send")}
              </LinkButton>
            ) : null}
            <SubmissionMoves {...{ organisation, id, stage, move }} undo={undoAction} />
          </Card>
        ) : null}
        {sends.length > 0 ? (
          <SendsCard
            {...{ organisation, sends, timeZone }}
            {...(writes ? { acts: { followUp, answered, notAnswered, again, undo: undoAction } } : {})}
          />
        ) : null}
        {writes ? (
          <Card pad>
            <h2 className="mb-3 text-base font-semibold">{t("interview")}</h2>
            <InterviewForm
              {...{ organisation, plan }}
              key={submission.version}
              zone={timeZone}
              values={{
                ...{ id, expectedVersion: submission.version, note },
                interviewAt: interviewAt
                  ? DateTime.fromJSDate(interviewAt, { zone: timeZone }).toFormat("yyyy-MM-dd'T'HH:mm")
                  : "",
              }}
            />
          </Card>
        ) : null}
        <CommentsBeside {...{ organisation, record, beside, timeZone }} about={name} />
      </RecordColumns>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/submissions/[id]/page", SubmissionPage);
