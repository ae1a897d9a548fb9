"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { HoursText } from "@/lib/business-time/hours-text";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import type { WhatChangesInput } from "@/lib/business-time/schemas";
import type { ActionResult } from "@/lib/platform/result";
import type { z } from "zod";
import { hoursInRow } from "./clock-time";

/** What follows from a change that is not saved yet. */
export interface Ahead {
  days: { date: string; before: HoursText[]; after: HoursText[] }[];
  total: number;
  earlier: number;
  zone: string | null;
  /** Open tasks that are due on a day that is closed then. */
  due: number;
}

/** What somebody is about to save. */
export type AheadAsked = z.input<typeof WhatChangesInput>;

export interface ChangesAheadProps {
  ask: (values: unknown) => Promise<ActionResult<Ahead>>;
}

/** How long one has to rest before it is worked out anew. */
const pause = 500;

/** Beside a form: what the calendar would say otherwise, kept up with what is typed. Nothing is saved by it. */
export function ChangesAhead({ ask }: ChangesAheadProps) {
  const t = useTranslations("business-time.ahead");
  const values = JSON.stringify(useWatch());
  const { formState } = useFormContext();
  const { isDirty } = formState;
  const [answer, setAnswer] = useState<{ of: string; ahead: Ahead | null } | null>(null);
  useEffect(() => {
    if (!isDirty) return;
    let late = false;
    const timer = setTimeout(async () => {
      const result = await ask(JSON.parse(values)).catch(() => null);
      if (!late) setAnswer({ of: values, ahead: result?.ok ? result.data : null });
    }, pause);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [values, isDirty, ask]);
  const fresh = answer?.of === values;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <div role="status" className="grid gap-3 px-5 py-4 phone:px-4">
        {!isDirty ? (
          <p className="text-muted-foreground">{t("nothing")}</p>
        ) : !fresh ? (
          <p className="text-muted-foreground">{t("checking")}</p>
        ) : answer.ahead ? (
          <Follows ahead={answer.ahead} />
        ) : (
          <p className="text-muted-foreground">{t("unclear")}</p>
        )}
      </div>
    </Card>
  );
}

/** How many changed days are named one by one. */
const mostNamed = 12;

function Follows({ ahead }: { ahead: Ahead }) {
  const t = useTranslations("business-time.ahead");
  const format = useFormatter();
  const { days, total, earlier, zone, due } = ahead;
  const named = days.slice(0, mostNamed);
  const say = (hours: HoursText[]) => hoursInRow(format, hours) || t("closed");
  return (
    <>
      {total === 0 && earlier === 0 && !zone ? <p className="text-muted-foreground">{t("nothing")}</p> : null}
      {total > 0 ? (
        <div>
          <p className="mb-1.5 font-medium">{t("days", { count: total })}</p>
          <ul className="grid gap-1.5 text-sm">
            {named.map(({ date, before, after }) => (
              <li key={date}>
                <span className="block">
                  {civilDay(format, date, { weekday: "short", day: "numeric", month: "short", year: "numeric" })}
                </span>
                <span className="block text-muted-foreground tabular-nums">
                  <span className="sr-only">{t("from")} </span>
                  <s>{say(before)}</s> <span aria-hidden>→</span> <span className="sr-only">{t("to")} </span>
                  <span className="text-foreground">{say(after)}</span>
                </span>
              </li>
            ))}
            {total > named.length ? (
              <li className="text-muted-foreground">{t("more", { count: total - named.length })}</li>
            ) : null}
          </ul>
        </div>
      ) : null}
      {zone ? <p>{t("zone", { zone })}</p> : null}
      {due > 0 ? <Notice icon="calendar-clock">{t("due", { count: due })}</Notice> : null}
      {earlier > 0 ? (
        <Notice icon="triangle-alert" tone="warn">
          {t("earlier", { count: earlier })}
        </Notice>
      ) : null}
    </>
  );
}
