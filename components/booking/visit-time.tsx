"use client";

import { useFormatter, useTranslations } from "next-intl";
import { cityOf } from "@/components/calendar/civil-days";
import { showsSame, useOwnZone } from "./zones";

/** When a visit is, by the clock of who looks and by the host's. */
export function VisitTime({
  startsAt,
  endsAt,
  hostZone,
  bookedIn,
}: {
  startsAt: Date;
  endsAt: Date;
  hostZone: string;
  /** The zone in which the guest booked. */
  bookedIn: string;
}) {
  const t = useTranslations("booking");
  const format = useFormatter();
  const timeZone = useOwnZone(bookedIn);
  const span = (zone: string) => {
    const clock = (at: Date) => format.dateTime(at, { hour: "2-digit", minute: "2-digit", timeZone: zone });
    const day = format.dateTime(startsAt, {
      ...{ weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: zone },
    });
    return t("span", { day, from: clock(startsAt), to: clock(endsAt) });
  };
  return (
    <div>
      <p className="text-lg font-semibold tabular-nums">{span(timeZone)}</p>
      <p className="text-sm text-muted-foreground tabular-nums">
        {showsSame(startsAt, timeZone, hostZone)
          ? t("sameTime", { city: cityOf(timeZone) })
          : t("alsoThere", { city: cityOf(timeZone), there: span(hostZone), host: cityOf(hostZone) })}
      </p>
    </div>
  );
}
