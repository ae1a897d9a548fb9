import { getFormatter, getTranslations } from "next-intl/server";
import { Timeline } from "@/components/timeline/timeline";
import type { IconName } from "@/components/ui/icon";

export interface SponsorEntry {
  id: string;
  at: Date;
  kind: string;
  actorName: string | null;
  data: Record<string, string | number | null>;
}

const icons: Record<string, IconName> = {
  "comments.added": "message-circle",
  "sponsors.created": "building-2",
  "sponsors.engaged": "file-text",
  "sponsors.separation": "users",
};

/** What happened with a company, in words. */
export async function SponsorHistory({ entries, timeZone }: { entries: readonly SponsorEntry[]; timeZone: string }) {
  const t = await getTranslations("sponsors");
  const records = await getTranslations("records.timeline");
  const format = await getFormatter();
  return (
    <Timeline
      label={t("history")}
      entries={entries.map((entry) => {
        const when = format.dateTime(entry.at, { dateStyle: "medium", timeStyle: "short", timeZone });
        const values = Object.fromEntries(Object.entries(entry.data).map(([key, value]) => [key, value ?? ""]));
        return {
          id: entry.id,
          icon: icons[entry.kind] ?? "circle-dot",
          what: entry.kind.startsWith("comments.")
            ? records(entry.kind.replace("comments.", ""))
            : t(`timeline.${entry.kind.replace("sponsors.", "")}`, values),
          when: entry.actorName ? t("by", { when, who: entry.actorName }) : when,
        };
      })}
    />
  );
}
