import { getFormatter, getTranslations } from "next-intl/server";
import { Timeline } from "@/components/timeline/timeline";
import type { IconName } from "@/components/ui/icon";
import { civilDay } from "@/lib/platform/i18n/civil-day";

export interface HistoryEntry {
  id: string;
  at: Date;
  kind: string;
  actorName: string | null;
  data: Record<string, string | number | null>;
}

const icons: Record<string, IconName> = {
  "comments.added": "message-circle",
  "programmes.invited": "mail",
  "programmes.reminded": "send",
  "programmes.accepted": "hand",
  "programmes.activated": "circle-play",
  "programmes.paused": "circle-pause",
  "programmes.resumed": "play",
  "programmes.landed": "handshake",
  "programmes.landing-changed": "pencil",
  "programmes.aftercare-done": "phone",
  "programmes.aftercare-corrected": "pencil",
  "programmes.completed": "circle-check",
  "programmes.expired": "hourglass",
  "programmes.withdrawn": "circle-x",
  "programmes.reopened": "rotate-ccw",
  "programmes.phase-completed": "check-check",
  "programmes.task-done": "list-checks",
  "programmes.handed-over": "arrow-right-left",
  "scheduling.held": "calendar-check",
  "scheduling.missed": "calendar-x",
};

const civilDate = /^\d{4}-\d{2}-\d{2}$/;

/** What happened to a programme, in words. */
export async function History({ entries, timeZone }: { entries: readonly HistoryEntry[]; timeZone: string }) {
  const t = await getTranslations("programmes");
  const records = await getTranslations("records.timeline");
  const format = await getFormatter();
  const said = (value: string | number | null) =>
    typeof value === "string" && civilDate.test(value) ? civilDay(format, value) : (value ?? "none");
  if (entries.length === 0) return <p className="text-muted-foreground">{t("history.empty")}</p>;
  return (
    <Timeline
      label={t("history.title")}
      entries={entries.map((entry) => {
        const when = format.dateTime(entry.at, {
          weekday: "short",
          day: "numeric",
          month: "short",
          hour: "2-digit",
          minute: "2-digit",
          timeZone,
        });
        const values = Object.fromEntries(Object.entries(entry.data).map(([key, value]) => [key, said(value)]));
        return {
          id: entry.id,
          icon: icons[entry.kind] ?? "circle-dot",
          what: entry.kind.startsWith("comments.")
            ? records(entry.kind.replace("comments.", ""))
            : t.rich(`timeline.${entry.kind.replace("programmes.", "")}`, {
                title: "none",
                employer: "none",
                landing: "none",
                ...values,
                ...(entry.kind === "programmes.landing-changed" && typeof entry.data.fields === "string"
                  ? { fields: format.list(entry.data.fields.split(",").map((field) => t(`moves.fields.${field}`))) }
                  : {}),
                b: (words) => <b>{words}</b>,
              }),
          why: typeof entry.data.reason === "string" ? entry.data.reason : null,
          when: entry.actorName ? t("history.by", { when, who: entry.actorName }) : when,
        };
      })}
    />
  );
}
