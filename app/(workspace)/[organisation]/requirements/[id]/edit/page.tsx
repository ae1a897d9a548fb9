import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { currenciesWith } from "../../../job-search/form-values";
import { edit } from "../../actions";
import { valuesOf } from "../../form-values";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { RequirementForm } from "@/components/tailoring/requirement-form";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { oneRequirement, teamChoices } from "@/lib/tailoring/requirements/queries";

/** What is known of a requirement. */
async function EditRequirementPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("tailoring.requirements");
  const { requirement, teams } = await readPage(organisation, async ({ actor, ask }) => {
    if (!may(actor, "tailoring:write")) notFound();
    return { requirement: await ask(oneRequirement, { id }), teams: await ask(teamChoices, {}) };
  });
  const list = `/${organisation}/requirements`;
  const back = `${list}/${id}`;
  return (
    <>
      <PageHead
        title={t("editOf", { title: requirement.title })}
        crumbs={[{ label: t("title"), href: list }, { label: requirement.title, href: back }, { label: t("edit") }]}
      />
      <Card pad className="max-w-4xl">
        <RequirementForm
          {...{ organisation, back, teams, edit }}
          values={valuesOf(requirement)}
          currencies={currenciesWith(requirement.currency)}
          known={{ id, expectedVersion: requirement.version }}
        />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/requirements/[id]/edit/page", EditRequirementPage);
