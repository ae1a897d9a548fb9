import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ahead, changeDay, newDay } from "../../../actions";
import { DayForm } from "@/components/business-time/day-form";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { oneCalendar } from "@/lib/business-time/queries";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";

export async function generateMetadata() {
  return { title: (await getTranslations("business-time.dayForm"))("edit") };
}

/** Changes a day that is closed, or worked by exception. */
async function DayPage({ params }: WorkspaceProps<{ calendar: string; day: string }>) {
  const { organisation, calendar: id, day: dayId } = await params;
  const t = await getTranslations("business-time");
  const { name: calendar, days } = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "calendars:write")) notFound();
    return ask(oneCalendar, { id });
  });
  const day = days.find((one) => one.id === dayId);
  if (!day) notFound();
  const { kind, name, fromOn, toOn, hours, version } = day;
  const here = `/${organisation}/settings/calendars`;
  return (
    <>
      <PageHead
        title={t("dayForm.edit")}
        lede={t("hoursForm.lede", { name: calendar })}
        crumbs={[
          { label: t("calendars.settings"), href: `/${organisation}/settings` },
          { label: t("calendars.title"), href: here },
          { label: calendar, href: `${here}/${id}` },
          { label: name },
        ]}
      />
      <div className="max-w-2xl">
        <DayForm
          organisation={organisation}
          calendarId={id}
          day={{ id: dayId, version }}
          values={{ kind: kind === "open" ? "open" : "closed", name, fromOn, toOn: toOn === fromOn ? "" : toOn, hours }}
          actions={{ add: newDay, edit: changeDay, ahead }}
        />
      </div>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/settings/calendars/[calendar]/days/[day]/page", DayPage);
