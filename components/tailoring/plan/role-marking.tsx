"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState, useTransition } from "react";
import { DocumentView, type Place } from "@/components/tailoring/preview/document-view";
import { runUndo, type Undo } from "@/components/forms/run-undo";
import type { Picking } from "@/components/tailoring/preview/use-picking";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";
import type { TailorActions } from "./tailor-actions";
import type { RoleView } from "@/lib/tailoring/tailored/tailoring-view";

export interface RoleMarkingProps {
  organisation: string;
  submissionId: string;
  address: string;
  label: string;
  roles: readonly RoleView[];
  /** The roles are as somebody clicked them, here or in another resume of this layout. */
  marked: boolean;
  /** Where somebody said that the work history is over. */
  historyEnd: number | null;
  actions: Pick<TailorActions, "markRoles" | "forgetRoles" | "undo">;
  versionSeen: () => number;
  onClose: () => void;
}

/** Somebody shows in the document where each role begins, and where the history ends; remembered for other resumes of its layout. */
export function RoleMarking({
  organisation,
  submissionId,
  address,
  label,
  roles,
  marked,
  historyEnd,
  actions,
  versionSeen,
  onClose,
}: RoleMarkingProps) {
  const t = useTranslations("tailor.marking");
  const [begins, setBegins] = useState<readonly number[]>(() => roles.flatMap(({ header }) => header.slice(0, 1)));
  const [end, setEnd] = useState(historyEnd);
  const [ending, setEnding] = useState(false);
  const [texts, setTexts] = useState<ReadonlyMap<number, string>>(new Map());
  const [place, setPlace] = useState<Place | null>(null);
  const [pending, start] = useTransition();
  const toggle = (paragraph: number) =>
    setBegins((before) =>
      before.includes(paragraph)
        ? before.filter((one) => one !== paragraph)
        : [...before, paragraph].sort((one, other) => one - other),
    );
  const endAt = (paragraph: number) => {
    setEnd((before) => (before === paragraph ? null : paragraph));
    setEnding(false);
  };
  const pickEnd = () => {
    setEnding(!ending);
    // Where it is clicked: on a phone that stands above.
    if (!ending) document.querySelector("[data-slot=document]")?.scrollIntoView({ block: "center" });
  };
  const picking = useMemo(
    (): Picking => ({ begins: new Set(begins), end, onPick: ending ? endAt : toggle, onEnd: endAt }),
    [begins, end, ending],
  );
  const done = (ask: () => Promise<ActionResult<unknown>>, said: string) =>
    start(async () => {
      const result = await ask().catch(() => null);
      if (!result?.ok) return void toast.problem(result?.refusal.message ?? t("notSent"));
      const { undo } = result;
      const takeBack = (one: Undo) => runUndo((back) => actions.undo(organisation, back), one, t("undone"));
      toast.done(said, undo ? { action: { label: t("undo"), run: () => takeBack(undo) } } : undefined);
      onClose();
    });
  const seen = () => ({ submissionId, expectedVersion: versionSeen() });
  const save = () => done(() => actions.markRoles(organisation, { ...seen(), headers: [...begins], end }), t("saved"));
  const forget = () => done(() => actions.forgetRoles(organisation, seen()), t("forgotten"));
  return (
    <>
      <DocumentView
        {...{ address, label, picking, place }}
        className="max-[1100px]:max-h-[56dvh] min-[1101px]:h-full"
        onDrawn={(facts) => setTexts(facts.texts)}
        bar={
          <b className="line-clamp-2 min-w-0 text-sm leading-4 font-semibold">
            {ending ? t("clickEnd") : t("clickRoles")}
          </b>
        }
      />
      <section
        aria-label={t("title")}
        tabIndex={0}
        className="min-w-0 border-s border-border-strong bg-background px-5 py-4 focus-visible:-outline-offset-2 max-[1100px]:border-0 phone:px-4 phone:pb-24 min-[1101px]:h-full min-[1101px]:overflow-y-auto"
      >
        <h2 className="font-title text-xl">{t("title")}</h2>
        <p className="mt-1 text-sm text-muted-foreground">{t("lede")}</p>
        <p className="mt-1 text-sm text-muted-foreground phone:hidden">{t("keys")}</p>
        {begins.length === 0 ? (
          <p className="mt-4 rounded-md border border-dashed border-border-strong px-3 py-4 text-sm text-muted-foreground">
            {t("none")}
          </p>
        ) : (
          <ol className="mt-3 divide-y divide-border border-y border-border">
            {begins.map((paragraph, at) => (
              <li key={paragraph} className="flex items-center gap-2 py-1.5">
                <span className="w-6 text-xs font-semibold text-primary tabular-nums">{at + 1}</span>
                <button
                  type="button"
                  className="min-w-0 flex-1 text-start text-sm wrap-anywhere hover:underline phone:min-h-11"
                  onClick={() => setPlace({ paragraph })}
                >
                  {texts.get(paragraph) || t("line", { number: paragraph + 1 })}
                </button>
                <Button
                  size="iconSmall"
                  variant="ghost"
                  aria-label={t("remove", { number: at + 1 })}
                  onClick={() => toggle(paragraph)}
                >
                  <Icon name="x" />
                </Button>
              </li>
            ))}
          </ol>
        )}
        <div className="mt-3 flex flex-wrap items-center gap-2 text-sm">
          <Button size="small" variant={ending ? "tint" : "outline"} aria-pressed={ending} onClick={pickEnd}>
            <Icon name="flag" size="small" />
            {t("markEnd")}
          </Button>
          <span className="min-w-0 text-muted-foreground wrap-anywhere">
            {end === null ? t("noEnd") : t("endsWith", { words: texts.get(end) ?? t("line", { number: end + 1 }) })}
          </span>
        </div>
        <p className="mt-4 text-sm text-muted-foreground">{t("remembered")}</p>
        {marked ? (
          <Button variant="quiet" className="-ms-2.5 mt-1" onClick={() => !pending && forget()}>
            {t("forget")}
          </Button>
        ) : null}
        {/* Where the thumb is: in the place of the bar that goes on with the plan. */}
        <div className="mt-3 flex flex-wrap gap-2 phone:fixed phone:inset-x-0 phone:bottom-0 phone:z-30 phone:mt-0 phone:border-t phone:border-border-strong phone:bg-card phone:p-3 phone:pb-[calc(0.75rem+env(safe-area-inset-bottom))]">
          <Button
            variant="primary"
            className="phone:flex-1"
            disabled={begins.length === 0}
            aria-busy={pending || undefined}
            onClick={() => !pending && save()}
          >
            {t("save", { count: begins.length })}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
        </div>
      </section>
    </>
  );
}
