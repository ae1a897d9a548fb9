import { getFormatter, getTranslations } from "next-intl/server";
import { Icon, type IconName } from "@/components/ui/icon";
import type { PlanChange } from "@/lib/plans/rules/content";
import { civilDay } from "@/lib/platform/i18n/civil-day";

const icons: Record<PlanChange["kind"], IconName> = {
  "goal-added": "plus",
  "goal-removed": "minus",
  "goal-changed": "pencil",
  "goals-ordered": "arrow-right-left",
  field: "pencil",
  "milestone-added": "plus",
  "milestone-removed": "minus",
  "milestone-changed": "pencil",
  "step-added": "plus",
  "step-removed": "minus",
};

/** What is told in one sentence; words that changed are shown as they were and as they are. */
type Told = Exclude<PlanChange, { kind: "field" | "goal-changed" }>;

/** What changed between two editions, in words. */
export async function PlanChanges({ changes }: { changes: readonly PlanChange[] }) {
  const t = await getTranslations("plans");
  const format = await getFormatter();
  const day = (iso: string | null) => (iso ? civilDay(format, iso, { day: "numeric", month: "long" }) : t("noDay"));
  const sentence = (change: Told) => {
    switch (change.kind) {
      case "goals-ordered":
        return t("changes.goals-ordered", { goals: format.list(change.goals) });
      case "goal-added":
      case "goal-removed":
        return t(`changes.${change.kind}`, { goal: change.goal });
      case "milestone-changed": {
        const { before, title, dueBefore, dueOn } = change;
        return t("changes.milestone-changed", { before, title, dueBefore: day(dueBefore), due: day(dueOn) });
      }
      case "milestone-added":
      case "milestone-removed":
        return t(`changes.${change.kind}`, { title: change.title, due: day(change.dueOn) });
      default:
        return t(`changes.${change.kind}`, { title: change.title, milestone: change.milestone });
    }
  };
  if (changes.length === 0) return <p className="text-muted-foreground">{t("noChanges")}</p>;
  return (
    <ul className="grid gap-4">
      {changes.map((change, place) => (
        <li key={place} className="grid grid-cols-[auto_minmax(0,1fr)] gap-3">
          <Icon name={icons[change.kind]} size="small" className="mt-1 text-muted-foreground" />
          {change.kind === "field" || change.kind === "goal-changed" ? (
            <div>
              <p className="text-sm break-words text-muted-foreground">
                {change.kind === "goal-changed" && change.field !== "goal"
                  ? t("changes.goal-changed", { field: t(`fields.${change.field}`), goal: change.goal })
                  : t(`fields.${change.field}`)}
              </p>
              {change.before ? (
                <p className="break-words whitespace-pre-line text-muted-foreground">
                  <del>{change.before}</del>
                </p>
              ) : null}
              {change.after ? (
                <p className="break-words whitespace-pre-line">
                  <ins className="no-underline">{change.after}</ins>
                </p>
              ) : null}
            </div>
          ) : (
            <p className="break-words">{sentence(change)}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
