import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { SectionHead } from "@/components/frame/section-head";
import { PermissionMatrix } from "@/components/people/permission-matrix";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Row, Rows } from "@/components/ui/rows";
import { Tag } from "@/components/ui/tag";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { allRoles } from "@/lib/people/queries/roles";

export async function generateMetadata() {
  return { title: (await getTranslations("people.roles"))("title") };
}

/** Who may do what: the roles of the organisation, and all of it as one table. */
export default async function RolesPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("people.roles");
  const roles = await readPage(organisation, ({ ask }) => ask(allRoles, {}));
  const here = `/${organisation}/roles`;
  const own = roles.filter(({ builtIn }) => !builtIn).length;
  return (
    <>
      <PageHead title={t("title")} lede={t.rich("lede", { count: roles.length, own, b: (words) => <b>{words}</b> })} />
      <Card className="mb-8">
        <Rows className="grid grid-cols-2 divide-y-0 phone:grid-cols-1 [&>li]:border-b [&>li]:border-border">
          {roles.map((role) => (
            <Row key={role.id}>
              <div className="flex items-baseline gap-2">
                <Link
                  href={`${here}/${role.id}`}
                  data-row-link
                  className="font-semibold text-foreground no-underline hover:text-foreground"
                >
                  {role.name}
                </Link>
                {role.builtIn ? null : <Tag>{t("own")}</Tag>}
                <span className="ms-auto flex-none text-sm text-muted-foreground tabular-nums">
                  {t("holders", { count: role.holders })}
                </span>
              </div>
              <p className="text-sm text-muted-foreground">{role.description || t("noDescription")}</p>
            </Row>
          ))}
        </Rows>
      </Card>
      <SectionHead title={t("matrix")} />
      <p className="mb-3 max-w-[80ch] text-sm text-muted-foreground">{t("scopesHint")}</p>
      <PermissionMatrix roles={roles} here={here} />
    </>
  );
}
