import { getFormatter, getTranslations } from "next-intl/server";
import { Money } from "@/components/ui/money";
import { Fact, Facts } from "@/components/ui/rows";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { landingChannels, landingKinds } from "@/lib/programmes/choices";
import type { aftercareOf } from "@/lib/programmes/queries/aftercare";
import type { Pay } from "@/lib/programmes/schemas";

/** A landing as its page shows it, with its check-ins. */
export type LandingRecord = NonNullable<Awaited<ReturnType<(typeof aftercareOf)["run"]>>>;

/** What is known of a landing. Pay stands here only for who may read it. */
export async function LandingFacts({ landing }: { landing: LandingRecord }) {
  const t = await getTranslations("programmes.landing");
  const kinds = await getTranslations("programmes.moves.kinds");
  const format = await getFormatter();
  const date = (civil: string) => civilDay(format, civil);
  const kind = landingKinds.find((one) => one === landing.kind);
  const channel = landingChannels.find((one) => one === landing.channel);
  const unknown = t("unknown");
  const paid = (pay: Pay | null) =>
    pay ? t.rich(`pay.${pay.period}`, { amount: () => <Money {...pay} round /> }) : unknown;
  return (
    <>
      <Facts>
        {kind ? <Fact label={t("facts.kind")}>{kinds(kind)}</Fact> : null}
        {landing.employer ? <Fact label={t("facts.employer")}>{landing.employer}</Fact> : null}
        {landing.title ? <Fact label={t("facts.title")}>{landing.title}</Fact> : null}
        <Fact label={t("facts.acceptedOn")}>{date(landing.acceptedOn)}</Fact>
        <Fact label={t("facts.startsOn")}>{landing.startsOn ? date(landing.startsOn) : unknown}</Fact>
        <Fact label={t("facts.channel")}>{channel ? t(`channels.${channel}`) : unknown}</Fact>
        {landing.source ? <Fact label={t("facts.source")}>{landing.source}</Fact> : null}
        {landing.readsPay ? (
          <>
            <Fact label={t("facts.pay")}>{paid(landing.pay)}</Fact>
            <Fact label={t("facts.lastPay")}>{paid(landing.lastPay)}</Fact>
            {landing.replacementRatio === null ? null : (
              <Fact label={t("facts.ratio")}>
                {format.number(landing.replacementRatio, { style: "percent", maximumFractionDigits: 0 })}
              </Fact>
            )}
          </>
        ) : null}
        <Fact label={t("facts.satisfaction")}>
          {landing.satisfaction === null ? t("notAsked") : t("ofTen", { mark: landing.satisfaction })}
        </Fact>
      </Facts>
      {landing.comment ? <p className="mt-3 whitespace-pre-line">{landing.comment}</p> : null}
    </>
  );
}
