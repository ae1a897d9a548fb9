import { getFormatter, getTranslations } from "next-intl/server";
import type { ComponentProps, ReactNode } from "react";
import { PackageChangeButtons, type PackageChangeActions } from "@/components/programmes/package-change-buttons";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Icon, type IconName } from "@/components/ui/icon";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import type { FieldChange, PackageChange } from "@/lib/programmes/package-changes";

const icons: Record<PackageChange["kind"], IconName> = {
  "task-new": "plus",
  "task-changed": "pencil",
  "task-gone": "minus",
  "phase-changed": "route",
  "sessions-changed": "calendar-check",
};

/** One change of a package: what the programme has, what the package has, which due date moves, and what to do with it. */
export async function PackageChangeCard({
  organisation,
  programmeId,
  change: { kind, sourceId, sourceVersion, phasePosition, title: called, fields, due },
  phase,
  actions,
  undo,
}: {
  organisation: string;
  programmeId: string;
  change: PackageChange;
  /** What its phase is called in the programme. */
  phase: string;
  actions: PackageChangeActions;
  undo: ComponentProps<typeof PackageChangeButtons>["undo"];
}) {
  const t = await getTranslations("programmes.packageChanges");
  const packages = await getTranslations("packages");
  const valueOf = await valueWords();
  const title = kind === "sessions-changed" ? packages(`sessions.${called}`) : called;
  const rows =
    kind === "task-new"
      ? [{ name: t("fields.task"), from: t("notThere"), to: title }]
      : kind === "task-gone"
        ? [{ name: t("fields.task"), from: title, to: t("notThere") }]
        : fields.map((change) => ({
            name: t(`fields.${change.field}`),
            from: valueOf(change.field, change.from),
            to: valueOf(change.field, change.to),
          }));
  return (
    <Card pad>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">
          <h3 className="text-base font-semibold break-words">{title}</h3>
          <p className="text-sm text-muted-foreground">
            {phasePosition === null ? t("whole") : t("phase", { position: phasePosition, name: phase })}
          </p>
        </div>
        <Badge icon={icons[kind]}>{t(`kinds.${kind}`)}</Badge>
      </div>
      <table className="mt-3 w-full table-fixed text-sm">
        <caption className="sr-only">{t("caption", { title })}</caption>
        <thead className="text-muted-foreground">
          <tr className="text-start align-top">
            <Head>{t("columns.what")}</Head>
            <Head>{t("columns.programme")}</Head>
            <Head>{t("columns.package")}</Head>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, from, to }) => (
            <tr key={name} className="border-t border-border align-top">
              <th scope="row" className="py-1.5 pe-3 text-start font-normal text-muted-foreground">
                {name}
              </th>
              <td className="py-1.5 pe-3 break-words">{from}</td>
              <td className="py-1.5 font-medium break-words">{to}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {kind === "phase-changed" || kind === "sessions-changed" ? null : <DueLine due={due} />}
      <PackageChangeButtons
        organisation={organisation}
        input={{ programmeId, sourceId, sourceVersion }}
        title={title}
        actions={actions}
        undo={undo}
      />
    </Card>
  );
}

function Head({ children }: { children: ReactNode }) {
  return (
    <th scope="col" className="pe-3 pb-1 text-start font-normal last:pe-0">
      {children}
    </th>
  );
}

/** Which due date moves when the change is taken over. */
async function DueLine({ due }: Pick<PackageChange, "due">) {
  const t = await getTranslations("programmes.packageChanges.due");
  const format = await getFormatter();
  const date = (civil: string) =>
    // A civil date has no zone: noon in UTC is the next day in Auckland.
    civilDay(format, civil);
  const words = () => {
    if (!due) return t("stays");
    if (due.from && due.to) return t("moves", { from: date(due.from), to: date(due.to) });
    return due.to ? t("new", { to: date(due.to) }) : t("gone", { from: date(due.from!) });
  };
  return (
    <p className="mt-3 flex items-center gap-2 text-sm">
      <Icon name={due ? "calendar-clock" : "calendar"} size="small" className="text-muted-foreground" />
      {words()}
    </p>
  );
}

/** How the value of a field is said. */
async function valueWords(): Promise<(field: FieldChange["field"], value: FieldChange["from"]) => string> {
  const t = await getTranslations("programmes.packageChanges");
  const tasks = await getTranslations("programmes.tasks");
  const packages = await getTranslations("packages");
  return (field, value) => {
    switch (field) {
      case "owner":
        return tasks(`owners.${value}`);
      case "evidence":
        return tasks(`evidenceKinds.${value}`);
      case "signOff":
        return packages(`signOff.${value}`);
      case "plannedHours":
        return packages("hours", { hours: Number(value) });
      case "dueInDays":
        return value === null ? packages("noDue") : t("workingDays", { days: Number(value) });
      case "usualDays":
        return t("days", { days: Number(value) });
      case "sessions":
        return t("sessions", { sessions: Number(value) });
      case "mandatory":
        return t(value ? "yes" : "no");
      default:
        return String(value ?? "") || t("nothing");
    }
  };
}
