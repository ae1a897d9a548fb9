import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { submissionLook } from "@/components/tailoring/submission-look";
import type { SubmissionShown } from "@/components/tailoring/submission-rows";
import { Icon } from "@/components/ui/icon";
import type { OpenSubmissionStage } from "@/lib/tailoring/submissions/stages";

interface Column {
  stage: OpenSubmissionStage;
  count: number;
  cards: readonly SubmissionShown[];
}

/** What is open, a column for each stage. A card leads to its page, where it is moved. On a phone one column fills the screen. */
export async function SubmissionColumns({
  organisation,
  columns,
  timeZone,
}: {
  organisation: string;
  columns: readonly Column[];
  timeZone: string;
}) {
  const t = await getTranslations("tailoring.submissions");
  const format = await getFormatter();
  const list = `/${organisation}/submissions/list`;
  const shortTime = (at: Date) =>
    format.dateTime(at, {
      ...{ weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit", timeZone },
    });
  return (
    <div
      data-slot="board"
      tabIndex={0}
      role="group"
      aria-label={t("tabs.board")}
      className="grid grid-flow-col auto-cols-[minmax(208px,1fr)] gap-4 overflow-x-auto pb-2 phone:auto-cols-[88%] phone:snap-x phone:snap-mandatory phone:no-scrollbar"
    >
      {columns.map(({ stage, count, cards }) => (
        <section
          key={stage}
          aria-label={t("column", { stage: t(`stages.${stage}`), count })}
          className="min-w-0 p-1 phone:snap-start"
        >
          <h2 className="mb-2.5 flex items-center gap-2 px-1 text-base font-semibold">
            <Icon name={submissionLook[stage].icon} size="small" className="text-muted-foreground" />
            {t(`stages.${stage}`)}
            <span className="font-normal text-muted-foreground tabular-nums">{count}</span>
          </h2>
          <ul className="grid gap-2.5">
            {cards.map((card) => (
              <li
                key={card.id}
                className="relative rounded-md border border-border bg-card p-3.5 hover:border-border-strong"
              >
                <Link
                  href={`/${organisation}/submissions/${card.id}`}
                  className="font-semibold break-words text-foreground no-underline after:absolute after:inset-0 after:content-['']"
                >
                  <bdi>{card.name}</bdi>
                </Link>
                <span className="block text-sm break-words text-muted-foreground">
                  {[card.title, card.client].filter(Boolean).join(", ")}
                </span>
                <span className="mt-2 block text-sm">
                  {stage === "interview" && card.interviewAt
                    ? shortTime(card.interviewAt)
                    : t("since", {
                        date: format.dateTime(card.stageSince, { day: "numeric", month: "short", timeZone }),
                      })}
                </span>
              </li>
            ))}
          </ul>
          {count > cards.length ? (
            <p className="mt-2.5 px-1 text-sm phone:py-2">
              <Link href={`${list}?f.stage=${stage}`}>{t("more", { count })}</Link>
            </p>
          ) : null}
          {cards.length === 0 ? (
            <p className="rounded-md border border-dashed border-border-strong px-3 py-4 text-sm text-muted-foreground">
              {t("none")}
            </p>
          ) : null}
        </section>
      ))}
    </div>
  );
}
