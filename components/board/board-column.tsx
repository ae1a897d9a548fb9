"use client";

import { useState, type ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

export interface Column<Key extends string> {
  key: Key;
  label: string;
  icon: IconName;
  /** How many it has, more than are shown in a full one; null for one that only takes cards in. */
  count: number | null;
  /** Its name with the count, as it is read out. */
  name: (count: number) => string;
  /** What it says while it is empty. */
  none: string;
  /** Where all of them are listed. */
  all: { href: string; label: (count: number) => string };
}

/** One column of a board: its cards, and the place where others are dropped. */
export function BoardColumn<Card extends { id: string }, Key extends string>({
  column,
  count,
  cards,
  writes,
  current,
  closed,
  onDrag,
  onDrop,
  onBeside,
  children,
}: {
  column: Column<Key>;
  count: number | null;
  cards: readonly Card[];
  writes: boolean;
  /** The one that a phone shows. */
  current: boolean;
  /** It cannot take the card that is being dragged; dropping it here says why. */
  closed: boolean;
  onDrag: (card: Card | null) => void;
  onDrop: () => void;
  onBeside: (card: Card, steps: 1 | -1) => void;
  children: (card: Card) => ReactNode;
}) {
  const [over, setOver] = useState(false);
  return (
    <section
      aria-label={column.name(count ?? 0)}
      onDragOver={(event) => {
        if (!writes) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop();
      }}
      className={cn(
        "min-w-0 rounded-md border border-transparent p-1",
        !current && "phone:hidden",
        closed && "opacity-50",
        over && !closed && "border-primary bg-accent",
      )}
    >
      <h2 className="mb-2.5 flex items-center gap-2 px-1 text-base font-semibold">
        <Icon name={column.icon} size="small" className="text-muted-foreground" />
        {column.label}
        {count === null ? null : <span className="font-normal text-muted-foreground tabular-nums">{count}</span>}
      </h2>
      <ul className="grid gap-2.5">
        {cards.map((card) => (
          <li
            key={card.id}
            data-slot="board-card"
            data-card={card.id}
            draggable={writes}
            onDragStart={(event) => {
              event.dataTransfer.setData("text/plain", card.id);
              event.dataTransfer.effectAllowed = "move";
              // A change of the page while the drag begins would end it.
              requestAnimationFrame(() => onDrag(card));
            }}
            onDragEnd={() => onDrag(null)}
            onKeyDown={(event) => {
              if (!writes || !event.altKey || (event.key !== "ArrowLeft" && event.key !== "ArrowRight")) return;
              event.preventDefault();
              onBeside(card, event.key === "ArrowRight" ? 1 : -1);
            }}
            className="relative rounded-md border border-border bg-card p-3.5 hover:border-border-strong"
          >
            {children(card)}
          </li>
        ))}
      </ul>
      {count !== null && count > cards.length ? (
        <p className="mt-2.5 px-1 text-sm phone:py-2">
          <Link href={column.all.href}>{column.all.label(count)}</Link>
        </p>
      ) : null}
      {cards.length === 0 ? (
        <p className="rounded-md border border-dashed border-border-strong px-3 py-4 text-sm text-muted-foreground">
          {column.none}
        </p>
      ) : null}
      {count === null ? (
        <p className="mt-2.5 px-1 text-sm phone:py-2">
          <Link href={column.all.href}>{column.all.label(0)}</Link>
        </p>
      ) : null}
    </section>
  );
}
