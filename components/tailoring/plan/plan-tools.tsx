"use client";

import { useTranslations } from "next-intl";
import { LateDialog } from "@/components/frame/late-dialog";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { toast } from "@/components/ui/toast";
import { leftOutId } from "./left-out";
import { withPages, withPoints } from "./plan-state";
import type { TailorBenchProps } from "./tailor-actions";
import type { usePlan } from "./use-plan";

/** Pages by which a resume may grow. */
const growths = [
  ["none", 0],
  ["quarter", 0.25],
  ["half", 0.5],
  ["one", 1],
  ["two", 2],
] as const;

/** What found no place stands below all roles, where nobody looks first. */
function goToLeftOut(): void {
  const section = document.getElementById(leftOutId);
  section?.scrollIntoView({ block: "start" });
  section?.focus({ preventScroll: true });
}

/** What one does about the whole plan: more points, another resume, pages allowed, roles that are wrong. */
export function PlanTools({
  organisation,
  view,
  actions,
  plan,
  writes,
  technologies,
  onMark,
}: Pick<TailorBenchProps, "organisation" | "view" | "actions" | "writes" | "technologies"> & {
  plan: ReturnType<typeof usePlan>;
  onMark: () => void;
}) {
  const t = useTranslations("tailor.plan");
  if (!writes) return null;
  const { submissionId, otherResumes, resume } = view;
  const selectClasses = "h-8 rounded-md border border-input bg-card px-2 text-sm phone:h-11";
  const take = async (resumeId: string) => {
    const result = await actions
      .takeResume(organisation, { submissionId, expectedVersion: plan.versionSeen(), resumeId })
      .catch(() => null);
    if (!result?.ok) return void toast.problem(result?.refusal.message ?? t("notSent"));
    toast.done(t("taken"));
  };
  return (
    <div className="flex flex-wrap items-center gap-2 px-5 pt-4 phone:px-4">
      <LateDialog
        load={() => import("./add-points-sheet").then((module) => module.AddPointsSheet)}
        props={{
          known: plan.shown.points,
          technologies,
          choices: (search: string) => actions.choices(organisation, { submissionId, ...(search ? { search } : {}) }),
          onAdd: (points) => plan.apply(withPoints(points), t("added", { count: points.length })),
        }}
      >
        <Button size="small">
          <Icon name="plus" size="small" />
          {t("addPoints")}
        </Button>
      </LateDialog>
      <select
        aria-label={t("pagesAllowed")}
        className={selectClasses}
        value={plan.shown.pages === null ? "" : String(plan.shown.pages)}
        onChange={({ target }) =>
          plan.apply(withPages(target.value === "" ? null : Number(target.value)), t("pagesChanged"))
        }
      >
        <option value="">{t("grows.any")}</option>
        {growths.map(([name, pages]) => (
          <option key={name} value={pages}>
            {t(`grows.${name}`)}
          </option>
        ))}
      </select>
      {plan.shown.leftOut.length > 0 ? (
        <Button size="small" variant="quiet" onClick={goToLeftOut}>
          <Icon name="arrow-down" size="small" />
          {t("countLeftOut", { count: plan.shown.leftOut.length })}
        </Button>
      ) : null}
      {otherResumes.length > 0 ? (
        <select
          aria-label={t("whichResume")}
          className={cn(selectClasses, "max-w-full min-w-0")}
          value={resume.id}
          onChange={({ target }) => void take(target.value)}
        >
          <option value={resume.id}>{resume.fileName}</option>
          {otherResumes.map(({ id, fileName }) => (
            <option key={id} value={id}>
              {fileName}
            </option>
          ))}
        </select>
      ) : null}
      {resume.format === "docx" && view.roles.length > 0 ? (
        <Button size="small" variant="quiet" onClick={onMark}>
          {view.rolesMarked ? t("rolesMarked") : t("rolesWrong")}
        </Button>
      ) : null}
    </div>
  );
}
