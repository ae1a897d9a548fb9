"use client";

import { useTranslations } from "next-intl";
import { useEffect, useOptimistic, useRef, useState, useTransition, type ReactNode } from "react";
import { BoardChips } from "@/components/board/board-chips";
import { BoardColumn, type Column } from "@/components/board/board-column";
import { runUndo, type UndoAction } from "@/components/forms/run-undo";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

export interface StageBoardProps<Card extends { id: string }, Key extends string> {
  columns: readonly Column<Key>[];
  cards: readonly Card[];
  columnOf: (card: Card) => Key;
  /** A card as it is in another column. */
  moved: (card: Card, to: Key) => Card;
  writes: boolean;
  /** Why a card cannot go to a column, in words; null when it can. */
  problemOf: (card: Card, to: Key) => string | null;
  /** Where something is asked before a card moves: asks it, and says so. */
  asksFirst?: (card: Card, to: Key) => boolean;
  move: (card: Card, to: Key) => Promise<ActionResult<unknown>>;
  undo: UndoAction;
  words: {
    columns: string;
    /** How cards are moved without a mouse. */
    keys: string;
    moved: (card: Card, stage: string) => string;
  };
  children: (card: Card, moveTo: (to: Key) => void) => ReactNode;
}

/**
 * Records in columns by stage. A card is moved by dragging, by its menu, or with Alt and the arrow keys while it has the focus; columns that cannot
 * take it step back while it is dragged. On a phone one column is shown at a time, chosen by its chip.
 */
export function StageBoard<Card extends { id: string }, Key extends string>({
  columns,
  cards,
  columnOf,
  moved,
  writes,
  problemOf,
  asksFirst,
  move,
  undo,
  words,
  children,
}: StageBoardProps<Card, Key>) {
  const forms = useTranslations("ui.forms");
  const [shown, place] = useOptimistic(cards, (now, to: { id: string; column: Key }) =>
    now.map((card) => (card.id === to.id ? moved(card, to.column) : card)),
  );
  const [current, setCurrent] = useState<Key>(() => firstWithCards(columns));
  const [dragged, drag] = useState<Card | null>(null);
  const [said, say] = useState("");
  const [, start] = useTransition();
  const board = useRef<HTMLDivElement>(null);
  const focusNext = useRef<string | null>(null);

  useEffect(() => {
    // A card is made anew in its new column, and would lose the focus of whoever moves it by keys.
    if (!focusNext.current) return;
    board.current?.querySelector<HTMLElement>(`[data-card="${focusNext.current}"] a`)?.focus();
    focusNext.current = null;
  }, [shown]);

  const moveTo = (card: Card, to: Key) => {
    if (columnOf(card) === to || asksFirst?.(card, to)) return;
    const problem = problemOf(card, to);
    if (problem) return void toast.problem(problem);
    start(async () => {
      place({ id: card.id, column: to });
      const result = await move(card, to).catch(() => null);
      if (!result) return void toast.problem(forms("notSent"));
      if (!result.ok) return void toast.problem(result.refusal.message);
      const done = words.moved(card, columns.find(({ key }) => key === to)!.label);
      say(done);
      const back = result.undo;
      toast.done(done, back && { action: { label: forms("undo"), run: () => runUndo(undo, back, forms("undone")) } });
    });
  };

  /** How many a column has, with the cards that are just being moved. */
  const countOf = ({ key, count }: Column<Key>) => {
    const within = (of: readonly Card[]) => of.filter((card) => columnOf(card) === key).length;
    return count === null ? null : count + within(shown) - within(cards);
  };

  const beside = (card: Card, steps: 1 | -1) => {
    const next = columns[columns.findIndex(({ key }) => key === columnOf(card)) + steps];
    if (!next) return;
    focusNext.current = card.id;
    moveTo(card, next.key);
  };

  return (
    <div>
      <BoardChips
        label={words.columns}
        chips={columns.map((column) => ({ key: column.key, label: column.label, count: countOf(column) }))}
        current={current}
        onChoose={setCurrent}
      />
      <div
        ref={board}
        data-slot="board"
        className="grid grid-flow-col auto-cols-[minmax(172px,1fr)] gap-3 overflow-x-auto pb-2 phone:block phone:overflow-visible"
      >
        {columns.map((column) => (
          <BoardColumn
            key={column.key}
            column={column}
            count={countOf(column)}
            cards={shown.filter((card) => columnOf(card) === column.key)}
            writes={writes}
            current={current === column.key}
            closed={dragged !== null && columnOf(dragged) !== column.key && problemOf(dragged, column.key) !== null}
            onDrag={drag}
            onDrop={() => {
              if (dragged) moveTo(dragged, column.key);
              drag(null);
            }}
            onBeside={beside}
          >
            {(card) => children(card, (to) => moveTo(card, to))}
          </BoardColumn>
        ))}
      </div>
      <p role="status" aria-live="polite" className="sr-only">
        {said}
      </p>
      {writes ? <p className="mt-4 text-sm text-muted-foreground phone:hidden">{words.keys}</p> : null}
    </div>
  );
}

const firstWithCards = <Key extends string>(columns: readonly Column<Key>[]): Key =>
  (columns.find(({ count }) => count) ?? columns[0]!).key;
