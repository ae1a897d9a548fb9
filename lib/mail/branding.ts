import { z } from "zod";
import { accentColours, type AccentColours } from "@/lib/mail/rules/accent";

/** What the settings of an organisation say about its looks, as far as mail needs it. What does not fit counts as not set. */
const Branding = z.object({
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .nullish()
    .catch(null),
  /** Where the logo can be fetched by anybody; mail clients send no cookies. */
  logoUrl: z
    .url({ protocol: /^https$/ })
    .nullish()
    .catch(null),
});

/** Who a mail comes from, as it shows. */
export interface Brand {
  name: string;
  logoUrl: string | null;
  colours: AccentColours;
}

/** The brand of an organisation: its name, and accent and logo where `settings.branding` has them. */
export function brandOf(organisation: { name: string; settings: Readonly<Record<string, unknown>> }): Brand {
  const branding = Branding.safeParse(organisation.settings.branding).data;
  return {
    name: organisation.name,
    logoUrl: branding?.logoUrl ?? null,
    colours: accentColours(branding?.accent),
  };
}

/** The brand of mail about an account, which belongs to no organisation. */
export const installationBrand = (): Brand => ({ name: "Landfall", logoUrl: null, colours: accentColours(null) });
