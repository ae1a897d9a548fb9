import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { paste } from "../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { PastePointsForm } from "@/components/tailoring/paste-points-form";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { technologyNames } from "@/lib/tailoring/own-technologies/queries";
import { teamChoices } from "@/lib/tailoring/requirements/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("tailoring.points"))("new") };
}

/** New points, pasted. */
async function NewPointsPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("tailoring.points");
  const { teams, technologies } = await readPage(organisation, async ({ actor, ask }) => {
    if (!may(actor, "tailoring:write")) notFound();
    return { teams: await ask(teamChoices, {}), technologies: await ask(technologyNames, {}) };
  });
  return (
    <>
      <PageHead
        title={t("new")}
        lede={t("newLede")}
        crumbs={[{ label: t("title"), href: `/${organisation}/points` }, { label: t("new") }]}
      />
      <Card pad className="max-w-3xl">
        <PastePointsForm {...{ organisation, teams, technologies, paste }} />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/points/new/page", NewPointsPage);
