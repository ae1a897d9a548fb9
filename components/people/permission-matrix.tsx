import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { permissionGroups } from "./permission-groups";
import { Link } from "@/components/ui/link";
import type { RoleRow } from "@/lib/people/queries/roles";

/** What each role may do, and how far: permissions down, roles across. Scrolls in itself; the first column stays. */
export function PermissionMatrix({ roles, here }: { roles: readonly RoleRow[]; here: string }) {
  const t = useTranslations("people.roles");
  const nouns = useTranslations("people.nouns");
  const words = useTranslations("people.permissions");
  const scopes = useTranslations("people.scopes");
  return (
    <div
      className="relative max-h-[80dvh] overflow-auto rounded-md border border-border bg-card"
      role="region"
      aria-label={t("matrix")}
      tabIndex={0}
    >
      <table className="border-separate border-spacing-0 text-sm">
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky start-0 top-0 z-20 min-w-64 border-e border-b border-border bg-card px-4 py-2 text-start align-bottom text-xs font-medium text-muted-foreground phone:min-w-40"
            >
              {t("permission")}
            </th>
            {roles.map((role) => (
              <th
                key={role.id}
                scope="col"
                className="sticky top-0 z-10 min-w-24 border-b border-border bg-card px-2 py-2 text-center align-bottom text-xs font-medium"
              >
                <Link href={`${here}/${role.id}`} className="text-foreground no-underline hover:underline">
                  {role.name}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissionGroups().map(({ noun, permissions }) => (
            <Fragment key={noun}>
              <tr>
                <th
                  scope="colgroup"
                  colSpan={roles.length + 1}
                  className="border-b border-border bg-muted px-4 py-1.5 text-start text-xs font-semibold"
                >
                  <span className="sticky start-4">{nouns(noun)}</span>
                </th>
              </tr>
              {permissions.map((permission) => (
                <tr key={permission} className="hover:bg-muted">
                  <th
                    scope="row"
                    className="sticky start-0 z-10 border-e border-b border-border bg-card px-4 py-2 text-start font-normal"
                  >
                    {words(permission)}
                  </th>
                  {roles.map((role) => {
                    const held = role.grants[permission] ?? [];
                    return (
                      <td key={role.id} className="border-b border-border px-2 py-2 text-center">
                        {held.length > 0 ? (
                          held.map((scope) => scopes(`short.${scope}`)).join(", ")
                        ) : (
                          <span className="text-muted-foreground">
                            <span aria-hidden>–</span>
                            <span className="sr-only">{t("not")}</span>
                          </span>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
