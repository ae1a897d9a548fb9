import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { add, paste } from "../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { PasteTechnologiesForm } from "@/components/tailoring/technologies/paste-technologies-form";
import { TechnologyForm } from "@/components/tailoring/technologies/technology-form";
import { WhatChanges } from "@/components/tailoring/technologies/what-changes";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";

export async function generateMetadata() {
  return { title: (await getTranslations("tailoring.technologies"))("new") };
}

/** New technologies: one, or many pasted. */
async function NewTechnologiesPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("tailoring.technologies");
  await readPage(organisation, async ({ actor }) => {
    if (!may(actor, "tailoring:write")) notFound();
  });
  return (
    <>
      <PageHead
        title={t("new")}
        lede={t("newLede")}
        crumbs={[
          { label: t("library"), href: `/${organisation}/points` },
          { label: t("title"), href: `/${organisation}/points/technologies` },
          { label: t("new") },
        ]}
      />
      <div className="grid max-w-3xl gap-6 phone:gap-4">
        <Card pad>
          <TechnologyForm {...{ organisation, save: add }} values={{ name: "", aliases: [], since: "" }} />
        </Card>
        <Card>
          <CardHeader>
            <CardTitle>{t("many")}</CardTitle>
          </CardHeader>
          <div className="p-5 phone:p-4">
            <PasteTechnologiesForm {...{ organisation, paste }} />
          </div>
        </Card>
        <WhatChanges />
      </div>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/points/technologies/new/page", NewTechnologiesPage);
