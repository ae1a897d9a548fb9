"use client";

import { useFormatter, useTranslations } from "next-intl";
import { cityOf } from "@/components/calendar/civil-days";
import { cn } from "@/components/ui/cn";
import { showsSame } from "./zones";

/** The free times of a day by the visitor's clock, with the host's beside them where it shows another. */
export function DayTimes({
  day,
  times,
  timeZone,
  hostZone,
  chosen,
  onTime,
}: {
  day: string;
  times: readonly Date[];
  timeZone: string;
  hostZone: string;
  /** The one that was pressed, where it is only chosen by that. */
  chosen?: Date | null;
  onTime: (at: Date) => void;
}) {
  const t = useTranslations("booking");
  const format = useFormatter();
  const clock = (at: Date, zone: string) => format.dateTime(at, { hour: "2-digit", minute: "2-digit", timeZone: zone });
  const apart = times.some((at) => !showsSame(at, timeZone, hostZone));
  return (
    <section aria-labelledby="day-of-times">
      <h2 id="day-of-times" className="text-base font-semibold wide:leading-(--control)" aria-live="polite">
        {format.dateTime(new Date(`${day}T12:00Z`), {
          weekday: "long",
          day: "numeric",
          month: "long",
          timeZone: "UTC",
        })}
      </h2>
      <p className="mb-3 text-sm text-muted-foreground">
        {apart
          ? t("yourTime", { city: cityOf(timeZone), host: cityOf(hostZone) })
          : t("sameTime", { city: cityOf(timeZone) })}
      </p>
      <ul className={cn("grid gap-2", apart ? "grid-cols-2" : "grid-cols-2 phone:grid-cols-3")}>
        {times.map((at) => (
          <li key={at.getTime()}>
            <button
              type="button"
              aria-pressed={chosen === undefined ? undefined : at.getTime() === chosen?.getTime()}
              onClick={() => onTime(at)}
              className="flex h-11 w-full flex-col items-center justify-center rounded-md border border-input bg-card tabular-nums hover:border-primary hover:bg-accent hover:text-accent-foreground data-apart:h-[52px] aria-pressed:border-primary aria-pressed:bg-accent aria-pressed:text-accent-foreground"
              data-apart={apart || undefined}
            >
              <b className="leading-5 font-semibold">{clock(at, timeZone)}</b>
              {apart ? (
                <span className="text-xs leading-4 text-muted-foreground">
                  {t("there", { time: clock(at, hostZone), city: cityOf(hostZone) })}
                </span>
              ) : null}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
