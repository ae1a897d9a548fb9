/**
 * Every permission of the product, with what it allows, in words that an administrator reads on the roles page.
 * `noun:verb`; the scopes in which it can be held stand beside it, narrow before wide.
 */
export const permissions = {
  "audit:read": { scopes: ["all"] },
  "availability:read": { scopes: ["own", "all"] },
  "availability:write": { scopes: ["own", "all"] },
  "batches:run": { scopes: ["own"] },
  "calendars:read": { scopes: ["all"] },
  "calendars:write": { scopes: ["all"] },
  "comments:read": { scopes: ["own"] },
  "comments:write": { scopes: ["own"] },
  "competencies:read": { scopes: ["own", "caseload"] },
  "competencies:write": { scopes: ["own", "caseload"] },
  "custom-fields:read": { scopes: ["own"] },
  "custom-fields:write": { scopes: ["all"] },
  "engagements:read": { scopes: ["own", "all"] },
  "engagements:write": { scopes: ["all"] },
  "exports:run": { scopes: ["own", "caseload", "team", "all"] },
  "files:read": { scopes: ["own", "caseload", "team", "all"] },
  "files:write": { scopes: ["own", "caseload", "team", "all"] },
  "frameworks:read": { scopes: ["all"] },
  "frameworks:write": { scopes: ["all"] },
  "inventories:read": { scopes: ["own", "caseload"] },
  "inventories:write": { scopes: ["own"] },
  "imports:run": { scopes: ["own", "all"] },
  "job-search:read": { scopes: ["own", "caseload"] },
  "job-search:write": { scopes: ["own"] },
  "mail:send": { scopes: ["all"] },
  "mailbox:read": { scopes: ["own", "all"] },
  "mailbox:write": { scopes: ["own", "all"] },
  "messages:read": { scopes: ["own", "caseload"] },
  "messages:write": { scopes: ["own", "caseload"] },
  "notes:read": { scopes: ["own", "caseload"] },
  "notes:write": { scopes: ["caseload"] },
  "notifications:read": { scopes: ["own"] },
  "organisation:read": { scopes: ["all"] },
  "organisation:write": { scopes: ["all"] },
  "packages:read": { scopes: ["all"] },
  "packages:write": { scopes: ["all"] },
  "people:invite": { scopes: ["all"] },
  "people:read": { scopes: ["own", "caseload", "reports", "team", "all"] },
  "people:write": { scopes: ["all"] },
  "plans:read": { scopes: ["own", "caseload"] },
  "plans:sign": { scopes: ["own", "caseload"] },
  "plans:write": { scopes: ["own", "caseload"] },
  "profile:write": { scopes: ["own"] },
  "programmes:handover": { scopes: ["caseload", "all"] },
  "programmes:invite": { scopes: ["caseload", "team", "all"] },
  "programmes:land": { scopes: ["caseload", "team", "all"] },
  "programmes:read": { scopes: ["own", "caseload", "team", "all"] },
  "programmes:work": { scopes: ["own", "caseload", "team", "all"] },
  "programmes:write": { scopes: ["caseload", "team", "all"] },
  "records:fill": { scopes: ["own"] },
  "records:read": { scopes: ["own"] },
  "reports:read": { scopes: ["caseload", "team", "all"] },
  "resumes:read": { scopes: ["own", "caseload", "team", "all"] },
  "resumes:write": { scopes: ["own", "caseload", "team", "all"] },
  "roles:read": { scopes: ["all"] },
  "roles:write": { scopes: ["all"] },
  "search:run": { scopes: ["own"] },
  "separations:read": { scopes: ["all"] },
  "separations:write": { scopes: ["all"] },
  "session-types:write": { scopes: ["all"] },
  "sessions:hold": { scopes: ["caseload", "all"] },
  "sessions:read": { scopes: ["own", "caseload", "all"] },
  "sessions:write": { scopes: ["own", "caseload", "all"] },
  "sla:approve": { scopes: ["all"] },
  "sla:exclude": { scopes: ["own", "all"] },
  "sla:read": { scopes: ["own", "all"] },
  "sla:write": { scopes: ["all"] },
  "sponsor-report:read": { scopes: ["own", "all"] },
  "sponsors:read": { scopes: ["all"] },
  "sponsors:write": { scopes: ["all"] },
  "tailoring:read": { scopes: ["own", "team", "all"] },
  "tailoring:write": { scopes: ["own", "team", "all"] },
  "teams:read": { scopes: ["team", "all"] },
  "teams:write": { scopes: ["all"] },
  "views:share": { scopes: ["team", "all"] },
  "views:write": { scopes: ["own"] },
} as const satisfies Record<string, { scopes: readonly Scope[] }>;

/** How far a permission reaches: the person's own records, the caseload, direct and indirect reports, the teams, everything. */
export type Scope = "own" | "caseload" | "reports" | "team" | "all";

export type Permission = keyof typeof permissions;

export const isPermission = (value: string): value is Permission => Object.hasOwn(permissions, value);

/** What a person may do: permission → the scopes in which it is held (several roles add up). */
export type Grants = ReadonlyMap<Permission, ReadonlySet<Scope>>;

/**
 * Adds up the grants of several roles. Unknown permissions and scopes are left out, never taken for something: a role
 * stored by a newer or an older release gives only what this one knows.
 */
export function combineGrants(roles: ReadonlyArray<Record<string, readonly string[]>>): Grants {
  const combined = new Map<Permission, Set<Scope>>();
  for (const role of roles) {
    for (const [name, scopes] of Object.entries(role)) {
      if (!isPermission(name)) continue;
      const known: readonly Scope[] = permissions[name].scopes;
      const held = combined.get(name) ?? new Set<Scope>();
      for (const scope of scopes) if (known.includes(scope as Scope)) held.add(scope as Scope);
      if (held.size > 0) combined.set(name, held);
    }
  }
  return combined;
}
