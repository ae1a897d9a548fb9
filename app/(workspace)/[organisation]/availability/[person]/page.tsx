import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { undoAction } from "../../undo-action";
import { addDay, drop, dropDay, outside, save } from "../actions";
import { DoButton } from "@/components/forms/do-button";
import { PageHead } from "@/components/frame/page-head";
import { RecordColumns } from "@/components/frame/record-columns";
import { withMessages } from "@/components/frame/with-messages";
import { HostDayForm } from "@/components/scheduling/host-day-form";
import { HostDays } from "@/components/scheduling/host-days";
import { HostHoursForm } from "@/components/scheduling/host-hours-form";
import { WeekSummary } from "@/components/business-time/week-summary";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may, scopesOf } from "@/lib/platform/actor";
import { timeZoneChoices } from "@/lib/platform/place-choices";
import { availabilityOf } from "@/lib/scheduling/availability-query";
import { bookingLinkOf } from "@/lib/scheduling/guests/link-query";

export async function generateMetadata() {
  return { title: (await getTranslations("availability"))("title") };
}

/** When somebody can be booked: their week, days off, and the way back to the organisation's hours. */
async function AvailabilityOfPersonPage({ params }: WorkspaceProps<{ person: string }>) {
  const { organisation, person: personId } = await params;
  const t = await getTranslations("availability");
  const booking = await getTranslations("booking-page.onAvailability");
  const { found, link, mine, all, writes, readerZone } = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "availability:read")) notFound();
    return {
      found: await ask(availabilityOf, { personId }),
      link: await ask(bookingLinkOf, { personId }),
      mine: actor.personId === personId,
      all: scopesOf(actor, "availability:read").has("all"),
      writes: may(actor, "availability:write"),
      readerZone: actor.timeZone,
    };
  });
  const { name, timeZone, week, noticeMinutes, horizonDays, mostPerDay, mostPerWeek, version, chosen, days } = found;
  const values = {
    ...{ personId, timeZone, week, noticeMinutes, horizonDays, mostPerDay, mostPerWeek },
    expectedVersion: version,
  };
  return (
    <>
      <PageHead
        title={mine ? t("title") : <span translate="no">{t("titleOf", { name })}</span>}
        lede={t(chosen ? "lede" : "ledeShared")}
        crumbs={[
          { label: t("calendar"), href: `/${organisation}/sessions` },
          ...(all ? [{ label: t("title"), href: `/${organisation}/availability` }] : []),
          { label: all ? name : t("title") },
        ]}
      />
      <RecordColumns
        facts={
          <>
            <Card pad>
              <h2 className="text-base font-semibold">{booking("title")}</h2>
              <p className="mb-3 text-sm text-muted-foreground">
                {link.isOn ? booking(mine ? "on" : "onOther") : booking(mine ? "off" : "offOther")}
              </p>
              <LinkButton href={`/${organisation}/availability/${personId}/booking`} icon="link">
                {booking(link.isOn || !mine ? "change" : "set")}
              </LinkButton>
            </Card>
            <Card>
              <CardHeader>
                <CardTitle>{t("days")}</CardTitle>
              </CardHeader>
              <HostDays organisation={organisation} days={days} writes={writes} remove={dropDay} undo={undoAction} />
            </Card>
            {writes ? (
              <Card pad>
                <h2 className="mb-3 text-base font-semibold">{t("day.title")}</h2>
                <HostDayForm {...{ organisation, personId, readerZone, outside }} add={addDay} undo={undoAction} />
              </Card>
            ) : null}
            {writes && chosen ? (
              <Card pad>
                <h2 className="text-base font-semibold">{t("back.title")}</h2>
                <p className="mb-3 text-sm text-muted-foreground">{t("back.text")}</p>
                <DoButton
                  organisation={organisation}
                  act={drop}
                  input={{ personId }}
                  done={t("back.done")}
                  undo={undoAction}
                >
                  {t("back.do")}
                </DoButton>
              </Card>
            ) : null}
          </>
        }
      >
        {writes ? (
          <HostHoursForm
            {...{ organisation, values, readerZone, save, outside }}
            timeZones={timeZoneChoices(timeZone)}
          />
        ) : (
          <Card pad>
            <WeekSummary week={week} />
          </Card>
        )}
      </RecordColumns>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/availability/[person]/page", AvailabilityOfPersonPage);
