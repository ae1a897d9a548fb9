import { permissions as catalogue, type Permission } from "@/lib/platform/permissions";

/** The permissions by what they are about, in the order of the catalogue. */
export function permissionGroups(): Array<{ noun: string; permissions: Permission[] }> {
  const groups: Array<{ noun: string; permissions: Permission[] }> = [];
  for (const permission of Object.keys(catalogue) as Permission[]) {
    const noun = permission.slice(0, permission.indexOf(":"));
    const known = groups.find((group) => group.noun === noun);
    if (known) known.permissions.push(permission);
    else groups.push({ noun, permissions: [permission] });
  }
  return groups;
}
