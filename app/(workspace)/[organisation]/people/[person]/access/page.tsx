import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { change, inviteKnown } from "../../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { PersonRoles } from "@/components/people/person-forms";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { onePerson } from "@/lib/people/queries/person";
import { givableRoles } from "@/lib/people/queries/roles";
import { may } from "@/lib/platform/actor";

/** Which roles somebody holds; for who is only known, the invitation. */
async function AccessPage({ params }: WorkspaceProps<{ person: string }>) {
  const { organisation, person: personId } = await params;
  const t = await getTranslations("people");
  const { person, roles } = await readPage(organisation, async ({ ask, actor }) => {
    const found = await ask(onePerson, { personId });
    const known = found.status === "known";
    if (!may(actor, known ? "people:invite" : "people:write") || found.status === "deactivated") notFound();
    return { person: found, roles: await ask(givableRoles, {}) };
  });
  const back = `/${organisation}/people/${personId}`;
  const known = person.status === "known";
  const title = known ? t("access.inviteTitle", { name: person.name }) : t("access.title", { name: person.name });
  return (
    <>
      <PageHead
        title={title}
        lede={known ? t("access.inviteLede", { email: person.email ?? "" }) : t("access.lede")}
        crumbs={[
          { label: t("list.title"), href: `/${organisation}/people` },
          { label: person.name, href: back },
          { label: known ? t("invite.title") : t("record.roles") },
        ]}
      />
      <Card pad className="max-w-3xl">
        {known && !person.email ? (
          <Notice icon="mail" tone="warn">
            {t("access.noAddress")}
          </Notice>
        ) : (
          <PersonRoles
            organisation={organisation}
            back={back}
            roles={roles}
            person={{
              personId,
              expectedVersion: person.version,
              roleKeys: person.roles.map(({ key }) => key),
              known,
            }}
            change={change}
            inviteKnown={inviteKnown}
          />
        )}
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/people/[person]/access/page", AccessPage);
