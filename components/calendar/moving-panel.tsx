"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Moving } from "./use-moving";
import type { MomentWords } from "./use-moment-words";

export interface MovingPanelProps {
  moving: Moving;
  words: MomentWords;
  onDays: (by: 1 | -1) => void;
  onMinutes: (by: 1 | -1) => void;
  onLength: (by: 1 | -1) => void;
  onDrop: () => void;
  onBack: () => void;
}

/** What is being moved, from when to when, with a button for each key: nobody needs to drag. */
export function MovingPanel({ moving, words, onDays, onMinutes, onLength, onDrop, onBack }: MovingPanelProps) {
  const t = useTranslations("calendar.move");
  const { item, startsAt, endsAt } = moving;
  const button = (icon: IconName, label: string, press: () => void) => (
    <Button size="icon" aria-label={label} title={label} onClick={press}>
      <Icon name={icon} />
    </Button>
  );
  return (
    <section
      aria-label={t("panel")}
      className="sticky bottom-4 z-10 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-x-5 gap-y-3 rounded-lg border border-border-strong bg-popover px-4 py-3 shadow-float print:hidden phone:bottom-[calc(var(--bottombar-height)+8px)]"
      onKeyDown={(event) => {
        if (event.key === "Escape") onBack();
      }}
    >
      <div className="text-sm tabular-nums">
        <b translate="no" className="block text-base">
          {item.name}
        </b>
        <s className="block text-muted-foreground">{words.span(item.startsAt, item.endsAt)}</s>
        <b className="block">{words.span(startsAt, endsAt)}</b>
        {item.otherZone ? (
          <span className="block text-muted-foreground">
            {words.span(startsAt, endsAt, item.otherZone.zone)} · {item.otherZone.name}
          </span>
        ) : null}
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        {button("arrow-left", t("dayBefore"), () => onDays(-1))}
        {button("arrow-right", t("dayAfter"), () => onDays(1))}
        {button("arrow-up", t("earlier"), () => onMinutes(-1))}
        {button("arrow-down", t("later"), () => onMinutes(1))}
        {item.resizes ? (
          <>
            {button("minus", t("shorter"), () => onLength(-1))}
            {button("plus", t("longer"), () => onLength(1))}
          </>
        ) : null}
      </div>
      <div className="flex items-center gap-2">
        <Button variant="tint" onClick={onDrop}>
          {t("here")}
        </Button>
        <Button variant="quiet" onClick={onBack}>
          {t("putBack")}
        </Button>
      </div>
    </section>
  );
}
