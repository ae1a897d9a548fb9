import { useFormatter, useTranslations } from "next-intl";
import { chipVariants } from "@/components/ui/chip";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";

export interface OfferedSlot {
  startsAt: Date;
  placesLeft: number;
  /** A session that one joins. */
  joins?: string;
}

/** Free times by day, each a link, in the reader's zone. */
export function SlotDays({
  slots,
  chosen,
  timeZone,
  hrefOf,
}: {
  slots: readonly OfferedSlot[];
  /** The time that is chosen. */
  chosen: Date | null;
  timeZone: string;
  hrefOf: (at: Date) => string;
}) {
  const t = useTranslations("scheduling.book");
  const format = useFormatter();
  const dayOf = (at: Date) => format.dateTime(at, { weekday: "long", day: "numeric", month: "long", timeZone });
  const days = [...new Set(slots.map(({ startsAt }) => dayOf(startsAt)))];
  return (
    <div className="grid gap-5">
      {days.map((day) => (
        <section key={day}>
          <h3 className="mb-2 font-semibold">{day}</h3>
          <ul className="flex flex-wrap gap-2">
            {slots
              .filter(({ startsAt }) => dayOf(startsAt) === day)
              .map(({ startsAt, joins, placesLeft }) => {
                const time = format.dateTime(startsAt, { hour: "numeric", minute: "2-digit", timeZone });
                const left = joins ? t("joins", { left: placesLeft }) : "";
                return (
                  <li key={`${startsAt.toISOString()}${joins ?? ""}`}>
                    <Link
                      href={hrefOf(startsAt)}
                      // Among links alone, a time says its day too.
                      aria-label={[time, left, day].filter(Boolean).join(", ")}
                      aria-current={startsAt.getTime() === chosen?.getTime() ? "true" : undefined}
                      className={cn(
                        chipVariants({ state: startsAt.getTime() === chosen?.getTime() ? "on" : "off" }),
                        "tabular-nums",
                      )}
                    >
                      {time}
                      {left ? <span className="text-muted-foreground">{left}</span> : null}
                    </Link>
                  </li>
                );
              })}
          </ul>
        </section>
      ))}
    </div>
  );
}
