"use client";

import type { ReactNode } from "react";
import type { CardMoves } from "@/components/board/card-menu";
import { CardMenuButton } from "@/components/board/card-menu-button";
import { LateMenu } from "@/components/frame/late-menu";
import { Link } from "@/components/ui/link";

const loadMenu = () => import("./card-menu").then((module) => module.CardMenu);

/** The head of a card on a board: what it is, which opens its record wherever the card is pressed, a line below, and the menu that moves it. */
export function CardHead({
  href,
  title,
  below,
  menu,
}: {
  href: string;
  title: ReactNode;
  below: string;
  /** Left out for who only reads. */
  menu?: { label: string; moves: CardMoves };
}) {
  return (
    <div className="flex items-start gap-2">
      <p className="min-w-0 flex-1 break-words">
        <Link
          href={href}
          draggable={false}
          className="font-semibold text-foreground no-underline after:absolute after:inset-0 after:content-['']"
        >
          {title}
        </Link>
        <span className="block text-sm text-muted-foreground">{below}</span>
      </p>
      {menu ? (
        <div className="relative z-1 -me-1.5 -mt-1">
          <LateMenu load={loadMenu} haspopup="menu" props={menu}>
            <CardMenuButton label={menu.label} />
          </LateMenu>
        </div>
      ) : null}
    </div>
  );
}
