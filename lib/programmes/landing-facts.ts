import "server-only";
import type { landings } from "@/db/schema/landings";
import type { QueryContext } from "@/lib/platform/operation";
import type { Programme } from "@/lib/programmes/load";
import { openPay, readsPay } from "@/lib/programmes/pay";
import { yearly } from "@/lib/programmes/replacement-ratio";
import type { LandFormValues } from "@/lib/programmes/forms";
import type { Pay } from "@/lib/programmes/schemas";

type Landing = typeof landings.$inferSelect;

const plain = [
  "kind",
  "employer",
  "title",
  "acceptedOn",
  "startsOn",
  "channel",
  "source",
  "satisfaction",
  "comment",
] as const;

interface Facts extends Pick<Landing, (typeof plain)[number]> {
  pay: Pay | null;
  lastPay: Pay | null;
}

/** Which facts of a landing were corrected, by name: what was said stands in the audit trail. */
export const correctedFields = (before: Facts, after: Facts): Array<keyof Facts> => [
  ...plain.filter((field) => before[field] !== after[field]),
  ...(["pay", "lastPay"] as const).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])),
];

/** A landing as its form holds it, so that somebody who wrote at the same time sees both. Pay is in it for who may read it. */
export function landingAsTyped(context: QueryContext, landing: Landing, programme: Programme) {
  const { version, kind, employer, title, acceptedOn, startsOn, channel, source, comment, satisfaction } = landing;
  const typed = (pay: Pay | null) =>
    pay ? { minor: yearly(pay), currency: pay.currency } : { minor: null, currency: context.organisation.currency };
  return {
    ...{ version, kind: kind as LandFormValues["kind"], employer, title, acceptedOn, source, comment },
    ...{ startsOn: startsOn ?? "", channel: (channel ?? "") as NonNullable<LandFormValues["channel"]> },
    ...{ satisfaction: satisfaction === null ? "" : `${satisfaction}` },
    ...(readsPay(context, programme)
      ? {
          pay: typed(openPay(context, landing.payEncrypted, `landing:${landing.id}:pay`)),
          lastPay: typed(openPay(context, programme.lastPayEncrypted, `programme:${programme.id}:last-pay`)),
        }
      : {}),
  };
}
