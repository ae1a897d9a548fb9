import { getTranslations } from "next-intl/server";
import { create } from "../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { CreateOrganisation } from "@/components/organisations/operator-forms";
import { Card } from "@/components/ui/card";
import { operatorActor } from "@/lib/identity/installation-actor";

async function NewOrganisationPage() {
  await operatorActor();
  const t = await getTranslations("organisations.operator");
  return (
    <>
      <PageHead
        title={t("create")}
        lede={t("createLede")}
        crumbs={[{ label: t("organisations"), href: "/operator" }, { label: t("create") }]}
      />
      <Card pad className="max-w-3xl">
        <CreateOrganisation create={create} />
      </Card>
    </>
  );
}

export default withMessages("operator/new/page", NewOrganisationPage);
