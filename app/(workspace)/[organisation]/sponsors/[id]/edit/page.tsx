import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { edit } from "../../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { SponsorForm } from "@/components/sponsors/sponsor-form";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { oneSponsor } from "@/lib/sponsors/queries/sponsor";

/** What is known of a company. */
async function EditSponsorPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("sponsors");
  const sponsor = await readPage(organisation, async ({ actor, ask }) => {
    if (!may(actor, "sponsors:write")) notFound();
    return ask(oneSponsor, { id });
  });
  const list = `/${organisation}/sponsors`;
  const back = `${list}/${id}`;
  const { name, industry, place, version } = sponsor;
  return (
    <>
      <PageHead
        title={t("editOf", { name })}
        crumbs={[{ label: t("title"), href: list }, { label: name, href: back }, { label: t("edit") }]}
      />
      <Card pad className="max-w-3xl">
        <SponsorForm
          organisation={organisation}
          back={back}
          edit={edit}
          known={{ id, expectedVersion: version, name, industry, place }}
        />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/sponsors/[id]/edit/page", EditSponsorPage);
