"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { WeekPlanProps } from "./week-plan";

const figures = ["contacts", "conversations", "applications"] as const;
const usual = { contacts: "5", conversations: "3", applications: "1" };

/** How much one sets out to do this week. */
export function WeekPlanForm({ organisation, personId, week, plan, close }: WeekPlanProps & { close: () => void }) {
  const t = useTranslations("job-search.week");
  const words = useTranslations("job-search");
  const start = Object.fromEntries(
    figures.map((figure) => [figure, week.planned ? String(week.planned[figure]) : usual[figure]]),
  );
  return (
    <ActionForm
      schema={() => import("@/lib/job-search/schemas").then((module) => module.PlanWeekInput as never)}
      defaultValues={{ personId, monday: week.monday, ...start } as Record<string, unknown>}
      action={(values) => plan(organisation, values as never)}
      submit={t("savePlan")}
      done={t("planned")}
      onDone={close}
      quiet
      labels={Object.fromEntries(figures.map((figure) => [figure, t(`figures.${figure}`)]))}
      cancel={
        <Button variant="quiet" onClick={close}>
          {words("cancel")}
        </Button>
      }
    >
      <div className="grid max-w-lg grid-cols-3 gap-4">
        {figures.map((figure) => (
          <FormField key={figure} name={figure} label={t(`figures.${figure}`)}>
            <Input inputMode="numeric" autoComplete="off" />
          </FormField>
        ))}
      </div>
    </ActionForm>
  );
}
