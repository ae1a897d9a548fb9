"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { LateMenu } from "@/components/frame/late-menu";
import type { SubmissionShown } from "@/components/tailoring/submission-rows";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { SubmissionStage } from "@/lib/tailoring/submissions/stages";

const loadMenu = () => import("./submission-menu").then((module) => module.SubmissionMenu);

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
  const label = t("board.moveCard", { name: card.name });
  return (
    <>
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 break-words">
          <Link
            href={`/${organisation}/submissions/${card.id}`}
            draggable={false}
            className="font-semibold text-foreground no-underline after:absolute after:inset-0 after:content-['']"
          >
            <bdi>{card.name}</bdi>
          </Link>
          <span className="block text-sm text-muted-foreground">
            {[card.title, card.client].filter(Boolean).join(", ")}
          </span>
        </p>
        {writes ? (
          <div className="relative z-1 -me-1.5 -mt-1">
            <LateMenu load={loadMenu} haspopup="menu" props={{ label, stage: card.stage, onMove }}>
              <Button size="icon" variant="quiet" aria-label={label}>
                <Icon name="ellipsis" />
              </Button>
            </LateMenu>
          </div>
        ) : null}
      </div>
      <p className="mt-2 text-sm">
        {card.stage === "interview" && card.interviewAt
          ? format.dateTime(card.interviewAt, { weekday: "short", hour: "numeric", minute: "2-digit", ...day })
          : t("since", { date: format.dateTime(card.stageSince, day) })}
      </p>
    </>
  );
}
