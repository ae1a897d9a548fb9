"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { LateMenu } from "@/components/frame/late-menu";
import { stageLook } from "@/components/job-search/stage-look";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Status } from "@/components/ui/status";
import { isOpen, type openStages, type Stage } from "@/lib/job-search/rules/stages";
import { civilDay } from "@/lib/platform/i18n/civil-day";

export interface CardShown {
  id: string;
  title: string;
  companyName: string;
  place: string;
  stage: Stage;
  nextAction: string;
  nextActionOn: string | null;
  endReason: string;
}

export type OpenStage = (typeof openStages)[number];

const loadMenu = () => import("./move-menu").then((module) => module.MoveMenu);

/** One opportunity on the board: where, what comes next, and the ways to move it. */
export function BoardCard({
  organisation,
  card,
  today,
  writes,
  onMove,
}: {
  organisation: string;
  card: CardShown;
  today: string;
  writes: boolean;
  onMove: (stage: OpenStage) => void;
}) {
  const t = useTranslations("job-search");
  const format = useFormatter();
  const late = isOpen(card.stage) && card.nextActionOn !== null && card.nextActionOn < today;
  const href = `/${organisation}/job-search/opportunity/${card.id}`;
  return (
    <>
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 break-words">
          <Link
            href={href}
            draggable={false}
            className="font-semibold text-foreground no-underline after:absolute after:inset-0 after:content-['']"
          >
            {card.title}
          </Link>
          <span className="block text-sm text-muted-foreground">
            {[card.companyName, card.place].filter(Boolean).join(" · ")}
          </span>
        </p>
        {writes ? (
          <div className="relative z-1 -me-1.5 -mt-1">
            <LateMenu
              load={loadMenu}
              haspopup="menu"
              props={{ label: t("board.moveCard", { title: card.title }), stage: card.stage, href, onMove }}
            >
              <Button size="icon" variant="quiet" aria-label={t("board.moveCard", { title: card.title })}>
                <Icon name="ellipsis" />
              </Button>
            </LateMenu>
          </div>
        ) : null}
      </div>
      {isOpen(card.stage) ? (
        card.nextAction || card.nextActionOn ? (
          <p className="mt-2 text-sm">
            {card.nextAction}
            {card.nextActionOn ? (
              <Status icon={late ? "calendar-x" : "calendar"} tone={late ? "warn" : "neutral"} className="mt-0.5 flex">
                {t(late ? "dueLate" : "dueOn", {
                  date: civilDay(format, card.nextActionOn, { weekday: "short", day: "numeric", month: "short" }),
                })}
              </Status>
            ) : null}
          </p>
        ) : (
          <p className="mt-2 text-sm text-muted-foreground">{t("noNextAction")}</p>
        )
      ) : (
        <p className="mt-2 text-sm">
          <Status icon={stageLook[card.stage].icon} tone={stageLook[card.stage].tone}>
            {t(`stages.${card.stage}`)}
          </Status>
          {card.endReason ? <span className="block text-muted-foreground">{card.endReason}</span> : null}
        </p>
      )}
    </>
  );
}
