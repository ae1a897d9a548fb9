import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { withMessages } from "@/components/frame/with-messages";
import { CorrectLandingForm } from "@/components/programmes/correct-landing-form";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { landingToCorrect } from "@/lib/programmes/queries/landing-to-correct";
import { changeLanding } from "../../../actions";
import { programmeOfPage } from "../../programme-of-page";

/** Correcting a landing, or adding what was not known on its day. */
async function CorrectLandingPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { programme } = await programmeOfPage(organisation, id);
  const t = await getTranslations("programmes.landing.correct");
  const { landing, currency } = await readPage(organisation, async ({ ask, actor }) => ({
    landing: await ask(landingToCorrect, { id }),
    currency: actor.organisation.currency,
  }));
  if (!landing) notFound();
  const { readsPay, values } = landing;
  const others = [values.pay.currency, values.lastPay.currency, "CHF", "EUR", "GBP", "USD"];
  return (
    <Card pad className="max-w-3xl">
      <h2 className="font-title text-xl">{t("title", { name: programme.executive.name })}</h2>
      <p className="mt-1 mb-5 text-muted-foreground">{t("lede")}</p>
      <CorrectLandingForm
        organisation={organisation}
        programmeId={id}
        values={values}
        currencies={[currency, ...new Set(others.filter((one) => one !== currency))]}
        readsPay={readsPay}
        save={changeLanding}
      />
    </Card>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/landing/edit/page", CorrectLandingPage);
