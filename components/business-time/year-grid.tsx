import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { hoursText } from "@/lib/business-time/hours-text";
import { sameHours, type CalendarDay } from "@/lib/business-time/calendar-days";
import { hoursInRow, weekdayName } from "./clock-time";
import { dayLook, looks, type DayLook } from "./day-look";

/** A day with what it is called where it is otherwise than its week. */
export type NamedDay = CalendarDay & { names: readonly string[] };

const marks: Record<DayLook, string> = {
  worked: "",
  off: "text-muted-foreground",
  holiday: "bg-accent font-semibold text-accent-foreground",
  closed: "bg-foreground font-semibold text-background",
  otherwise: "font-semibold underline decoration-2 underline-offset-4",
  extra: "font-semibold outline-2 -outline-offset-2 outline-primary",
};

/** Twelve months, each with what is otherwise in it by name below. */
export function YearGrid({ days, today }: { days: readonly NamedDay[]; today: string }) {
  const t = useTranslations("business-time.calendar");
  const months = [...new Set(days.map(({ date }) => date.slice(0, 7)))];
  return (
    <div className="px-5 py-4 phone:px-4">
      <ul aria-label={t("legend")} className="mb-5 flex flex-wrap gap-x-5 gap-y-2 text-sm">
        {looks.map((look) => (
          <li key={look} className="flex items-center gap-2">
            <span aria-hidden className={cn("grid size-7 place-items-center rounded-sm tabular-nums", marks[look])}>
              14
            </span>
            {t(look)}
          </li>
        ))}
      </ul>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(232px,1fr))] gap-x-8 gap-y-7">
        {months.map((month) => (
          <Month key={month} days={days.filter(({ date }) => date.startsWith(month))} today={today} />
        ))}
      </div>
    </div>
  );
}

function Month({ days, today }: { days: readonly NamedDay[]; today: string }) {
  const format = useFormatter();
  const first = days[0]!.date;
  const name = format.dateTime(new Date(`${first}T12:00Z`), { month: "long", year: "numeric", timeZone: "UTC" });
  const before = (new Date(`${first}T00:00Z`).getUTCDay() + 6) % 7;
  const cells: (NamedDay | null)[] = [...Array.from({ length: before }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  const otherwise = inRow(days.filter((day) => day.names.length > 0));
  return (
    <div>
      <table className="w-full table-fixed text-sm tabular-nums">
        <caption className="mb-1.5 text-start font-semibold">{name}</caption>
        <thead>
          <tr>
            {[0, 1, 2, 3, 4, 5, 6].map((day) => (
              <th key={day} scope="col" className="pb-1 text-center text-xs font-normal text-muted-foreground">
                <span aria-hidden>{weekdayName(format, day, "short")}</span>
                <span className="sr-only">{weekdayName(format, day, "long")}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, row) => (
            <tr key={row}>
              {Array.from({ length: 7 }, (_, at) => (
                <td key={at} className="p-0 text-center">
                  {week[at] ? <Day day={week[at]} today={today} /> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {otherwise.length > 0 ? (
        <ul className="mt-2 grid gap-0.5 text-sm">
          {otherwise.map(({ day, last }) => (
            <li key={day.date} className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-1.5">
              <span className="text-muted-foreground tabular-nums">
                {Number(day.date.slice(8))}
                {last > day.date ? `–${Number(last.slice(8))}` : null}
              </span>
              <span className="break-words">
                <span translate="no">{day.names.join(", ")}</span>
                {day.hours.length > 0 ? (
                  <span className="text-muted-foreground"> {hoursInRow(format, day.hours.map(hoursText))}</span>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Days one after the other that are alike in one line: "27–31 Between the years". */
function inRow(days: readonly NamedDay[]): { day: NamedDay; last: string }[] {
  const lines: { day: NamedDay; last: string }[] = [];
  for (const day of days) {
    const open = lines.at(-1);
    const follows = open && Date.parse(day.date) - Date.parse(open.last) === 86_400_000;
    const alike = open && day.names.join() === open.day.names.join() && sameHours(day.hours, open.day.hours);
    if (follows && alike) open.last = day.date;
    else lines.push({ day, last: day.date });
  }
  return lines;
}

function Day({ day, today }: { day: NamedDay; today: string }) {
  const t = useTranslations("business-time.calendar");
  const look = dayLook(day);
  // On a colour of its own, a number that is paler cannot be read any more.
  const past = look === "holiday" || look === "closed" ? "font-normal" : "opacity-60";
  return (
    <span
      aria-current={day.date === today ? "date" : undefined}
      className={cn(
        "mx-auto grid h-7 w-full max-w-8 place-items-center rounded-sm",
        marks[look],
        day.date === today && "ring-1 ring-border-strong",
        day.date < today && past,
      )}
    >
      {Number(day.date.slice(8))}
      {look === "worked" ? null : <span className="sr-only"> {t(look)}</span>}
    </span>
  );
}
