import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { edit } from "../../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { SeparationForm } from "@/components/sponsors/separation-form";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { consultants } from "@/lib/programmes/queries/consultants";
import { oneSeparation } from "@/lib/sponsors/queries/separation";
import { oneSponsor } from "@/lib/sponsors/queries/sponsor";

/** The facts of a separation event. */
async function EditSeparationPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("separations");
  const page = await readPage(organisation, async ({ actor, ask }) => {
    if (!may(actor, "separations:write")) notFound();
    const event = await ask(oneSeparation, { id });
    const { engagements } = await ask(oneSponsor, { id: event.sponsorId });
    return { event, engagements, consultants: await ask(consultants, {}) };
  });
  const { event } = page;
  const back = `/${organisation}/separations/${id}`;
  return (
    <>
      <PageHead
        title={t("editOf", { name: event.name })}
        crumbs={[
          { label: t("title"), href: `/${organisation}/separations` },
          { label: event.name, href: back },
          { label: t("edit") },
        ]}
      />
      <Card pad className="max-w-3xl">
        <SeparationForm
          organisation={organisation}
          back={back}
          engagements={page.engagements.map(({ seats, ...one }) => ({ ...one, left: seats.left }))}
          consultants={page.consultants}
          edit={edit}
          known={{ id, expectedVersion: event.version }}
          fresh={{
            engagementId: event.engagementId,
            name: event.name,
            handOverOn: event.handOverOn,
            place: event.place,
            onSite: event.onSite,
            onSitePersonId: event.onSitePersonId ?? "",
            onSiteHours: event.onSiteHours,
          }}
        />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/separations/[id]/edit/page", EditSeparationPage);
