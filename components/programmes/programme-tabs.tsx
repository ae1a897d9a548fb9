"use client";

import { useSelectedLayoutSegment } from "next/navigation";
import { useTranslations } from "next-intl";
import { LinkTabs } from "@/components/ui/link-tabs";

/** The parts of a programme that the person may see. */
export function ProgrammeTabs({
  here,
  unread,
  sees,
  landed,
  searchHref,
}: {
  here: string;
  unread: number;
  sees: {
    competencies: boolean;
    messages: boolean;
    notes: boolean;
    resumes: boolean;
    plan: boolean;
    sessions: boolean;
  };
  /** Whether there is a landing to look at. */
  landed: boolean;
  /** Where the executive's search lies, for who sees it. */
  searchHref?: string;
}) {
  const t = useTranslations("programmes.record.tabs");
  const segment = useSelectedLayoutSegment();
  const tab = (key: string, shown = true, count?: number) =>
    shown
      ? [
          {
            href: key === "overview" ? here : `${here}/${key}`,
            label: t(key),
            current: key === "overview" ? segment === null : segment === key,
            ...(count ? { count } : {}),
          },
        ]
      : [];
  return (
    <LinkTabs
      label={t("label")}
      className="mb-6 phone:mb-4"
      tabs={[
        ...tab("overview"),
        ...tab("landing", landed),
        ...tab("tasks"),
        ...tab("plan", sees.plan),
        ...(searchHref ? [{ href: searchHref, label: t("search"), current: false }] : []),
        ...tab("sessions", sees.sessions),
        ...tab("messages", sees.messages, unread),
        ...tab("profile", sees.resumes),
        ...tab("competencies", sees.competencies),
        ...tab("notes", sees.notes),
        ...tab("files"),
        ...tab("history"),
      ]}
    />
  );
}
