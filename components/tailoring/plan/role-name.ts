import type { RoleView } from "@/lib/tailoring/tailored/tailoring-view";

/** What a role is called: its employer, else its title, else its place from the top. */
export const roleName = (
  role: Pick<RoleView, "employer" | "title"> | undefined,
  number: number,
  unnamed: (count: number) => string,
): string => role?.employer ?? role?.title ?? unnamed(number + 1);
