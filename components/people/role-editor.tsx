"use client";

import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { permissionGroups } from "./permission-groups";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-field";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { permissions, type Permission } from "@/lib/platform/permissions";
import type { ActionResult } from "@/lib/platform/result";

type Grants = Record<string, string[]>;

export interface RoleEditorProps {
  organisation: string;
  role: { roleId: string; name: string; description: string; grants: Grants; expectedVersion: number };
  editable: boolean;
  update: (organisation: string, input: RoleEditorProps["role"]) => Promise<ActionResult<{ roleId: string }>>;
}

/** What a role may do, permission by permission with how far it reaches. Read where it cannot be edited. */
export function RoleEditor({ organisation, role, editable, update }: RoleEditorProps) {
  const t = useTranslations("people.roles");
  if (!editable) return <Permissions grants={role.grants} />;
  return (
    <ActionForm
      key={role.expectedVersion}
      schema={() => import("@/lib/people/form-schemas").then((module) => module.UpdateRoleForm)}
      defaultValues={role}
      action={(values) => update(organisation, values)}
      submit={t("save")}
      done={t("saved")}
      draft={{ form: "role", record: role.roleId }}
      labels={{ name: t("name"), description: t("description") }}
    >
      <FormField name="name" label={t("name")}>
        <Input autoComplete="off" />
      </FormField>
      <FormField name="description" label={t("description")}>
        <Input autoComplete="off" />
      </FormField>
      <EditedPermissions />
    </ActionForm>
  );
}

function EditedPermissions() {
  const { field } = useController({ name: "grants" });
  const grants = field.value as Grants;
  const toggle = (permission: Permission, scope: string, on: boolean) => {
    const held = (grants[permission] ?? []).filter((other) => other !== scope);
    field.onChange({ ...grants, [permission]: on ? [...held, scope] : held });
  };
  return <Permissions grants={grants} onToggle={toggle} />;
}

function Permissions({
  grants,
  onToggle,
}: {
  grants: Grants;
  onToggle?: (permission: Permission, scope: string, on: boolean) => void;
}) {
  const nouns = useTranslations("people.nouns");
  const words = useTranslations("people.permissions");
  const scopes = useTranslations("people.scopes");
  return (
    <div className="grid gap-6">
      {permissionGroups().map(({ noun, permissions: inGroup }) => (
        <fieldset key={noun} className="min-w-0">
          <legend className="mb-1 text-base font-semibold">{nouns(noun)}</legend>
          <ul className="divide-y divide-border border-y border-border">
            {inGroup.map((permission) => (
              <li key={permission}>
                <div
                  role="group"
                  aria-label={words(permission)}
                  className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)] items-center gap-x-4 gap-y-1 py-2 phone:grid-cols-1"
                >
                  <span>{words(permission)}</span>
                  <span className="flex flex-wrap gap-x-5 gap-y-1">
                    {permissions[permission].scopes.map((scope) => {
                      const held = grants[permission]?.includes(scope) ?? false;
                      return (
                        <label key={scope} className="flex items-center gap-2 text-sm phone:min-h-11">
                          <Checkbox
                            checked={held}
                            disabled={!onToggle}
                            onChange={(event) => onToggle?.(permission, scope, event.target.checked)}
                          />
                          {scopes(`long.${scope}`)}
                        </label>
                      );
                    })}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
    </div>
  );
}
