import { getTranslations } from "next-intl/server";
import { saveTheRole } from "../../actions";
import { RoleEditor } from "@/components/competencies/role-editor";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { Card } from "@/components/ui/card";
import { roleLibrary } from "@/lib/competencies/queries/framework";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";

/** Adds a role to the library. */
async function NewRolePage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("competencies.framework");
  const words = await getTranslations("competencies.role");
  const { roles, competencies } = await readPage(organisation, ({ ask, actor }) => {
    if (!may(actor, "frameworks:write")) throw notFound("this page");
    return ask(roleLibrary, {});
  });
  const list = `/${organisation}/framework`;
  return (
    <>
      <PageHead
        title={t("newRole")}
        lede={words("lede")}
        crumbs={[{ label: t("title"), href: list }, { label: t("newRole") }]}
      />
      <Card pad className="max-w-4xl">
        <RoleEditor
          organisation={organisation}
          list={list}
          competencies={competencies}
          beginnings={roles}
          save={saveTheRole}
        />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/framework/roles/new/page", NewRolePage);
