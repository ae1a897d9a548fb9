import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { edit } from "../../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { EngagementForm } from "@/components/sponsors/engagement-form";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { allPackages } from "@/lib/packages/queries";
import { may } from "@/lib/platform/actor";
import { oneEngagement } from "@/lib/sponsors/queries/engagement";

/** What a contract says. */
async function EditEngagementPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("engagements");
  const page = await readPage(organisation, async ({ actor, ask, organisation: { currency } }) => {
    if (!may(actor, "engagements:write")) notFound();
    const engagement = await ask(oneEngagement, { id });
    const packages = await ask(allPackages, {});
    return {
      engagement,
      packages: packages.filter((one) => !one.archivedAt || one.id === engagement.packageId),
      currency,
    };
  });
  const { engagement, packages, currency } = page;
  const back = `/${organisation}/engagements/${id}`;
  return (
    <>
      <PageHead
        title={t("editOf", { name: engagement.reference })}
        crumbs={[
          { label: t("title"), href: `/${organisation}/engagements` },
          { label: engagement.reference, href: back },
          { label: t("edit") },
        ]}
      />
      <Card pad className="max-w-3xl">
        <EngagementForm
          organisation={organisation}
          back={back}
          packages={packages}
          currencies={[...new Set([engagement.currency, currency, "EUR", "CHF", "GBP", "USD"])]}
          edit={edit}
          known={{
            id,
            expectedVersion: engagement.version,
            packageId: engagement.packageId,
            reference: engagement.reference,
            seats: engagement.seats.bought,
            price: { minor: engagement.pricePerSeat, currency: engagement.currency },
            fromOn: engagement.fromOn,
            toOn: engagement.toOn,
          }}
        />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/engagements/[id]/edit/page", EditEngagementPage);
