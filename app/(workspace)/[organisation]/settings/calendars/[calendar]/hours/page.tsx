import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ahead, holidays, save } from "../../actions";
import { HoursForm } from "@/components/business-time/hours-form";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { holidayPlaces } from "@/lib/business-time/holidays";
import { holidaysOfPlace, oneCalendar } from "@/lib/business-time/queries";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { addDays } from "@/lib/platform/civil-dates";
import { formatsLocale } from "@/lib/platform/i18n/formats-locale";
import { timeZoneChoices } from "@/lib/platform/place-choices";

export async function generateMetadata() {
  return { title: (await getTranslations("business-time.hoursForm"))("title") };
}

/** What a calendar says from a day on: from tomorrow what holds then, or with `?from=` one of its changes as it stands. */
async function HoursPage({ params, searchParams }: WorkspaceProps<{ calendar: string }>) {
  const { organisation, calendar: id } = await params;
  const { from } = await searchParams;
  const t = await getTranslations("business-time");
  const { calendar, held, known, locale } = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "calendars:write")) notFound();
    const one = await ask(oneCalendar, { id });
    const asked = one.hours.find(({ validFrom }) => (validFrom ?? "beginning") === from);
    const tomorrow = addDays(one.today, 1);
    // What is offered from tomorrow is what holds then: a change that was made for tomorrow is gone on with.
    const found = asked ?? one.hours.findLast(({ validFrom }) => !validFrom || validFrom <= tomorrow)!;
    return {
      ...{ calendar: one, locale: formatsLocale(actor.locale) },
      held: {
        ...found,
        validFrom: asked ? asked.validFrom : tomorrow,
        version: asked || found.validFrom === tomorrow ? found.version : 0,
      },
      known: await ask(holidaysOfPlace, { country: found.country, region: found.region }),
    };
  });
  const { timeZone, week, country, region, workedHolidays, ownHolidays } = held;
  const here = `/${organisation}/settings/calendars`;
  return (
    <>
      <PageHead
        title={t("hoursForm.title")}
        lede={t("hoursForm.lede", { name: calendar.name })}
        crumbs={[
          { label: t("calendars.settings"), href: `/${organisation}/settings` },
          { label: t("calendars.title"), href: here },
          { label: calendar.name, href: `${here}/${id}` },
          { label: t("hoursForm.title") },
        ]}
      />
      <HoursForm
        organisation={organisation}
        values={{
          ...{ calendarId: id, expectedVersion: held.version, validFrom: held.validFrom ?? "" },
          ...{ timeZone, week, country, region, workedHolidays, ownHolidays },
        }}
        timeZones={timeZoneChoices(timeZone)}
        places={await holidayPlaces(locale)}
        known={known}
        actions={{ save, ahead, holidays }}
      />
    </>
  );
}

export default withMessages("(workspace)/[organisation]/settings/calendars/[calendar]/hours/page", HoursPage);
