import { getFormatter, getTranslations } from "next-intl/server";
import { AnsweredForm } from "@/components/tailoring/sending/answered-form";
import { FollowUpForm } from "@/components/tailoring/sending/follow-up-form";
import { DoButton } from "@/components/forms/do-button";
import type { Undo } from "@/components/forms/run-undo";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { Row, Rows } from "@/components/ui/rows";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import type { ActionResult } from "@/lib/platform/result";
import type { AttachmentKind } from "@/lib/tailoring/sending/attachment-kinds";

export interface Sent {
  id: string;
  sentAt: Date;
  by: string | null;
  number: number;
  recipientAddress: string;
  recipientName: string;
  attachmentKinds: readonly AttachmentKind[];
  /** Empty where the words are not for this reader, or are gone with somebody in the letter. */
  subject: string;
  body: string;
  /** Who else is in the letter: those whom the reader sees, and how many they do not. */
  together: { names: readonly string[]; hidden: number } | null;
  template: string | null;
  edition: number | null;
  mailStatus: string | null;
  mailError: string | null;
  followUpOn: string | null;
  remindedAt: Date | null;
  notesOpenings: boolean;
  firstOpenedAt: Date | null;
  lastOpenedAt: Date | null;
  openCount: number;
  answeredAt: Date | null;
  answeredHow: "mail" | "by-hand" | null;
  answerNote: string;
  answers: ReadonlyArray<{ id: string; at: Date; words: string }>;
}

type Act<Input> = (organisation: string, input: Input) => Promise<ActionResult<unknown>>;

export interface SendsCardProps {
  organisation: string;
  sends: readonly Sent[];
  timeZone: string;
  /** What may be done; absent for who only reads. */
  acts?: {
    followUp: Act<{ id: string; followUpOn: string }>;
    answered: Act<{ id: string; note: string }>;
    notAnswered: Act<{ id: string }>;
    again: Act<{ id: string }>;
    undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
  };
}

/** To whom a resume was sent, when and with what, and what came of it. */
export async function SendsCard({ organisation, sends, timeZone, acts }: SendsCardProps) {
  const t = await getTranslations("sending.sends");
  const kinds = await getTranslations("sending.form.kinds");
  const format = await getFormatter();
  const when = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short", timeZone });
  const day = (date: string) => civilDay(format, date, { weekday: "short", day: "numeric", month: "short" });
  return (
    <Card id="sent">
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <Rows>
        {sends.map((sent) => {
          const failed = ["failed", "refused", "suppressed"].includes(sent.mailStatus ?? "");
          return (
            <Row key={sent.id} className="grid gap-2">
              <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
                <p className="min-w-0 break-words">
                  <b className="font-semibold">
                    <bdi>{sent.recipientName || sent.recipientAddress}</bdi>
                  </b>
                  {sent.recipientName ? (
                    <span className="block text-sm text-muted-foreground">
                      <bdi>{sent.recipientAddress}</bdi>
                    </span>
                  ) : null}
                </p>
                {sent.answeredAt ? (
                  <Badge tone="ok" icon="reply">
                    {t("answered")}
                  </Badge>
                ) : failed ? (
                  <Badge tone="bad" icon="circle-alert">
                    {t("notArrived")}
                  </Badge>
                ) : (
                  <Badge icon="hourglass">{t("waiting")}</Badge>
                )}
              </div>
              <p className="text-sm text-muted-foreground">
                {t("sentBy", { when: when(sent.sentAt), who: sent.by ?? t("somebody") })} ·{" "}
                {t("version", { number: sent.number })} · {sent.attachmentKinds.map((kind) => kinds(kind)).join(", ")}
              </p>
              {sent.together ? (
                <p className="flex items-start gap-1.5 text-sm">
                  <Icon name="users" size="small" className="mt-0.5 text-muted-foreground" />
                  <span className="min-w-0 break-words">
                    {t("together", { names: format.list(sent.together.names), hidden: sent.together.hidden })}
                  </span>
                </p>
              ) : null}
              {sent.notesOpenings ? (
                <p className="flex items-center gap-1.5 text-sm">
                  <Icon name={sent.openCount > 0 ? "eye" : "eye-off"} size="small" className="text-muted-foreground" />
                  {sent.firstOpenedAt && sent.lastOpenedAt
                    ? t("opened", {
                        count: sent.openCount,
                        first: when(sent.firstOpenedAt),
                        last: when(sent.lastOpenedAt),
                      })
                    : t("notOpened")}
                </p>
              ) : null}
              {failed ? (
                <Notice
                  icon="circle-alert"
                  tone="bad"
                  action={
                    acts ? (
                      <DoButton
                        {...{ organisation, input: { id: sent.id } }}
                        act={acts.again}
                        done={t("sentAgain")}
                        size="small"
                      >
                        {t("again")}
                      </DoButton>
                    ) : null
                  }
                >
                  {t("failed", { code: sent.mailError ?? "–" })}
                </Notice>
              ) : null}
              <details className="text-sm">
                <summary className="cursor-pointer phone:min-h-11 phone:content-center">{t("letter")}</summary>
                {sent.body ? (
                  <>
                    <p translate="no" className="mt-1 font-medium break-words">
                      {sent.subject}
                    </p>
                    <p translate="no" className="mt-1 break-words whitespace-pre-line">
                      {sent.body}
                    </p>
                  </>
                ) : (
                  <p className="mt-1 text-muted-foreground">{t(sent.together ? "wordsHidden" : "wordsGone")}</p>
                )}
                {sent.template ? (
                  <p className="mt-1 text-muted-foreground">
                    {t("template", { name: sent.template, edition: sent.edition ?? 1 })}
                  </p>
                ) : null}
              </details>
              {sent.answeredAt ? (
                <div className="grid justify-items-start gap-1 border-s-2 border-border ps-3 text-sm">
                  {sent.answers.map(({ id, at, words }) => (
                    <div key={id}>
                      <p className="text-muted-foreground">{t("byMail", { when: when(at) })}</p>
                      <p translate="no" className="break-words whitespace-pre-line">
                        {words}
                      </p>
                    </div>
                  ))}
                  {sent.answeredHow === "by-hand" ? (
                    <>
                      <p className="text-muted-foreground">{t("byHand", { when: when(sent.answeredAt) })}</p>
                      {sent.answerNote ? (
                        <p translate="no" className="break-words whitespace-pre-line">
                          {sent.answerNote}
                        </p>
                      ) : null}
                      {acts ? (
                        <DoButton
                          {...{ organisation, input: { id: sent.id } }}
                          act={acts.notAnswered}
                          done={t("takenBack")}
                          size="small"
                          variant="quiet"
                        >
                          {t("takeBack")}
                        </DoButton>
                      ) : null}
                    </>
                  ) : null}
                </div>
              ) : (
                <>
                  <p className="flex items-center gap-1.5 text-sm">
                    <Icon name="bell" size="small" className="text-muted-foreground" />
                    {sent.remindedAt
                      ? t("reminded", { when: when(sent.remindedAt) })
                      : sent.followUpOn
                        ? t("followUp", { day: day(sent.followUpOn) })
                        : t("noFollowUp")}
                  </p>
                  {acts ? (
                    <div className="flex flex-wrap items-start gap-2">
                      <AnsweredForm {...{ organisation, id: sent.id }} answered={acts.answered} undo={acts.undo} />
                      <FollowUpForm
                        {...{ organisation, id: sent.id }}
                        key={sent.followUpOn}
                        followUpOn={sent.followUpOn ?? ""}
                        followUp={acts.followUp}
                      />
                    </div>
                  ) : null}
                </>
              )}
            </Row>
          );
        })}
      </Rows>
    </Card>
  );
}
