import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { create } from "../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { SeparationForm } from "@/components/sponsors/separation-form";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { consultants } from "@/lib/programmes/queries/consultants";
import { openEngagements } from "@/lib/sponsors/queries/sponsor";

export async function generateMetadata() {
  return { title: (await getTranslations("separations"))("new") };
}

/** A new separation event. */
async function NewSeparationPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const { engagement } = await searchParams;
  const t = await getTranslations("separations");
  const page = await readPage(organisation, async ({ actor, ask }) => {
    if (!may(actor, "separations:write")) notFound();
    return { engagements: await ask(openEngagements, {}), consultants: await ask(consultants, {}) };
  });
  const back = `/${organisation}/separations`;
  const chosen = page.engagements.find(({ id }) => id === engagement) ?? page.engagements[0];
  return (
    <>
      <PageHead
        title={t("new")}
        lede={t("newLede")}
        crumbs={[{ label: t("title"), href: back }, { label: t("new") }]}
      />
      <Card pad className="max-w-3xl">
        {chosen ? (
          <SeparationForm
            organisation={organisation}
            back={back}
            engagements={page.engagements.map(({ seats, ...one }) => ({ ...one, left: seats.left }))}
            consultants={page.consultants}
            create={create}
            fresh={{
              ...{ engagementId: chosen.id, name: "", handOverOn: "", place: "" },
              ...{ onSite: false, onSitePersonId: "", onSiteHours: "" },
            }}
          />
        ) : (
          <Empty icon="file-text" title={t("noEngagement")}>
            {t("noEngagementText")}
          </Empty>
        )}
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/separations/new/page", NewSeparationPage);
