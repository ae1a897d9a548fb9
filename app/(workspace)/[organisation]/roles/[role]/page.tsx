import { getTranslations } from "next-intl/server";
import { copy, remove, update } from "../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { CopyRole, RemoveRole } from "@/components/people/role-actions";
import { RoleEditor } from "@/components/people/role-editor";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { oneRole } from "@/lib/people/queries/roles";
import { may } from "@/lib/platform/actor";

/** One role: what it may do, and for own ones the form that says so. Built-in ones are read and copied. */
async function RolePage({ params }: WorkspaceProps<{ role: string }>) {
  const { organisation, role: roleId } = await params;
  const t = await getTranslations("people.roles");
  const { role, mayWrite } = await readPage(organisation, async ({ ask, actor }) => ({
    role: await ask(oneRole, { roleId }),
    mayWrite: may(actor, "roles:write"),
  }));
  const list = `/${organisation}/roles`;
  const editable = mayWrite && !role.builtIn;
  return (
    <>
      <PageHead
        title={role.name}
        lede={
          <>
            {role.description ? `${role.description} ` : null}
            <Link href={`/${organisation}/people?f.role=${encodeURIComponent(role.key)}`}>
              {t("holders", { count: role.holders })}
            </Link>
          </>
        }
        crumbs={[{ label: t("title"), href: list }, { label: role.name }]}
        actions={
          mayWrite ? (
            <>
              {editable && role.holders === 0 ? (
                <RemoveRole
                  organisation={organisation}
                  role={{ id: role.id, version: role.version, name: role.name }}
                  list={list}
                  remove={remove}
                />
              ) : null}
              <CopyRole organisation={organisation} role={{ id: role.id, name: role.name }} list={list} copy={copy} />
            </>
          ) : undefined
        }
      />
      <Card pad className="max-w-4xl">
        {role.builtIn ? <p className="mb-5 text-muted-foreground">{t("builtIn")}</p> : null}
        <RoleEditor
          organisation={organisation}
          role={{
            roleId: role.id,
            name: role.name,
            description: role.description,
            grants: role.grants,
            expectedVersion: role.version,
          }}
          editable={editable}
          update={update}
        />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/roles/[role]/page", RolePage);
