import { useFormatter, useNow } from "next-intl";
import { useTranslations } from "next-intl";
import { cn } from "./cn";

export interface MomentProps {
  /** ISO text or a Date. */
  value: string | Date;
  /** IANA zone of the one who reads; the request's when left out. */
  timeZone?: string;
  /** day: 7 Nov 2026. time: 7 Nov 2026, 18:05 CET. weekday: Saturday 7 November, 18:05 CET. relative: 12 days ago, with the exact one as title. */
  show?: "day" | "time" | "weekday" | "relative";
  className?: string;
}

/** A moment as a person says it; the exact one, with its zone, is its title. */
export function Moment({ value, timeZone, show = "relative", className }: MomentProps) {
  const format = useFormatter();
  const now = useNow();
  const date = typeof value === "string" ? new Date(value) : value;
  const exact = format.dateTime(date, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone,
  });
  const text =
    show === "relative"
      ? format.relativeTime(date, now)
      : show === "day"
        ? format.dateTime(date, { day: "numeric", month: "short", year: "numeric", timeZone })
        : format.dateTime(date, {
            ...(show === "weekday"
              ? { weekday: "long", day: "numeric", month: "long" }
              : { day: "numeric", month: "short", year: "numeric" }),
            hour: "2-digit",
            minute: "2-digit",
            timeZoneName: "short",
            timeZone,
          });
  return (
    <time
      dateTime={date.toISOString()}
      title={exact}
      suppressHydrationWarning
      className={cn("tabular-nums", className)}
    >
      {text}
    </time>
  );
}

/** A civil date (`2027-02-01`): no zone, no time. */
export function Day({ value, className }: { value: string; className?: string }) {
  const format = useFormatter();
  const t = useTranslations("ui");
  const date = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return <span className="text-muted-foreground">{t("missing")}</span>;
  return (
    <time dateTime={value} className={cn("tabular-nums", className)}>
      {format.dateTime(date, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })}
    </time>
  );
}
