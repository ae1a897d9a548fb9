"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/platform/result";
import { DayTimes } from "./day-times";
import { refusedOf, type Refused } from "./model";
import { MonthDays } from "./month-days";
import { NextTimes } from "./next-times";
import { dateIn, useOwnZone } from "./zones";

/** Another time for a visit: a day, a time, and a press that says so. */
export function MoveVisit({
  month,
  times,
  earlier,
  later,
  hostZone,
  bookedIn,
  here,
  move,
}: {
  month: string;
  times: readonly string[];
  earlier: string | null;
  later: string | null;
  hostZone: string;
  bookedIn: string;
  /** The page without what moves. */
  here: string;
  move: (startsAt: string) => Promise<ActionResult<unknown>>;
}) {
  const t = useTranslations("booking");
  const format = useFormatter();
  const router = useRouter();
  const timeZone = useOwnZone(bookedIn);
  const [wanted, setDay] = useState<string | null>(null);
  const [chosen, choose] = useState<Date | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [pending, start] = useTransition();
  const byDay = new Map<string, Date[]>();
  for (const time of times) {
    const date = dateIn(new Date(time), timeZone);
    if (date.startsWith(month)) byDay.set(date, [...(byDay.get(date) ?? []), new Date(time)]);
  }
  const day = wanted && byDay.has(wanted) ? wanted : ([...byDay.keys()][0] ?? null);
  const run = (at: Date) =>
    start(async () => {
      const result = await move(at.toISOString()).catch(() => null);
      setRefused(refusedOf(result, t("notSent")));
      if (result?.ok) router.replace(here);
    });
  return (
    <div className="grid gap-5">
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,15rem)] items-start gap-8 phone:grid-cols-1">
        <MonthDays
          {...{ month, earlier, later, day }}
          free={new Map([...byDay].map(([date, moments]) => [date, moments.length]))}
          onDay={setDay}
        />
        {day ? (
          <DayTimes {...{ day, timeZone, hostZone }} times={byDay.get(day)!} chosen={chosen} onTime={choose} />
        ) : (
          <Notice icon="calendar-x">
            <b>{t("noTimes")}</b> {later ? t("noTimesLater") : t("noTimesAtAll")}
          </Notice>
        )}
      </div>
      {refused ? <NextTimes refused={refused} timeZone={timeZone} onTime={choose} /> : null}
      {chosen ? (
        <div role="status" className="flex flex-wrap items-center gap-3 border-t border-border pt-4">
          <span className="font-semibold tabular-nums">
            {format.dateTime(chosen, {
              ...{ weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone },
            })}
          </span>
          <Button
            type="button"
            variant="primary"
            aria-busy={pending || undefined}
            onClick={() => !pending && run(chosen)}
          >
            {t("visit.moveTo")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
