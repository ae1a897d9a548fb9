"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { StageBoard } from "@/components/board/stage-board";
import type { Undo } from "@/components/forms/run-undo";
import { BoardCard, type CardShown } from "@/components/job-search/board-card";
import { stageLook } from "@/components/job-search/stage-look";
import { isOpen, openStages, stages, whyNotMove, type Stage } from "@/lib/job-search/rules/stages";
import type { ActionResult } from "@/lib/platform/result";

export interface BoardProps {
  organisation: string;
  cards: readonly CardShown[];
  /** How many each column has; more than are shown in a full one. */
  counts: Readonly<Record<string, number>>;
  /** Where all of them are listed. */
  list: string;
  /** Civil date, the person's own. */
  today: string;
  writes: boolean;
  move: (organisation: string, input: { id: string; stage: Stage }) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** The columns: each open stage, and one for all that ended. */
const columns = [...openStages, "ended"] as const;
type Column = (typeof columns)[number];

const columnOf = ({ stage }: CardShown): Column => (isOpen(stage) ? (stage as Column) : "ended");

const stagesOf = (column: Column): readonly Stage[] =>
  column === "ended" ? stages.filter((stage) => !isOpen(stage)) : [column];

/** Opportunities in columns. An end leads to a page that asks why. */
export function Board({ organisation, cards, counts, list, today, writes, move, undo }: BoardProps) {
  const t = useTranslations("job-search");
  const router = useRouter();
  return (
    <StageBoard
      columns={columns.map((key) => ({
        ...{ key, label: t(`stages.${key}`), icon: stageLook[key === "ended" ? "closed" : key].icon },
        count: counts[key] ?? 0,
        name: (count: number) => t("board.column", { stage: t(`stages.${key}`), count }),
        none: t(`board.none.${key}`),
        all: {
          href: `${list}?f.stage=${stagesOf(key).join(",")}`,
          label: (count: number) => t("board.all", { count }),
        },
      }))}
      {...{ cards, columnOf, writes }}
      moved={(card, to) => (to === "ended" ? card : { ...card, stage: to })}
      problemOf={({ stage }, to) => (to === "ended" ? null : whyNotMove(stage, to))}
      asksFirst={({ id, stage }, to) => {
        if (to !== "ended") return false;
        router.push(`/${organisation}/job-search/opportunity/${id}/move/${stage === "offer" ? "declined" : "closed"}`);
        return true;
      }}
      move={({ id }, to) => move(organisation, { id, stage: to as Stage })}
      undo={(undone) => undo(organisation, undone)}
      words={{
        columns: t("board.columns"),
        keys: t("board.keys"),
        moved: ({ title }, stage) => t("board.moved", { title, stage }),
      }}
    >
      {(card, moveTo) => <BoardCard {...{ organisation, card, today, writes }} onMove={moveTo} />}
    </StageBoard>
  );
}
