"use client";

import { useFormatter, useTranslations } from "next-intl";
import { CardHead } from "@/components/board/card-head";
import { submissionLook } from "@/components/tailoring/submission-look";
import type { SubmissionShown } from "@/components/tailoring/submission-rows";
import { isOpenSubmission, possibleSubmissionStages, type SubmissionStage } from "@/lib/tailoring/submissions/stages";

/** One submission on the board: who, for what, since when, and the ways to move it. */
export function SubmissionCard({
  organisation,
  card,
  timeZone,
  writes,
  onMove,
}: {
  organisation: string;
  card: SubmissionShown;
  timeZone: string;
  writes: boolean;
  onMove: (stage: SubmissionStage) => void;
}) {
  const t = useTranslations("tailoring.submissions");
  const format = useFormatter();
  const day = { day: "numeric", month: "short", timeZone } as const;
  const moves = useTranslations("tailoring.submissionMoves");
  const possible = possibleSubmissionStages(card.stage);
  const wayTo = (stage: SubmissionStage, words: string) => ({
    ...{ stage, words, icon: submissionLook[stage].icon, move: () => onMove(stage) },
  });
  return (
    <>
      <CardHead
        href={`/${organisation}/submissions/${card.id}`}
        title={<bdi>{card.name}</bdi>}
        below={[card.title, card.client].filter(Boolean).join(", ")}
        menu={
          writes
            ? {
                label: t("board.moveCard", { name: card.name }),
                moves: {
                  open: possible
                    .filter(isOpenSubmission)
                    .map((to) => wayTo(to, t("board.moveTo", { stage: t(`stages.${to}`) }))),
                  ends: possible.filter((to) => !isOpenSubmission(to)).map((to) => wayTo(to, moves(`do.${to}`))),
                },
              }
            : undefined
        }
      />
      <p className="mt-2 text-sm">
        {card.stage === "interview" && card.interviewAt
          ? format.dateTime(card.interviewAt, { weekday: "short", hour: "numeric", minute: "2-digit", ...day })
          : t("since", { date: format.dateTime(card.stageSince, day) })}
      </p>
    </>
  );
}
