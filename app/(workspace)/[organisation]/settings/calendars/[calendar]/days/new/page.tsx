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
  return { title: (await getTranslations("business-time.dayForm"))("add") };
}

/** A day that is closed, or worked by exception. */
async function NewDayPage({ params }: WorkspaceProps<{ calendar: string }>) {
  const { organisation, calendar: id } = await params;
  const t = await getTranslations("business-time");
  const { name } = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "calendars:write")) notFound();
    return ask(oneCalendar, { id });
  });
  const here = `/${organisation}/settings/calendars`;
  return (
    <>
      <PageHead
        title={t("dayForm.add")}
        lede={t("hoursForm.lede", { name })}
        crumbs={[
          { label: t("calendars.settings"), href: `/${organisation}/settings` },
          { label: t("calendars.title"), href: here },
          { label: name, href: `${here}/${id}` },
          { label: t("dayForm.add") },
        ]}
      />
      <div className="max-w-2xl">
        <DayForm
          organisation={organisation}
          calendarId={id}
          values={{ kind: "closed", name: "", fromOn: "", toOn: "", hours: [] }}
          actions={{ add: newDay, edit: changeDay, ahead }}
        />
      </div>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/settings/calendars/[calendar]/days/new/page", NewDayPage);
