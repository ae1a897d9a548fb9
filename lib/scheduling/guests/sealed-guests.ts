import "server-only";
import { newOrganisationToken } from "@/lib/platform/organisation-token";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";

type Owner = { id: string; dataKey: string };

/** What a guest said at booking. */
export interface GuestAnswers {
  answers: Record<string, string>;
  note: string;
}

/** A new secret address: found by its hash, and sealed for the mails and pages that show it again. Bound to the row that it opens. */
export function newSecret(organisation: Owner, kind: "booking-link" | "session-guest", id: string) {
  const { token, hash } = newOrganisationToken(organisation.id);
  return { tokenHash: hash, tokenEncrypted: sealText(dataKeyOf(organisation), token, `${kind}:${id}`) };
}

/** The path of a guest's own page. */
export const visitPath = (organisation: Owner, guest: { id: string; tokenEncrypted: string }): string =>
  `/visits/${openText(dataKeyOf(organisation), guest.tokenEncrypted, `session-guest:${guest.id}`)}`;

/** The path of a booking page. */
export function pagePath(
  organisation: Owner & { slug: string },
  link: { id: string; mode: string; slug: string; tokenEncrypted: string },
): string {
  if (link.mode === "open") return `/book/${organisation.slug}/${link.slug}`;
  return `/book/${openText(dataKeyOf(organisation), link.tokenEncrypted, `booking-link:${link.id}`)}`;
}

export const sealAnswers = (organisation: Owner, guestId: string, said: GuestAnswers): string =>
  sealText(dataKeyOf(organisation), JSON.stringify(said), `guest-answers:${guestId}`);

export const openAnswers = (
  organisation: Owner,
  { id, answersEncrypted }: { id: string; answersEncrypted: string | null },
): GuestAnswers =>
  answersEncrypted
    ? (JSON.parse(openText(dataKeyOf(organisation), answersEncrypted, `guest-answers:${id}`)) as GuestAnswers)
    : { answers: {}, note: "" };
