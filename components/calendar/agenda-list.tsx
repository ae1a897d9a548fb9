import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Status } from "@/components/ui/status";
import { sessionLook } from "@/components/scheduling/session-look";
import type { CalendarItem } from "./model";

export interface AgendaDay {
  date: string;
  note: string;
  items: readonly CalendarItem[];
}

export interface AgendaListProps {
  organisation: string;
  days: readonly AgendaDay[];
  zone: string;
  today: string;
  tomorrow: string;
  now: number;
}

/** How long before it begins a session is joined from the list. */
const joinedBefore = 15 * 60_000;

/** Sessions day by day, as one reads them. */
export function AgendaList({ organisation, days, zone, today, tomorrow, now }: AgendaListProps) {
  const t = useTranslations("calendar");
  const states = useTranslations("scheduling.states");
  const format = useFormatter();
  const time = (at: number, timeZone = zone) =>
    format.dateTime(new Date(at), { hour: "2-digit", minute: "2-digit", timeZone });
  const dayName = (date: string) =>
    format.dateTime(new Date(`${date}T12:00Z`), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return (
    <div className="grid gap-5">
      {days.map(({ date, note, items }) => (
        <section key={date} id={`day-${date}`} className="scroll-mt-20 print:break-inside-avoid">
          <h2 className="mb-2 text-base font-semibold print:break-after-avoid">
            {date === today || date === tomorrow ? (
              <>
                <span className="print:hidden">
                  {t(date === today ? "todayIs" : "tomorrowIs", { day: dayName(date) })}
                </span>
                {/* Paper is read on other days too. */}
                <span className="hidden print:inline">{dayName(date)}</span>
              </>
            ) : (
              dayName(date)
            )}
            {note ? <span className="font-normal text-warning"> · {note}</span> : null}
          </h2>
          {items.length === 0 ? (
            <p className="text-muted-foreground">{t("nothingOn")}</p>
          ) : (
            <ol className="divide-y divide-border rounded-md border border-border bg-card">
              {items.map((item) => {
                const past = item.endsAt <= now;
                const look = sessionLook[item.state];
                const joins = item.link !== null && now >= item.startsAt - joinedBefore && !past;
                return (
                  <li
                    key={item.id}
                    className="row-target grid grid-cols-[62px_minmax(0,1fr)] py-2.5 pe-4 print:break-inside-avoid print:py-1.5 has-[a[data-row-link]:hover]:bg-muted/50"
                  >
                    <span id={`when-${item.id}`} className="pe-3 text-end tabular-nums">
                      <b className={cn("block", past && "font-medium text-muted-foreground")}>{time(item.startsAt)}</b>
                      <span className="block text-sm text-muted-foreground">
                        <span className="sr-only">{t("untilTime", { at: time(item.endsAt) })}</span>
                        <span aria-hidden>{time(item.endsAt)}</span>
                      </span>
                    </span>
                    <span
                      className={cn(
                        "border-s-[3px] ps-3",
                        past ? "border-chart-5" : item.group ? "border-chart-2" : "border-chart-1",
                      )}
                    >
                      <Link
                        data-row-link
                        translate="no"
                        aria-describedby={`when-${item.id} what-${item.id}`}
                        href={`/${organisation}/sessions/${item.id}`}
                        className={cn(
                          "block font-semibold break-words text-foreground no-underline hover:underline",
                          past && "font-medium text-muted-foreground",
                          item.state === "cancelled" && "line-through",
                        )}
                      >
                        {item.name}
                      </Link>
                      <span id={`what-${item.id}`} className="block text-sm text-muted-foreground">
                        <span translate="no">{[item.about, item.whose].filter(Boolean).join(" · ")}</span>
                        {item.otherZone
                          ? ` · ${t("inZone", { at: time(item.startsAt, item.otherZone.zone), city: item.otherZone.name })}`
                          : null}
                      </span>
                      {item.state === "booked" ? null : (
                        <Status icon={look.icon} tone={look.tone}>
                          {states(item.state)}
                        </Status>
                      )}
                      {joins ? (
                        <a
                          data-slot="button"
                          href={item.link!}
                          rel="noreferrer"
                          className="mt-2 inline-flex h-(--control) items-center gap-2 rounded-md border border-primary bg-accent px-3.5 font-semibold text-accent-foreground no-underline print:hidden"
                        >
                          <Icon name="video" />
                          {t("join")}
                        </a>
                      ) : null}
                    </span>
                  </li>
                );
              })}
            </ol>
          )}
        </section>
      ))}
    </div>
  );
}
