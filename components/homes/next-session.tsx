import { getFormatter, getTranslations } from "next-intl/server";
import { cityOf } from "@/components/calendar/civil-days";
import type { CalendarItem } from "@/components/calendar/model";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { HomeProps } from "./home";

/** An executive's next session: when, what, with whom, by both clocks; the way to it. */
export async function NextSession(props: {
  organisation: string;
  person: HomeProps["person"];
  session: CalendarItem | null;
  /** Where one is booked; null where nothing can be. */
  bookHref: string | null;
}) {
  const { organisation, person, session, bookHref } = props;
  const t = await getTranslations("calendar");
  const format = await getFormatter();
  if (!session)
    return bookHref ? (
      <Card pad>
        <h2 className="font-title text-[1.25rem] leading-[1.625rem]">{t("home.noneAhead")}</h2>
        <p className="mt-1 mb-3 text-muted-foreground">{t("home.noneAheadText")}</p>
        <LinkButton href={bookHref} icon="calendar-plus">
          {t("home.book")}
        </LinkButton>
      </Card>
    ) : null;
  const { name, about, startsAt, otherZone } = session;
  const at = (timeZone: string) =>
    format.dateTime(new Date(startsAt), { hour: "2-digit", minute: "2-digit", timeZone });
  return (
    <Card pad>
      <h2 className="font-title text-[1.25rem] leading-[1.625rem]">{t("home.nextTitle")}</h2>
      <p className="mt-2 font-semibold tabular-nums">
        {format.dateTime(new Date(startsAt), {
          ...{ weekday: "long", day: "numeric", month: "long", timeZone: person.timeZone },
        })}
        , {t("home.zone", { at: at(person.timeZone), city: cityOf(person.timeZone) })}
      </p>
      <p translate="no">
        {name}, {about}
      </p>
      {otherZone ? (
        <p className="text-sm text-muted-foreground tabular-nums">
          {t("inZone", { at: at(otherZone.zone), city: otherZone.name })}
        </p>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2">
        <LinkButton href={`/${organisation}/sessions/${session.id}`}>{t("home.details")}</LinkButton>
        <LinkButton variant="quiet" href={`/${organisation}/sessions`}>
          {t("home.open")}
        </LinkButton>
      </div>
    </Card>
  );
}
