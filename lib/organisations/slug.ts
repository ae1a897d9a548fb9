import { nameKey } from "@/lib/platform/keys";

/** Words that stand at the beginning of addresses of the product itself. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  "_next",
  "about",
  "api",
  "app",
  "assets",
  "book",
  "demo",
  "docs",
  "favicon",
  "feedback",
  "health",
  "help",
  "icons",
  "invitation",
  "landfall",
  "mailbox",
  "manifest",
  "metrics",
  "new",
  "new-address",
  "new-password",
  "no-organisation",
  "operator",
  "privacy",
  "reset",
  "robots",
  "set-up",
  "sign-in",
  "sign-out",
  "sign-up",
  "static",
  "status",
  "styleguide",
  "support",
  "terms",
  "verify",
  "visits",
  "www",
]);

/** The address that follows from a firm's name: "Alder & Quay" is `alder-and-quay`; never empty, never reserved. */
export function slugOf(name: string): string {
  const words = nameKey(name)
    .replace(/&/g, " and ")
    .replace(/[’']/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  if (words === "") return "firm";
  return reservedSlugs.has(words) ? `${words}-firm` : words;
}

/** The first of `slug`, `slug-2`, `slug-3`, … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let next = 2; ; next += 1) if (!taken.has(`${slug}-${next}`)) return `${slug}-${next}`;
}
