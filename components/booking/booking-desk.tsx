"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { cityOf } from "@/components/calendar/civil-days";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { DayTimes } from "./day-times";
import { MonthDays } from "./month-days";
import type { OfferedType, VisitorActions } from "./model";
import { NextTimes } from "./next-times";
import { useVisit } from "./use-visit";
import { noProblems, VisitorForm } from "./visitor-form";
import { WhyNot } from "./why-not";
import { ZoneField } from "./zone-field";
import { dateIn, showsSame, useOwnZone } from "./zones";

export interface BookingDeskProps {
  type: OfferedType;
  hostZone: string;
  month: string;
  /** When one can book in the month, and a day to both sides: whose month it is depends on the zone. */
  times: readonly string[];
  earlier: string | null;
  later: string | null;
  actions: VisitorActions;
}

/** A day, a time, who books: one after the other. The time that is chosen stands in the address, so that Back leads to the free times. */
export function BookingDesk({ type, hostZone, month, times, earlier, later, actions }: BookingDeskProps) {
  const t = useTranslations("booking");
  const format = useFormatter();
  const path = usePathname();
  const search = useSearchParams();
  const own = useOwnZone(hostZone);
  const [chosenZone, chooseZone] = useState<string | null>(null);
  const timeZone = chosenZone ?? own;
  const at = momentOf(search.get("at"));
  const visit = useVisit(type.id, at, timeZone, actions);
  const byDay = new Map<string, Date[]>();
  for (const time of times) {
    const moment = new Date(time);
    const date = dateIn(moment, timeZone);
    if (date.startsWith(month)) byDay.set(date, [...(byDay.get(date) ?? []), moment]);
  }
  const wanted = search.get("day");
  const day = wanted && byDay.has(wanted) ? wanted : ([...byDay.keys()][0] ?? null);
  const go = (changes: Record<string, string | null>, replace = false) => {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(changes))
      if (value === null) next.delete(key);
      else next.set(key, value);
    window.history[replace ? "replaceState" : "pushState"](null, "", `${path}?${next.toString()}`);
  };
  const step = useRef<HTMLDivElement>(null);
  const shown = useRef(at);
  useEffect(() => {
    // What was pressed is gone with the step before: who uses a keyboard or hears the page goes on at the new one.
    if ((shown.current === null) !== (at === null)) step.current?.focus();
    shown.current = at;
  }, [at]);
  const choose = (time: Date) => go({ at: time.toISOString(), day: dateIn(time, timeZone) });
  const span = (zone: string) =>
    format.dateTime(at!, {
      weekday: "long",
      day: "numeric",
      month: "long",
      hour: "2-digit",
      minute: "2-digit",
      timeZone: zone,
    });
  if (at && visit.asked)
    return (
      <div ref={step} tabIndex={-1} role="status" className="grid content-start gap-3 outline-none">
        <h2 className="font-serif text-2xl">{t("asked.title")}</h2>
        <p translate="no">{t("asked.text", { email: visit.asked.email })}</p>
        <p>
          {t("asked.kept", {
            when: span(timeZone),
            until: format.dateTime(new Date(visit.asked.keptUntil), { hour: "2-digit", minute: "2-digit", timeZone }),
          })}
        </p>
        <p className="text-sm text-muted-foreground">{t("asked.nothing")}</p>
        <div>
          <Button type="button" onClick={visit.again}>
            {t("asked.again")}
          </Button>
        </div>
      </div>
    );
  if (at)
    return (
      <div ref={step} tabIndex={-1} className="grid content-start gap-4 outline-none">
        <div>
          <h2 className="text-lg font-semibold tabular-nums">{span(timeZone)}</h2>
          <p className="text-sm text-muted-foreground tabular-nums">
            {showsSame(at, timeZone, hostZone)
              ? t("sameTime", { city: cityOf(timeZone) })
              : t("alsoThere", { city: cityOf(timeZone), there: span(hostZone), host: cityOf(hostZone) })}
          </p>
        </div>
        {visit.refused && Object.keys(visit.refused.fields).length === 0 ? (
          <NextTimes refused={visit.refused} timeZone={timeZone} onTime={choose} />
        ) : (
          // It has its room before it comes: what is below never goes away from under a finger.
          <p role="status" className="min-h-[1lh] text-sm text-muted-foreground">
            {!visit.held
              ? null
              : visit.over
                ? t("heldOver")
                : t("held", {
                    at: format.dateTime(new Date(visit.held.heldUntil), {
                      ...{ hour: "2-digit", minute: "2-digit", timeZone },
                    }),
                  })}
          </p>
        )}
        <VisitorForm
          type={type}
          typed={visit.typed}
          onType={visit.setTyped}
          problems={visit.refused?.fields ?? noProblems}
          pending={visit.pending}
          onSend={visit.send}
          onBack={() => {
            visit.giveBack();
            go({ at: null });
          }}
        />
      </div>
    );
  return (
    <div
      ref={step}
      tabIndex={-1}
      className="grid grid-cols-[minmax(0,1fr)_minmax(0,15rem)] items-start gap-8 outline-none narrow:grid-cols-1"
    >
      <div className="grid gap-5">
        <MonthDays
          {...{ month, earlier, later, day }}
          free={new Map([...byDay].map(([date, moments]) => [date, moments.length]))}
          onDay={(date) => go({ day: date }, true)}
        />
        <ZoneField value={timeZone} onChange={chooseZone} />
      </div>
      {day ? (
        <div>
          <DayTimes {...{ day, timeZone, hostZone }} times={byDay.get(day)!} onTime={choose} />
          <WhyNot key={day} typeId={type.id} {...{ day, timeZone }} whyNot={actions.whyNot} />
        </div>
      ) : (
        <Notice icon="calendar-x">
          <b>{t("noTimes")}</b> {later ? t("noTimesLater") : t("noTimesAtAll")}
        </Notice>
      )}
    </div>
  );
}

function momentOf(text: string | null): Date | null {
  const at = text ? new Date(text) : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
}
