"use client";

import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { Status } from "@/components/ui/status";
import type { RoleView } from "@/lib/tailoring/tailored/tailoring-view";
import { linesOf, numbersOf, takesPoints, type Slot } from "./moves";
import type { PlanState } from "./plan-state";
import { PointCard } from "./point-card";
import { roleName } from "./role-name";
import { useMoving } from "./use-moving";

export interface RoleListProps {
  roles: readonly RoleView[];
  shown: PlanState;
  /** Words of the paragraphs of the document, once it is drawn: what a point is moved along. */
  texts: ReadonlyMap<number, string>;
  chosen: string | null;
  writes: boolean;
  onChoose: (point: string) => void;
  onMove: (point: string, slot: Slot) => void;
  onRemove: (point: string) => void;
  onReword: (point: string, text: string) => void;
  onUndecide: (point: string) => void;
}

/** The roles of a resume with the points that go into each, which are moved by pointer, finger and keys. */
export function RoleList(props: RoleListProps) {
  const { roles, shown, texts, chosen, writes } = props;
  const t = useTranslations("tailor.plan");
  const list = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
  const draft = (point: string, words: string | null) =>
    setDrafts((before) => {
      const next = new Map(before);
      if (words === null) next.delete(point);
      else next.set(point, words);
      return next;
    });
  const remove = (point: string) => {
    // Its card goes, and the focus would go with it.
    const grips = [...(list.current?.querySelectorAll<HTMLElement>("[data-grip]") ?? [])];
    const at = grips.findIndex((grip) => grip.dataset["grip"] === point);
    (grips[at + 1] ?? grips[at - 1])?.focus();
    props.onRemove(point);
  };
  const numbers = useMemo(() => numbersOf(shown.placed), [shown.placed]);
  const points = useMemo(() => new Map(shown.points.map((point) => [point.id, point])), [shown.points]);
  const nameOf = (number: number) => roleName(roles[number], number, (count) => t("role", { count }));
  const { moving, gripOf } = useMoving({
    ...{ roles, placed: shown.placed, list, onDrop: props.onMove },
    say(what, point, slot) {
      const number = numbers.get(point) ?? 0;
      const of = linesOf(
        roles.find((one) => one.number === slot.role)!,
        shown.placed,
        point,
      ).length;
      setSaid(t(`said.${what}`, { number, role: nameOf(slot.role), at: slot.at, of }));
    },
  });
  return (
    <div ref={list} data-slot="roles">
      <p role="status" aria-live="assertive" className="sr-only">
        {said}
      </p>
      {roles.map((role) => {
        const here = shown.placed.filter((one) => one.role === role.number);
        const lines = linesOf(role, shown.placed);
        const target = moving && moving.slot.role === role.number ? moving.slot.at : null;
        let at = 0;
        return (
          <section key={role.number} aria-label={nameOf(role.number)} className="pb-1">
            <header className="flex items-end gap-3 px-5 pt-4 pb-1.5 phone:px-4">
              <div className="min-w-0">
                <h3 className="text-base leading-5 font-semibold wrap-anywhere">{nameOf(role.number)}</h3>
                <p className="text-sm text-muted-foreground wrap-anywhere">
                  {[role.employer ? role.title : null, spanOf(role, t)].filter(Boolean).join(" · ")}
                </p>
              </div>
              <span className="ms-auto flex-none text-xs text-muted-foreground tabular-nums">
                {role.most === 0 ? t("noRoom") : t("ofMost", { count: here.length, most: role.most })}
              </span>
            </header>
            {role.sure ? null : (
              <p className="px-5 pb-1.5 phone:px-4">
                <Status icon="circle-alert" tone="warn">
                  {t("unsure")}
                </Status>
              </p>
            )}
            <ol className="grid gap-1.5 px-5 phone:gap-2 phone:px-4">
              {lines.map((line) => {
                if ("bullet" in line) {
                  if (!moving || !takesPoints(role)) return null;
                  at += 1;
                  return (
                    <li key={line.bullet} data-role={role.number} data-at={at} className="relative">
                      <span className="flex gap-2 border-s-2 border-border py-0.5 ps-3 text-xs text-muted-foreground">
                        <span className="line-clamp-1">{texts.get(line.bullet) ?? t("line", { number: at })}</span>
                      </span>
                      <DropLine there={target === at} />
                    </li>
                  );
                }
                const point = points.get(line.point);
                const place = here.find((one) => one.point === line.point);
                if (!point || !place) return null;
                const isHeld = moving?.point === point.id;
                if (!isHeld) at += 1;
                return (
                  <li
                    key={point.id}
                    className="relative"
                    {...(isHeld ? {} : { "data-role": role.number, "data-at": at })}
                  >
                    <PointCard
                      {...{ point, writes }}
                      number={numbers.get(point.id) ?? 0}
                      reason={place.reason}
                      byHand={place.byHand}
                      chosen={chosen === point.id}
                      held={isHeld}
                      grip={gripOf(point.id)}
                      onChoose={() => props.onChoose(point.id)}
                      draft={drafts.get(point.id) ?? null}
                      onDraft={(words) => draft(point.id, words)}
                      onRemove={() => remove(point.id)}
                      onReword={(text) => props.onReword(point.id, text)}
                      onUndecide={() => props.onUndecide(point.id)}
                    />
                    {isHeld ? null : <DropLine there={target === at} />}
                  </li>
                );
              })}
            </ol>
            {here.length === 0 && !moving ? (
              <p className="px-5 text-sm text-muted-foreground phone:px-4">
                {role.most === 0 ? t("takesNone") : t("none")}
              </p>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}

function DropLine({ there }: { there: boolean }) {
  if (!there) return null;
  return (
    <span data-drop-line aria-hidden className="absolute inset-x-0 -bottom-[5px] z-20 h-1 rounded-full bg-primary" />
  );
}

/** "Mar 2021 to now", as far as it is known. */
function spanOf({ start, end }: RoleView, t: ReturnType<typeof useTranslations<"tailor.plan">>): string {
  if (start && end) return t("span", { start, end });
  if (start) return t("since", { start });
  return end ?? "";
}
