import { createHash } from "node:crypto";

/** The two organisations of every test database. */
export const slugs = ["north", "south"] as const;
export type WorldSlug = (typeof slugs)[number];

/** The key of a built-in role, or the second consultant. */
export type WorldRole = string;

/** The moment at which the world was made. */
export const worldMoment = new Date("2026-11-02T08:00:00Z");

/** The same id for the same thing in every test database. */
export function worldId(slug: WorldSlug, thing: string): string {
  const hex = createHash("sha256").update(`${slug}/${thing}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
