import { getTranslations } from "next-intl/server";
import { invite } from "../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { InvitePerson } from "@/components/people/person-forms";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { givableRoles } from "@/lib/people/queries/roles";

export async function generateMetadata() {
  return { title: (await getTranslations("people.invite"))("title") };
}

async function InvitePersonPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const roles = await readPage(organisation, ({ ask }) => ask(givableRoles, {}));
  const t = await getTranslations("people");
  const back = `/${organisation}/people`;
  return (
    <>
      <PageHead
        title={t("invite.title")}
        lede={t("invite.lede")}
        crumbs={[{ label: t("list.title"), href: back }, { label: t("invite.title") }]}
      />
      <Card pad className="max-w-3xl">
        <InvitePerson organisation={organisation} back={back} roles={roles} invite={invite} />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/people/invite/page", InvitePersonPage);
