"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { cityOf } from "./civil-days";
import type { CalendarItem } from "./model";

export type MomentWords = ReturnType<typeof useMomentWords>;

/** How a calendar says moments in the zone in which it is looked at. */
export function useMomentWords(timeZone: string) {
  const format = useFormatter();
  const t = useTranslations("calendar");
  return useMemo(() => {
    const time = (at: number, zone = timeZone) =>
      format.dateTime(new Date(at), { hour: "2-digit", minute: "2-digit", timeZone: zone });
    const day = (at: number, zone = timeZone) =>
      format.dateTime(new Date(at), { weekday: "short", day: "numeric", month: "short", timeZone: zone });
    const span = (from: number, to: number, zone = timeZone) =>
      t("span", { day: day(from, zone), from: time(from, zone), to: time(to, zone) });
    /** A session for who does not see where it stands: what it is, with whom, from when till when by which clock, and what became of it. */
    const said = ({ name, about, whose, startsAt, endsAt, state }: CalendarItem) =>
      [
        ...[name, about, whose],
        t("spanIn", { span: span(startsAt, endsAt), city: cityOf(timeZone) }),
        state === "booked" ? "" : t(`states.${state}`),
      ]
        .filter(Boolean)
        .join(", ");
    return { time, day, span, said, moment: (at: number) => `${day(at)}, ${time(at)}` };
  }, [format, t, timeZone]);
}
