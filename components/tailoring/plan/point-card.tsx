"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, type ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Icon, type IconName } from "@/components/ui/icon";
import { Tag } from "@/components/ui/tag";
import { Textarea } from "@/components/ui/textarea";
import type { DraftPoint } from "@/lib/tailoring/tailored/draft-schema";

export interface PointCardProps {
  point: DraftPoint;
  number: number;
  reason: string;
  byHand: boolean;
  chosen: boolean;
  /** Somebody holds it; how far it is taken along stands on the element itself. */
  held: boolean;
  grip: ComponentProps<"button">;
  writes: boolean;
  /** Its words while somebody writes them anew. They are kept outside of it: a card that goes to another role is a new one. */
  draft: string | null;
  onDraft: (words: string | null) => void;
  onChoose: () => void;
  onRemove: () => void;
  onReword: (text: string) => void;
  /** Lets the planner decide again. */
  onUndecide: () => void;
}

/** A point where it will stand: its number in the document, its words, why it is there. */
export function PointCard(props: PointCardProps) {
  const { point, number, reason, byHand, chosen, held, writes, draft, onDraft } = props;
  const t = useTranslations("tailor.plan");
  const editing = draft !== null;
  const words = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(editing);
  useEffect(() => {
    // The field was in their place.
    if (wasEditing.current && !editing) words.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  return (
    <div
      data-slot="point"
      data-point={point.id}
      className={cn(
        "relative grid grid-cols-[26px_22px_minmax(0,1fr)_28px] items-start rounded-md border bg-card py-2 ps-0.5 pe-1.5 phone:grid-cols-[44px_22px_minmax(0,1fr)_44px] phone:py-1 phone:pe-0",
        chosen ? "border-primary outline-2 outline-offset-1 outline-ring" : "border-border",
        held && "z-10 border-primary opacity-90 shadow-float outline-2 outline-offset-1 outline-ring",
      )}
    >
      {writes ? (
        <Button
          size="iconSmall"
          variant="ghost"
          aria-label={t("move", { number })}
          className="h-6 w-[26px] cursor-grab touch-none text-input active:cursor-grabbing aria-pressed:text-primary phone:size-11"
          {...props.grip}
        >
          <Icon name="grip-vertical" />
        </Button>
      ) : (
        <span />
      )}
      <span className="pt-0.5 text-xs font-semibold text-primary tabular-nums phone:pt-3">{number}</span>
      <div className="min-w-0 phone:py-2">
        {draft !== null ? (
          <Reword
            text={point.text}
            words={draft}
            onWords={onDraft}
            onCancel={() => onDraft(null)}
            onSave={(text) => {
              onDraft(null);
              props.onReword(text);
            }}
          />
        ) : (
          <button
            ref={words}
            type="button"
            onClick={props.onChoose}
            aria-pressed={chosen}
            title={point.text}
            className={cn(
              "block w-full text-start text-sm wrap-anywhere phone:text-base",
              !chosen && "line-clamp-1 phone:line-clamp-2",
            )}
          >
            {point.text}
          </button>
        )}
        <p className="mt-1 text-xs leading-5 text-muted-foreground phone:text-sm">
          <Tag className="me-1.5 align-middle">{point.technology}</Tag>
          {byHand ? <span className="font-medium text-foreground">{t("byHand")} </span> : null}
          {byHand ? null : reason}
          {chosen && !editing && writes ? (
            <>
              <Small icon="pencil" onClick={() => onDraft(point.text)}>
                {t("edit")}
              </Small>
              {byHand ? (
                <Small icon="rotate-ccw" onClick={props.onUndecide}>
                  {t("planAgain")}
                </Small>
              ) : null}
            </>
          ) : null}
        </p>
      </div>
      {writes ? (
        <Button
          size="iconSmall"
          variant="ghost"
          className="h-6 phone:size-11"
          aria-label={t("leaveOut", { number })}
          onClick={props.onRemove}
        >
          <Icon name="x" />
        </Button>
      ) : null}
    </div>
  );
}

function Small({ icon, ...button }: ComponentProps<typeof Button> & { icon: IconName }) {
  return (
    <Button size="small" variant="quiet" className="-my-1 h-6 px-1.5 text-xs phone:h-11 phone:text-sm" {...button}>
      <Icon name={icon} size="small" />
      {button.children}
    </Button>
  );
}

interface RewordProps {
  text: string;
  words: string;
  onWords: (words: string) => void;
  onSave: (text: string) => void;
  onCancel: () => void;
}

function Reword({ text, words, onWords, onSave, onCancel }: RewordProps) {
  const t = useTranslations("tailor.plan");
  const clean = words.replace(/\s+/g, " ").trim();
  const save = () => (clean === "" || clean === text ? onCancel() : onSave(clean));
  return (
    <div className="grid gap-2">
      <Textarea
        rows={2}
        autoFocus
        value={words}
        maxLength={1000}
        aria-label={t("wording")}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onCancel();
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) save();
        }}
      />
      <div className="flex gap-2">
        <Button size="small" variant="tint" onClick={save}>
          {t("saveWords")}
        </Button>
        <Button size="small" variant="quiet" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}
