import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { currenciesWith } from "../../job-search/form-values";
import { add, read } from "../actions";
import { noRequirement } from "../form-values";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { NewRequirement } from "@/components/tailoring/new-requirement";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { teamChoices } from "@/lib/tailoring/requirements/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("tailoring.requirements"))("new") };
}

/** A new requirement, from a mail, from a file, or typed. */
async function NewRequirementPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("tailoring.requirements");
  const { currency, teams } = await readPage(organisation, async ({ actor, ask, organisation: facts }) => {
    if (!may(actor, "tailoring:write")) notFound();
    return { currency: facts.currency, teams: await ask(teamChoices, {}) };
  });
  const back = `/${organisation}/requirements`;
  return (
    <>
      <PageHead
        title={t("new")}
        lede={t("newLede")}
        crumbs={[{ label: t("title"), href: back }, { label: t("new") }]}
      />
      <NewRequirement
        {...{ organisation, back, teams, add, read }}
        values={{ ...noRequirement, currency }}
        currencies={currenciesWith(currency)}
      />
    </>
  );
}

export default withMessages("(workspace)/[organisation]/requirements/new/page", NewRequirementPage);
