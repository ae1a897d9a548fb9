"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import type { WeekFigures } from "@/lib/job-search/rules/weeks";
import type { ActionResult } from "@/lib/platform/result";

const weekFigures = ["contacts", "conversations", "applications"] as const;

export interface WeekPlanProps {
  organisation: string;
  personId: string;
  week: { monday: string; planned: WeekFigures | null; done: WeekFigures };
  writes: boolean;
  plan: (organisation: string, input: never) => Promise<ActionResult<unknown>>;
}

const load = () => import("./week-plan-form").then((module) => module.WeekPlanForm);
const WeekPlanForm = dynamic(load, { ssr: false });

/** This week: done of planned, in three figures; the plan can be made and changed. */
export function WeekPlan(props: WeekPlanProps) {
  const { week, writes } = props;
  const t = useTranslations("job-search.week");
  const [planning, setPlanning] = useState(false);
  return (
    <Card pad>
      <dl className="grid grid-cols-3 gap-5 phone:grid-cols-1 phone:gap-4">
        {weekFigures.map((figure) => {
          const planned = week.planned?.[figure];
          const done = week.done[figure];
          return (
            <div key={figure}>
              <dt className="text-sm text-muted-foreground">{t(`figures.${figure}`)}</dt>
              <dd className="m-0">
                <b className="text-xl font-medium tabular-nums">{done}</b>{" "}
                <span className="text-muted-foreground">
                  {planned === undefined ? t("unplanned") : t("ofPlanned", { planned })}
                </span>
                {planned ? (
                  <Meter
                    className="mt-2"
                    value={done / planned}
                    tone={done >= planned ? "ok" : "act"}
                    label={t(`figures.${figure}`)}
                    valueText={t("valueText", { done, planned })}
                  />
                ) : null}
              </dd>
            </div>
          );
        })}
      </dl>
      {writes ? (
        <div className="mt-5">
          {planning ? (
            <WeekPlanForm {...props} close={() => setPlanning(false)} />
          ) : (
            <Button onPointerEnter={() => void load()} onClick={() => setPlanning(true)}>
              {t(week.planned ? "changePlan" : "makePlan")}
            </Button>
          )}
        </div>
      ) : null}
    </Card>
  );
}
