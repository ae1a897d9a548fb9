import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { SeriesAround } from "@/lib/scheduling/series-around";

/** How often a session comes again, and the way to the one before and the one after. */
export function SeriesWords({
  organisation,
  timeZone,
  series: { repeats, firstAt, timeZone: zone, before, after },
}: {
  organisation: string;
  /** The reader's: by it the others are named. */
  timeZone: string;
  series: SeriesAround;
}) {
  const t = useTranslations("scheduling");
  const format = useFormatter();
  const weekday = format.dateTime(firstAt, { weekday: "long", timeZone: zone });
  const others = { before, after };
  return (
    <>
      {repeats.every === "weeks"
        ? t("series.weeks", { weeks: repeats.weeks })
        : t("series.month", { which: String(repeats.which), weekday })}
      {(["before", "after"] as const).map((which) => {
        const other = others[which];
        return other ? (
          <span key={which} className="block">
            <span className="text-muted-foreground">{t(`one.${which}`)}</span>{" "}
            <Link href={`/${organisation}/sessions/${other.id}`} className="tabular-nums">
              {format.dateTime(other.startsAt, {
                ...{ weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit", timeZone },
              })}
            </Link>
          </span>
        ) : null;
      })}
    </>
  );
}
