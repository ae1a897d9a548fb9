"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { StageBoard } from "@/components/board/stage-board";
import type { Undo } from "@/components/forms/run-undo";
import { SubmissionCard } from "@/components/tailoring/submission-card";
import { submissionLook } from "@/components/tailoring/submission-look";
import type { SubmissionShown } from "@/components/tailoring/submission-rows";
import type { ActionResult } from "@/lib/platform/result";
import {
  isOpenSubmission,
  possibleSubmissionStages,
  submissionStages,
  whyNoSubmissionMove,
  type OpenSubmissionStage,
  type SubmissionStage,
} from "@/lib/tailoring/submissions/stages";

export interface SubmissionMove {
  id: string;
  stage: SubmissionStage;
  reason?: string;
}

export interface SubmissionBoardProps {
  organisation: string;
  columns: ReadonlyArray<{ stage: OpenSubmissionStage; count: number; cards: readonly SubmissionShown[] }>;
  timeZone: string;
  writes: boolean;
  move: (organisation: string, input: SubmissionMove) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

type Column = OpenSubmissionStage | "ended";

const EndSubmissionDialog = dynamic(() =>
  import("@/components/tailoring/end-submission-dialog").then((module) => module.EndSubmissionDialog),
);

const endsOf = (stage: SubmissionStage) => possibleSubmissionStages(stage).filter((to) => !isOpenSubmission(to));

/** What is open, a column for each stage, and a place for what is over, where it is asked how it ended and why. */
export function SubmissionBoard({ organisation, columns, timeZone, writes, move, undo }: SubmissionBoardProps) {
  const t = useTranslations("tailoring.submissions");
  const [ending, end] = useState<{ card: SubmissionShown; ends: readonly SubmissionStage[] } | null>(null);
  const list = `/${organisation}/submissions/list`;
  const ended = {
    ...{ key: "ended" as const, label: t("board.ended"), icon: submissionLook.placed.icon, count: null },
    ...{ name: () => t("board.ended"), none: t("board.endedNone") },
    all: {
      href: `${list}?f.stage=${submissionStages.filter((stage) => !isOpenSubmission(stage)).join(",")}`,
      label: () => t("board.endedAll"),
    },
  };
  return (
    <>
      <StageBoard<SubmissionShown, Column>
        columns={[
          ...columns.map(({ stage, count }) => ({
            ...{ key: stage, label: t(`stages.${stage}`), icon: submissionLook[stage].icon, count, none: t("none") },
            name: (shown: number) => t("column", { stage: t(`stages.${stage}`), count: shown }),
            all: { href: `${list}?f.stage=${stage}`, label: (shown: number) => t("more", { count: shown }) },
          })),
          ...(writes ? [ended] : []),
        ]}
        cards={columns.flatMap(({ cards }) => cards)}
        columnOf={({ stage }) => (isOpenSubmission(stage) ? (stage as OpenSubmissionStage) : "ended")}
        moved={(card, to) => (to === "ended" ? card : { ...card, stage: to })}
        writes={writes}
        problemOf={({ stage }, to) => (to === "ended" ? null : whyNoSubmissionMove(stage, to))}
        asksFirst={(card, to) => {
          if (to === "ended") end({ card, ends: endsOf(card.stage) });
          return to === "ended";
        }}
        move={({ id }, to) => move(organisation, { id, stage: to as OpenSubmissionStage })}
        undo={(undone) => undo(organisation, undone)}
        words={{
          columns: t("board.columns"),
          keys: t("board.keys"),
          moved: ({ name }, stage) => t("board.moved", { name, stage }),
        }}
      >
        {(card, moveTo) => (
          <SubmissionCard
            {...{ organisation, card, timeZone, writes }}
            onMove={(stage) =>
              isOpenSubmission(stage) ? moveTo(stage as OpenSubmissionStage) : end({ card, ends: [stage] })
            }
          />
        )}
      </StageBoard>
      {ending ? <EndSubmissionDialog {...{ organisation, ...ending, move, undo }} onClose={() => end(null)} /> : null}
    </>
  );
}
