import { z } from "zod";

/** What an organisation changes about the looks, as it stands in its settings. What does not fit counts as not set. */
const Branding = z.object({
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .nullish()
    .catch(null),
  logoFileId: z.uuid().nullish().catch(null),
});

export interface Branding {
  /** `#rrggbb`, or null for Landfall's own. */
  accent: string | null;
  logoFileId: string | null;
}

/** The looks of an organisation. */
export function brandingOf(settings: Readonly<Record<string, unknown>>): Branding {
  const read = Branding.safeParse(settings.branding ?? {}).data;
  return { accent: read?.accent ?? null, logoFileId: read?.logoFileId ?? null };
}
