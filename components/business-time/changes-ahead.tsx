"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useAhead } from "@/components/forms/use-ahead";
import { ClocksAhead } from "@/components/sla/clocks-ahead";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { HoursText } from "@/lib/business-time/hours-text";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import type { WhatChangesInput } from "@/lib/business-time/schemas";
import type { ActionResult } from "@/lib/platform/result";
import type { WhatIf } from "@/lib/sla/what-if";
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
  /** What becomes of promises that run; null where nothing is promised. */
  clocks: WhatIf | null;
}

/** What somebody is about to save. */
export type AheadAsked = z.input<typeof WhatChangesInput>;

export interface ChangesAheadProps {
  ask: (values: unknown) => Promise<ActionResult<Ahead>>;
}

/** Beside a form: what the calendar would say otherwise, and what that does to running promises. */
export function ChangesAhead({ ask }: ChangesAheadProps) {
  const t = useTranslations("business-time.ahead");
  const ahead = useAhead(ask);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <div role="status" className="grid gap-3 px-5 py-4 phone:px-4">
        {ahead.state === "known" ? (
          <Follows ahead={ahead.answer} />
        ) : (
          <p className="text-muted-foreground">
            {t({ untouched: "nothing", asking: "checking", unclear: "unclear" }[ahead.state] as "nothing")}
          </p>
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
  const { days, total, earlier, zone, due, clocks } = ahead;
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
      {clocks && clocks.clocks > 0 ? <ClocksAhead clocks={clocks} /> : null}
    </>
  );
}
