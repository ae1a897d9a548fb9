"use client";

import { useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import type { RoleView } from "@/lib/tailoring/tailored/tailoring-view";
import { takesPoints } from "./moves";
import type { PlanState } from "./plan-state";
import { roleName } from "./role-name";

export interface LeftOutProps {
  roles: readonly RoleView[];
  shown: PlanState;
  writes: boolean;
  onPut: (point: string, role: number) => void;
  onUndecide: (point: string) => void;
  onDelete: (point: string) => void;
}

/** Where this part of the page is led to. */
export const leftOutId = "left-out";

/** What does not go in, by why it does not; any of it goes in anyway where somebody says so. */
export function LeftOut({ roles, shown, writes, onPut, onUndecide, onDelete }: LeftOutProps) {
  const t = useTranslations("tailor.plan");
  const [asked, ask] = useState<string | null>(null);
  const open = roles.filter(takesPoints);
  const close = () => {
    ask(null);
    // What was pressed goes, and the focus would go with it.
    document.getElementById(leftOutId)?.focus({ preventScroll: true });
  };
  if (shown.leftOut.length === 0) return null;
  const groups = new Map<string, PlanState["leftOut"]>();
  for (const one of shown.leftOut) {
    const why = one.byHand && !one.reason ? t("leftOutByYou") : one.reason || t("waits");
    groups.set(why, [...(groups.get(why) ?? []), one]);
  }
  return (
    <section
      id={leftOutId}
      data-slot="left-out"
      tabIndex={-1}
      className="mx-5 mt-5 scroll-mt-16 border-t border-border-strong pt-3.5 outline-none phone:mx-4"
    >
      <h3 className="text-base font-semibold">
        {t("leftOutTitle")}{" "}
        <span className="font-normal text-muted-foreground tabular-nums">{shown.leftOut.length}</span>
      </h3>
      {[...groups].map(([why, group]) => (
        <Fragment key={why}>
          <h4 className="mt-2.5 text-sm font-medium">
            {why} <span className="font-normal text-muted-foreground tabular-nums">{group.length}</span>
          </h4>
          <ul className="divide-y divide-border">
            {group.map(({ point: id, byHand }) => {
              const point = shown.points.find((one) => one.id === id);
              if (!point) return null;
              return (
                <li
                  key={id}
                  className="grid grid-cols-[82px_minmax(0,1fr)_auto] items-start gap-x-2.5 gap-y-1 py-2 phone:grid-cols-[minmax(0,1fr)_auto]"
                >
                  <span className="min-w-0 phone:col-span-2">
                    <Tag className="h-auto min-h-5 max-w-full whitespace-normal">{point.technology}</Tag>
                  </span>
                  <p
                    className="line-clamp-2 min-w-0 text-sm text-muted-foreground wrap-anywhere phone:text-[0.9375rem]"
                    title={point.text}
                  >
                    {point.text}
                  </p>
                  {writes ? (
                    <div className="flex items-center gap-1">
                      {open.length > 0 && asked !== id ? (
                        <Button
                          size="small"
                          variant="quiet"
                          onClick={() => ask(id)}
                          aria-label={t("placeThis", { text: point.text })}
                        >
                          {t("place")}
                        </Button>
                      ) : null}
                    </div>
                  ) : null}
                  {asked === id ? (
                    <div className="col-span-full flex flex-wrap items-center gap-2">
                      <div
                        role="group"
                        aria-label={t("whichRole")}
                        className="grid w-full justify-items-start gap-1.5"
                        onKeyDown={(event) => event.key === "Escape" && close()}
                      >
                        <span className="text-sm font-medium">{t("whichRole")}</span>
                        {open.map((role, at) => (
                          <Button
                            key={role.number}
                            size="small"
                            autoFocus={at === 0}
                            className="h-auto min-h-8 max-w-full py-1 text-start whitespace-normal phone:min-h-11"
                            onClick={() => {
                              close();
                              onPut(id, role.number);
                            }}
                          >
                            {roleName(role, role.number, (count) => t("role", { count }))}
                          </Button>
                        ))}
                      </div>
                      {byHand ? (
                        <Button size="small" variant="quiet" onClick={() => onUndecide(id)}>
                          {t("planAgain")}
                        </Button>
                      ) : null}
                      <Button size="small" variant="quiet" onClick={() => onDelete(id)}>
                        {t("delete")}
                      </Button>
                      <Button size="small" variant="quiet" onClick={close}>
                        {t("cancel")}
                      </Button>
                    </div>
                  ) : null}
                </li>
              );
            })}
          </ul>
        </Fragment>
      ))}
    </section>
  );
}
