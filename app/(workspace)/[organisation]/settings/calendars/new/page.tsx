import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { add } from "../actions";
import { CalendarNameForm } from "@/components/business-time/calendar-name-form";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";

export async function generateMetadata() {
  return { title: (await getTranslations("business-time.calendars"))("add") };
}

/** Another calendar, which begins as the main one is. */
async function NewCalendarPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("business-time.calendars");
  await readPage(organisation, async ({ actor }) => {
    if (!may(actor, "calendars:write")) notFound();
  });
  return (
    <>
      <PageHead
        title={t("add")}
        lede={t("addLede")}
        crumbs={[
          { label: t("settings"), href: `/${organisation}/settings` },
          { label: t("title"), href: `/${organisation}/settings/calendars` },
          { label: t("add") },
        ]}
      />
      <Card pad className="max-w-2xl">
        <CalendarNameForm organisation={organisation} add={add} />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/settings/calendars/new/page", NewCalendarPage);
