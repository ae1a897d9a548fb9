"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/platform/result";

export interface Outside {
  sessions: { id: string; title: string; startsAt: Date }[];
  count: number;
}

/** How long one has to rest before it is asked anew. */
const pause = 500;

/** In a form of hours: sessions that are booked and would lie outside of them. They stay; who saves should know. */
export function OutsideNotice(props: {
  organisation: string;
  timeZone: string;
  ask: (values: unknown) => Promise<ActionResult<Outside>>;
}) {
  const { organisation, timeZone, ask } = props;
  const t = useTranslations("availability.outside");
  const format = useFormatter();
  const values = JSON.stringify(useWatch());
  const { isDirty } = useFormContext().formState;
  const [found, setFound] = useState<{ of: string; outside: Outside } | null>(null);
  useEffect(() => {
    if (!isDirty) return;
    let late = false;
    const timer = setTimeout(async () => {
      const result = await ask(JSON.parse(values)).catch(() => null);
      if (!late && result?.ok) setFound({ of: values, outside: result.data });
    }, pause);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [values, isDirty, ask]);
  const outside = found?.of === values && isDirty ? found.outside : null;
  return (
    <div role="status">
      {outside && outside.count > 0 ? (
        <Notice icon="triangle-alert" tone="warn">
          <b>{t("title", { count: outside.count })}</b> {t("text")}
          <span className="mt-1 block">
            {outside.sessions.map(({ id, title, startsAt }) => (
              <Link
                key={id}
                href={`/${organisation}/sessions/${id}`}
                target="_blank"
                className="me-4 inline-block tabular-nums phone:min-h-11"
              >
                <span translate="no">{title}</span>,{" "}
                {format.dateTime(new Date(startsAt), {
                  ...{ weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
                  timeZone,
                })}
              </Link>
            ))}
            {outside.count > outside.sessions.length
              ? t("more", { count: outside.count - outside.sessions.length })
              : null}
          </span>
        </Notice>
      ) : null}
    </div>
  );
}
