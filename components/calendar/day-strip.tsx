import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";

export interface StripDay {
  date: string;
  href: string;
  sessions: number;
}

/** Days of a week, or of a month, as a phone shows them: a dot where something is. */
export function DayStrip({ days, chosen, month }: { days: readonly StripDay[]; chosen: string; month?: string }) {
  const format = useFormatter();
  const t = useTranslations("calendar");
  const day = (date: string, look: "weekday" | "day") =>
    format.dateTime(new Date(`${date}T12:00Z`), {
      ...(look === "weekday" ? { weekday: "short" } : { day: "numeric" }),
      timeZone: "UTC",
    });
  return (
    <nav aria-label={t("days")} className="-mx-2 mb-4 grid grid-cols-7">
      {days.map(({ date, href, sessions }, at) => {
        const isChosen = date === chosen;
        return (
          <Link
            key={date}
            href={href}
            scroll={false}
            aria-current={isChosen ? "date" : undefined}
            aria-label={t("dayWith", {
              day: format.dateTime(new Date(`${date}T12:00Z`), {
                weekday: "long",
                day: "numeric",
                month: "long",
                timeZone: "UTC",
              }),
              count: sessions,
            })}
            className={cn(
              "grid min-h-11 content-center justify-items-center gap-px rounded-md py-1.5 text-foreground no-underline hover:text-foreground",
              month && !date.startsWith(month) && "text-muted-foreground",
              isChosen && "bg-primary text-primary-foreground hover:text-primary-foreground",
            )}
          >
            {at < 7 ? (
              <span className={cn("text-xs leading-none", !isChosen && "text-muted-foreground")}>
                {day(date, "weekday")}
              </span>
            ) : null}
            <b className="text-lg leading-6 font-medium tabular-nums">{day(date, "day")}</b>
            <i
              className={cn("size-1 rounded-full", sessions > 0 && (isChosen ? "bg-primary-foreground" : "bg-chart-1"))}
            />
          </Link>
        );
      })}
    </nav>
  );
}
