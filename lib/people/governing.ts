import { isPermission, type Permission } from "@/lib/platform/permissions";

/*
 * Who decides who may do what. An organisation must never be left without such a person, and nobody hands out more of it than
 * they hold.
 */

/** A role that carries one of these decides over other people's access. */
const governing: readonly Permission[] = ["organisation:write", "people:invite", "people:write", "roles:write"];

/** Both are needed to let somebody in again. */
const indispensable: readonly Permission[] = ["people:write", "roles:write"];

type RoleGrants = Readonly<Record<string, readonly string[]>>;

const holds = (grants: RoleGrants, permission: string): boolean => (grants[permission]?.length ?? 0) > 0;

/** Whether who holds these roles together can manage people and roles: an administrator, whatever the roles are called. */
export const governs = (held: readonly RoleGrants[]): boolean =>
  indispensable.every((permission) => held.some((grants) => holds(grants, permission)));

/** Governing permissions in `grants` that are not held by whoever wants to hand them out. */
export const beyond = (grants: RoleGrants, mayDo: (permission: Permission) => boolean): Permission[] =>
  governing.filter((permission) => isPermission(permission) && holds(grants, permission) && !mayDo(permission));
