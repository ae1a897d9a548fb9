"use client";

import { CardMenuButton } from "@/components/board/card-menu-button";
import type { OpensAtOnce } from "@/components/frame/late-menu";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

/** One way to move a card: done at once, or on a page that asks something first. */
export type CardMove = { stage: string; words: string; icon: IconName } & ({ move: () => void } | { href: string });

/** Ways to move a card: to a stage in which work goes on, and to an end. */
export interface CardMoves {
  open: readonly CardMove[];
  ends: readonly CardMove[];
}

/** The menu of a card: where it can go, the ends apart. */
export function CardMenu({ label, moves, openAtOnce }: { label: string; moves: CardMoves } & OpensAtOnce) {
  return (
    <DropdownMenu defaultOpen={openAtOnce}>
      <DropdownMenuTrigger asChild>
        <CardMenuButton label={label} />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {moves.open.map((move) => (
          <MoveItem key={move.stage} move={move} />
        ))}
        {moves.open.length > 0 && moves.ends.length > 0 ? <DropdownMenuSeparator /> : null}
        {moves.ends.map((move) => (
          <MoveItem key={move.stage} move={move} />
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function MoveItem({ move }: { move: CardMove }) {
  const shown = (
    <>
      <Icon name={move.icon} />
      {move.words}
    </>
  );
  if ("move" in move) return <DropdownMenuItem onSelect={move.move}>{shown}</DropdownMenuItem>;
  return (
    <DropdownMenuItem asChild>
      <Link href={move.href}>{shown}</Link>
    </DropdownMenuItem>
  );
}
