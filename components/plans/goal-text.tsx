import { useTranslations } from "next-intl";
import type { PlanGoal } from "@/lib/plans/rules/content";

/** What a goal says; parts without words are left out. */
export function GoalText({ goal }: { goal: PlanGoal }) {
  const t = useTranslations("plans.fields");
  return (
    <>
      <h3 className="font-title text-xl break-words whitespace-pre-line">{goal.goal}</h3>
      {goal.occupation || goal.motives ? (
        <dl className="mt-3 grid gap-3">
          {(["occupation", "motives"] as const)
            .filter((field) => goal[field] !== "")
            .map((field) => (
              <div key={field}>
                <dt className="text-sm text-muted-foreground">{t(field)}</dt>
                <dd className="m-0 text-md break-words whitespace-pre-line">{goal[field]}</dd>
              </div>
            ))}
        </dl>
      ) : null}
    </>
  );
}
