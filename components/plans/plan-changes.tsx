import { getFormatter, getTranslations } from "next-intl/server";
import { Icon, type IconName } from "@/components/ui/icon";
import type { PlanChange } from "@/lib/plans/rules/content";
import { civilDay } from "@/lib/platform/i18n/civil-day";

const icons: Record<PlanChange["kind"], IconName> = {
  field: "pencil",
  "milestone-added": "plus",
  "milestone-removed": "minus",
  "milestone-changed": "pencil",
  "step-added": "plus",
  "step-removed": "minus",
};

/** What changed between two editions, in words. */
export async function PlanChanges({ changes }: { changes: readonly PlanChange[] }) {
  const t = await getTranslations("plans");
  const format = await getFormatter();
  const day = (iso: string | null) => (iso ? civilDay(format, iso, { day: "numeric", month: "long" }) : t("noDay"));
  if (changes.length === 0) return <p className="text-muted-foreground">{t("noChanges")}</p>;
  return (
    <ul className="grid gap-4">
      {changes.map((change, place) => (
        <li key={place} className="grid grid-cols-[auto_minmax(0,1fr)] gap-3">
          <Icon name={icons[change.kind]} size="small" className="mt-1 text-muted-foreground" />
          {change.kind === "field" ? (
            <div>
              <p className="text-sm text-muted-foreground">{t(`fields.${change.field}`)}</p>
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
            <p className="break-words">
              {change.kind === "milestone-changed"
                ? t("changes.milestone-changed", {
                    before: change.before,
                    title: change.title,
                    dueBefore: day(change.dueBefore),
                    due: day(change.dueOn),
                  })
                : change.kind === "milestone-added" || change.kind === "milestone-removed"
                  ? t(`changes.${change.kind}`, { title: change.title, due: day(change.dueOn) })
                  : t(`changes.${change.kind}`, { title: change.title, milestone: change.milestone })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
