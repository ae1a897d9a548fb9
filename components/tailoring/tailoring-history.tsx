import { getFormatter, getTranslations } from "next-intl/server";
import { Timeline } from "@/components/timeline/timeline";
import type { IconName } from "@/components/ui/icon";

interface Entry {
  id: string;
  at: Date;
  kind: string;
  actorName: string | null;
  data: Record<string, string | number | null>;
}

const icons: Record<string, IconName> = {
  "comments.added": "message-circle",
  "tailoring.candidate-added": "user-plus",
  "tailoring.candidate-resume": "file-up",
  "tailoring.put-forward": "send",
  "tailoring.requirement-added": "briefcase",
  "tailoring.requirement-changed": "pencil",
  "tailoring.requirement-closed": "circle-x",
  "tailoring.requirement-filled": "handshake",
  "tailoring.requirement-on-hold": "circle-pause",
  "tailoring.requirement-open": "circle-play",
};

/** What happened with a record of recruiting, in words. */
export async function TailoringHistory({ entries, timeZone }: { entries: readonly Entry[]; timeZone: string }) {
  const t = await getTranslations("tailoring.history");
  const records = await getTranslations("records.timeline");
  const format = await getFormatter();
  return (
    <Timeline
      label={t("title")}
      entries={entries.map(({ id, at, kind, actorName, data }) => {
        const when = format.dateTime(at, { dateStyle: "medium", timeStyle: "short", timeZone });
        const values = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, value ?? ""]));
        return {
          ...{ id, icon: icons[kind] ?? "circle-dot" },
          what: kind.startsWith("comments.")
            ? records(kind.replace("comments.", ""))
            : t(kind.replace("tailoring.", ""), values),
          when: actorName ? t("by", { when, who: actorName }) : when,
        };
      })}
    />
  );
}
