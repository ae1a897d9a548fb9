import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { create } from "../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { EngagementForm } from "@/components/sponsors/engagement-form";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { allPackages } from "@/lib/packages/queries";
import { may } from "@/lib/platform/actor";
import { civilDate, endOfMonths } from "@/lib/platform/civil-dates";
import { oneSponsor } from "@/lib/sponsors/queries/sponsor";

/** A new contract with a company. */
async function NewEngagementPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const { sponsor: sponsorId } = await searchParams;
  const t = await getTranslations("engagements");
  const sponsors = await getTranslations("sponsors");
  const page = await readPage(organisation, async (context) => {
    if (!may(context.actor, "engagements:write") || typeof sponsorId !== "string") notFound();
    return {
      sponsor: await context.ask(oneSponsor, { id: sponsorId }),
      packages: (await context.ask(allPackages, {})).filter(({ archivedAt }) => !archivedAt),
      currency: context.organisation.currency,
      today: civilDate(context.now, context.organisation.timeZone),
    };
  });
  const back = `/${organisation}/sponsors/${page.sponsor.id}`;
  return (
    <>
      <PageHead
        title={t("new")}
        lede={t("newLede", { sponsor: page.sponsor.name })}
        crumbs={[
          { label: sponsors("title"), href: `/${organisation}/sponsors` },
          { label: page.sponsor.name, href: back },
          { label: t("new") },
        ]}
      />
      <Card pad className="max-w-3xl">
        <EngagementForm
          organisation={organisation}
          back={back}
          packages={page.packages}
          currencies={[...new Set([page.currency, "EUR", "CHF", "GBP", "USD"])]}
          create={create}
          fresh={{
            sponsorId: page.sponsor.id,
            packageId: page.packages[0]?.id ?? "",
            reference: "",
            seats: 10,
            price: { minor: null, currency: page.currency },
            fromOn: page.today,
            toOn: endOfMonths(page.today, 12),
          }}
        />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/engagements/new/page", NewEngagementPage);
