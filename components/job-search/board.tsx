"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useOptimistic, useState, useTransition } from "react";
import { runUndo, type Undo } from "@/components/forms/run-undo";
import { BoardCard, type CardShown } from "@/components/job-search/board-card";
import { stageLook } from "@/components/job-search/stage-look";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
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

const columnOf = (stage: Stage): Column => (isOpen(stage) ? (stage as Column) : "ended");

const stagesOf = (column: Column): readonly Stage[] =>
  column === "ended" ? stages.filter((stage) => !isOpen(stage)) : [column];

/**
 * Opportunities in columns. A card is moved by dragging, by its menu, or with Alt and the arrow keys while it has the focus; an
 * end leads to a page that asks why. On a phone the columns lie side by side, one fills the screen.
 */
export function Board({ organisation, cards, counts, list, today, writes, move, undo }: BoardProps) {
  const t = useTranslations("job-search");
  const forms = useTranslations("ui.forms");
  const router = useRouter();
  const [shown, place] = useOptimistic(cards, (now, to: { id: string; stage: Stage }) =>
    now.map((card) => (card.id === to.id ? { ...card, stage: to.stage } : card)),
  );
  const [over, setOver] = useState<Column | null>(null);
  const [said, say] = useState("");
  const [, start] = useTransition();

  const moveTo = (card: CardShown, column: Column) => {
    if (columnOf(card.stage) === column) return;
    if (column === "ended") {
      router.push(
        `/${organisation}/job-search/opportunity/${card.id}/move/${card.stage === "offer" ? "declined" : "closed"}`,
      );
      return;
    }
    const problem = whyNotMove(card.stage, column);
    if (problem) return void toast.problem(problem);
    start(async () => {
      place({ id: card.id, stage: column });
      const result = await move(organisation, { id: card.id, stage: column }).catch(() => null);
      if (!result) return void toast.problem(forms("notSent"));
      if (!result.ok) return void toast.problem(result.refusal.message);
      const words = t("board.moved", { title: card.title, stage: t(`stages.${column}`) });
      say(words);
      const back = result.undo;
      toast.done(
        words,
        back && {
          action: {
            label: forms("undo"),
            run: () => runUndo((undone) => undo(organisation, undone), back, forms("undone")),
          },
        },
      );
    });
  };

  /** How many a column has, with the cards that are just being moved. */
  const countOf = (column: Column) => {
    const within = (of: readonly CardShown[]) => of.filter((card) => columnOf(card.stage) === column).length;
    return (counts[column] ?? 0) + within(shown) - within(cards);
  };

  const beside = (card: CardShown, steps: 1 | -1) => {
    const next = columns[columns.indexOf(columnOf(card.stage)) + steps];
    if (next) moveTo(card, next);
  };

  return (
    <div>
      <nav
        aria-label={t("board.columns")}
        className="mb-3 hidden gap-2 overflow-x-auto no-scrollbar phone-bleed phone:flex"
      >
        {columns.map((column) => (
          <a
            key={column}
            href={`#${column}`}
            onClick={(event) => {
              event.preventDefault();
              document.getElementById(column)?.scrollIntoView({ block: "nearest", inline: "start" });
            }}
            className="inline-flex h-11 flex-none items-center gap-1.5 rounded-md border border-input bg-card px-3 text-sm font-medium text-foreground no-underline"
          >
            {t(`stages.${column}`)}
            <span className="text-muted-foreground tabular-nums">{countOf(column)}</span>
          </a>
        ))}
      </nav>
      <div
        data-slot="board"
        className="grid grid-flow-col auto-cols-[minmax(208px,1fr)] gap-4 overflow-x-auto pb-2 phone:auto-cols-[100%] scroll-smooth motion-reduce:scroll-auto phone:snap-x phone:snap-mandatory phone:no-scrollbar"
      >
        {columns.map((column) => {
          const own = shown.filter((card) => columnOf(card.stage) === column);
          const look = stageLook[column === "ended" ? "closed" : column];
          return (
            <section
              key={column}
              id={column}
              aria-label={t("board.column", { stage: t(`stages.${column}`), count: countOf(column) })}
              onDragOver={(event) => {
                if (!writes) return;
                event.preventDefault();
                setOver(column);
              }}
              onDragLeave={() => setOver((now) => (now === column ? null : now))}
              onDrop={(event) => {
                event.preventDefault();
                setOver(null);
                const card = shown.find(({ id }) => id === event.dataTransfer.getData("text/plain"));
                if (card && writes) moveTo(card, column);
              }}
              className={cn(
                "min-w-0 rounded-md border border-transparent p-1 phone:snap-start",
                over === column && "border-primary bg-accent",
              )}
            >
              <h2 className="mb-2.5 flex items-center gap-2 px-1 text-base font-semibold">
                <Icon name={look.icon} size="small" className="text-muted-foreground" />
                {t(`stages.${column}`)}
                <span className="font-normal text-muted-foreground tabular-nums">{countOf(column)}</span>
              </h2>
              <ul className="grid gap-2.5">
                {own.map((card) => (
                  <BoardCard
                    key={card.id}
                    organisation={organisation}
                    card={card}
                    today={today}
                    writes={writes}
                    onMove={(stage) => moveTo(card, stage)}
                    onBeside={(steps) => beside(card, steps)}
                  />
                ))}
              </ul>
              {countOf(column) > own.length ? (
                <p className="mt-2.5 px-1 text-sm phone:py-2">
                  <Link href={`${list}?f.stage=${stagesOf(column).join(",")}`}>
                    {t("board.all", { count: countOf(column) })}
                  </Link>
                </p>
              ) : null}
              {own.length === 0 ? (
                <p className="rounded-md border border-dashed border-border-strong px-3 py-4 text-sm text-muted-foreground">
                  {t(`board.none.${column}`)}
                </p>
              ) : null}
            </section>
          );
        })}
      </div>
      <p role="status" aria-live="polite" className="sr-only">
        {said}
      </p>
      {writes ? <p className="mt-4 text-sm text-muted-foreground phone:hidden">{t("board.keys")}</p> : null}
    </div>
  );
}
