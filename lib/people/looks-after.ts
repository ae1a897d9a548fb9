/** Whether a role lets who holds it look after programmes of their own. */
export const looksAfter = (grants: Readonly<Record<string, readonly string[]>>): boolean =>
  grants["programmes:write"]?.includes("caseload") ?? false;
