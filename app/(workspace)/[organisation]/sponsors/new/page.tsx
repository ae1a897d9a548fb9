import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { create } from "../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { SponsorForm } from "@/components/sponsors/sponsor-form";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";

export async function generateMetadata() {
  return { title: (await getTranslations("sponsors"))("new") };
}

/** A new company. */
async function NewSponsorPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("sponsors");
  await readPage(organisation, async ({ actor }) => {
    if (!may(actor, "sponsors:write")) notFound();
  });
  const back = `/${organisation}/sponsors`;
  return (
    <>
      <PageHead title={t("new")} crumbs={[{ label: t("title"), href: back }, { label: t("new") }]} />
      <Card pad className="max-w-3xl">
        <SponsorForm organisation={organisation} back={back} create={create} />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/sponsors/new/page", NewSponsorPage);
