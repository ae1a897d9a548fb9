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

/** A role of the library: what it asks for. */
async function RolePage({ params }: WorkspaceProps<{ role: string }>) {
  const { organisation, role: id } = await params;
  const t = await getTranslations("competencies.framework");
  const words = await getTranslations("competencies.role");
  const { role, competencies } = await readPage(organisation, async ({ ask, actor }) => {
    const library = await ask(roleLibrary, {});
    const found = library.roles.find((one) => one.id === id);
    if (!found || !may(actor, "frameworks:write")) throw notFound("this role");
    return { role: found, competencies: library.competencies };
  });
  const list = `/${organisation}/framework`;
  return (
    <>
      <PageHead
        title={role.name}
        lede={words("lede")}
        crumbs={[{ label: t("title"), href: list }, { label: role.name }]}
      />
      <Card pad className="max-w-4xl">
        <RoleEditor
          organisation={organisation}
          list={list}
          competencies={competencies}
          known={{ id: role.id, expectedVersion: role.version, name: role.name, requirements: role.requirements }}
          save={saveTheRole}
        />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/framework/roles/[role]/page", RolePage);
