"use client";

import { useFormatter, useTranslations } from "next-intl";
import { CardHead } from "@/components/board/card-head";
import { stageLook } from "@/components/job-search/stage-look";
import { Status } from "@/components/ui/status";
import { isOpen, openStages, possibleStages, type Stage } from "@/lib/job-search/rules/stages";
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
  const possible = possibleStages(card.stage);
  const open = openStages.filter((to) => possible.includes(to));
  const ends = possible.filter((to) => !isOpen(to));
  const href = `/${organisation}/job-search/opportunity/${card.id}`;
  return (
    <>
      <CardHead
        href={href}
        title={card.title}
        below={[card.companyName, card.place].filter(Boolean).join(" · ")}
        menu={
          writes
            ? {
                label: t("board.moveCard", { title: card.title }),
                moves: {
                  open: open.map((stage) => ({
                    ...{ stage, icon: stageLook[stage].icon, move: () => onMove(stage) },
                    words: t("moveTo", { stage: t(`stages.${stage}`) }),
                  })),
                  // An end leads to a page that asks when, or why.
                  ends: ends.map((stage) => ({
                    ...{ stage, icon: stageLook[stage].icon, href: `${href}/move/${stage}` },
                    words: t(`ends.${stage}`),
                  })),
                },
              }
            : undefined
        }
      />
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
