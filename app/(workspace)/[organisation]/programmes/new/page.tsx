import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { InviteForm } from "@/components/programmes/invite-form";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { allPackages } from "@/lib/packages/queries";
import { may, scopesOf } from "@/lib/platform/actor";
import { languageChoices } from "@/lib/platform/place-choices";
import { consultants } from "@/lib/programmes/queries/consultants";
import { openEngagements } from "@/lib/sponsors/queries/sponsor";
import { invite } from "../actions";
import { listName } from "../list-name";

export async function generateMetadata() {
  const t = await getTranslations("programmes.invite");
  return { title: t("title") };
}

/** Where a consultant invites an executive. */
async function InvitePage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const { engagement } = await searchParams;
  const t = await getTranslations("programmes.invite");
  const names = await getTranslations("programmes.navigation");
  const data = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "programmes:invite")) notFound();
    return {
      name: listName(actor),
      me: actor.personId,
      packages: (await ask(allPackages, {})).filter(({ archivedAt }) => !archivedAt),
      engagements: may(actor, "engagements:read") ? await ask(openEngagements, {}) : [],
      makesPackages: may(actor, "packages:write"),
      consultants: scopesOf(actor, "programmes:invite").has("all") ? await ask(consultants, {}) : [],
    };
  });
  const list = `/${organisation}/programmes`;
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        crumbs={[{ label: names(data.name), href: list }, { label: t("title") }]}
      />
      <Card pad className="max-w-3xl">
        {data.packages.length === 0 ? (
          <Empty
            icon="layers"
            title={t("noPackage")}
            action={
              data.makesPackages ? (
                <LinkButton variant="primary" href={`/${organisation}/packages`}>
                  {t("makePackage")}
                </LinkButton>
              ) : undefined
            }
          >
            {t("lede")}
          </Empty>
        ) : (
          <InviteForm
            organisation={organisation}
            packages={data.packages.map(({ id, name }) => ({ id, name }))}
            engagements={data.engagements.map(({ seats, ...one }) => ({ ...one, left: seats.left }))}
            engagementId={data.engagements.find(({ id }) => id === engagement)?.id ?? ""}
            consultants={data.consultants}
            languages={languageChoices(await getLocale())}
            me={data.me}
            list={list}
            invite={invite}
          />
        )}
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/new/page", InvitePage);
