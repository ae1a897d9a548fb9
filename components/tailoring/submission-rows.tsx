import { getFormatter, getTranslations } from "next-intl/server";
import { submissionLook } from "@/components/tailoring/submission-look";
import { Link } from "@/components/ui/link";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import type { SubmissionStage } from "@/lib/tailoring/submissions/stages";

export interface SubmissionShown {
  id: string;
  title: string;
  client: string;
  name: string;
  headline: string | null;
  stage: SubmissionStage;
  stageSince: Date;
  interviewAt: Date | null;
  /** To whom the resume went last, where that is of interest. */
  lastSend?: { at: Date; recipient: string; openCount: number; answeredAt: Date | null } | null;
}

interface SubmissionRowsProps {
  organisation: string;
  rows: readonly SubmissionShown[];
  timeZone: string;
  /** What leads a row: who is put forward, or for what. */
  by: "candidate" | "requirement";
  /** What stands at the end of a row: since when it stands there, or when the interview is. */
  when?: "since" | "interview";
}

/** Submissions as short rows: who or for what, where it stands, since when. */
export async function SubmissionRows({ organisation, rows, timeZone, by, when = "since" }: SubmissionRowsProps) {
  const t = await getTranslations("tailoring.submissions");
  const format = await getFormatter();
  const sending = await getTranslations("sending.glance");
  const short = (at: Date) => format.dateTime(at, { day: "numeric", month: "short", timeZone });
  const timeOf = ({ stageSince, interviewAt }: SubmissionShown) =>
    when === "interview" && interviewAt
      ? format.dateTime(interviewAt, {
          weekday: "short",
          day: "numeric",
          month: "short",
          hour: "numeric",
          minute: "2-digit",
          timeZone,
        })
      : t("since", { date: format.dateTime(stageSince, { day: "numeric", month: "short", timeZone }) });
  return (
    <Rows>
      {rows.map((row) => {
        const requirement = [row.title, row.client].filter(Boolean).join(", ");
        return (
          <Row key={row.id} className="flex items-start gap-3">
            <span className="min-w-0 flex-1 break-words">
              <Link data-row-link href={`/${organisation}/submissions/${row.id}`} className="font-semibold">
                <bdi>{by === "candidate" ? row.name : requirement}</bdi>
              </Link>
              <span className="block text-sm text-muted-foreground">
                {by === "candidate" ? (when === "since" ? row.headline : requirement) : row.name}
              </span>
              {row.lastSend ? (
                <span className="block text-sm text-muted-foreground">
                  {sending(row.lastSend.answeredAt ? "answered" : row.lastSend.openCount > 0 ? "opened" : "sent", {
                    recipient: row.lastSend.recipient,
                    on: short(row.lastSend.answeredAt ?? row.lastSend.at),
                  })}
                </span>
              ) : null}
            </span>
            <span className="grid flex-none justify-items-end">
              <Status {...submissionLook[row.stage]}>{t(`stages.${row.stage}`)}</Status>
              <span className="text-xs text-muted-foreground tabular-nums">{timeOf(row)}</span>
            </span>
          </Row>
        );
      })}
    </Rows>
  );
}
