import { getFormatter, getTranslations } from "next-intl/server";
import { SectionHead } from "@/components/frame/section-head";
import { cityOf } from "@/components/calendar/civil-days";
import type { CalendarItem } from "@/components/calendar/model";
import { cn } from "@/components/ui/cn";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Row, Rows } from "@/components/ui/rows";
import type { HomeProps } from "./home";

/** How many of a day stand on the home page. */
const shown = 6;

/** A consultant's sessions of today, those that are over standing back; without any, the next one. */
export async function SessionsToday(props: {
  organisation: string;
  person: HomeProps["person"];
  at: Date;
  today: readonly CalendarItem[];
  next: CalendarItem | null;
}) {
  const { organisation, person, at, today, next } = props;
  const t = await getTranslations("calendar");
  const format = await getFormatter();
  const time = (moment: number, timeZone = person.timeZone) =>
    format.dateTime(new Date(moment), { hour: "2-digit", minute: "2-digit", timeZone });
  const calendar = `/${organisation}/sessions`;
  // What comes is worth more than what was: of a long day the first that are over go.
  const over = today.filter(({ endsAt }) => endsAt <= at.getTime()).length;
  const rows = today.slice(Math.max(0, Math.min(over - 1, today.length - shown))).slice(0, shown);
  return (
    <section>
      <SectionHead title={t("home.today")} count={today.length} more={<Link href={calendar}>{t("home.open")}</Link>} />
      <Card>
        {rows.length === 0 ? (
          <p className="px-5 py-4 text-muted-foreground phone:px-4">
            {t("home.none")}{" "}
            {next ? (
              <Link href={`${calendar}/${next.id}`} translate="no">
                {t("home.next", {
                  name: next.name,
                  at: format.dateTime(new Date(next.startsAt), {
                    ...{ weekday: "long", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
                    timeZone: person.timeZone,
                  }),
                })}
              </Link>
            ) : null}
          </p>
        ) : (
          <Rows>
            {rows.map((item) => {
              const past = item.endsAt <= at.getTime();
              return (
                <Row key={item.id} className="grid grid-cols-[56px_minmax(0,1fr)] items-baseline gap-x-3">
                  <span className={cn("font-semibold tabular-nums", past && "font-normal text-muted-foreground")}>
                    {time(item.startsAt)}
                  </span>
                  <span>
                    <Link
                      data-row-link
                      translate="no"
                      href={`${calendar}/${item.id}`}
                      className={cn(
                        "block font-semibold break-words text-foreground no-underline hover:underline",
                        past && "font-normal text-muted-foreground",
                      )}
                    >
                      {item.name}
                    </Link>
                    <span className="block text-sm text-muted-foreground">
                      <span translate="no">{item.about}</span>
                      {item.otherZone
                        ? ` · ${t("inZone", { at: time(item.startsAt, item.otherZone.zone), city: item.otherZone.name })}`
                        : null}
                    </span>
                  </span>
                </Row>
              );
            })}
          </Rows>
        )}
      </Card>
      {today.length > rows.length ? (
        <p className="mt-2 text-sm text-muted-foreground">
          {t("home.more", { count: today.length - rows.length })} · {cityOf(person.timeZone)}
        </p>
      ) : null}
    </section>
  );
}
