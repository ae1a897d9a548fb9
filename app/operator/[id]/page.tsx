import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { modules, plan, resume, suspend } from "../actions";
import { FactsCard } from "@/components/frame/facts-card";
import { PageHead } from "@/components/frame/page-head";
import { RecordColumns } from "@/components/frame/record-columns";
import { withMessages } from "@/components/frame/with-messages";
import { ModulesCard } from "@/components/organisations/modules-card";
import { PlanForm, ResumeOrganisation, SuspendOrganisation } from "@/components/organisations/operator-forms";
import { OrganisationState } from "@/components/organisations/organisation-state";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { Fact } from "@/components/ui/rows";
import { operatorActor } from "@/lib/identity/installation-actor";
import { directory } from "@/lib/organisations/commands/operator";
import { modulesOfPlan } from "@/lib/organisations/modules-of-plan";
import { executeInstallation } from "@/lib/platform/execute-installation";

/** One organisation, as who runs the installation sees it: plan, limits, modules, suspension. */
async function OrganisationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const t = await getTranslations("organisations.operator");
  const all = await executeInstallation(directory, await operatorActor(), {});
  const organisation = all.find((row) => row.id === id);
  if (!organisation) notFound();
  return (
    <>
      <PageHead
        title={organisation.name}
        lede={`/${organisation.slug}`}
        crumbs={[{ label: t("organisations"), href: "/operator" }, { label: organisation.name }]}
        actions={
          organisation.suspendedAt ? (
            <ResumeOrganisation organisationId={id} resume={resume} />
          ) : (
            <SuspendOrganisation organisationId={id} name={organisation.name} suspend={suspend} />
          )
        }
      />
      {organisation.suspendedAt ? (
        <Notice icon="circle-pause" tone="warn" className="mb-5">
          {t("suspendedBecause", { reason: organisation.suspendedReason ?? "" })}
        </Notice>
      ) : null}
      <RecordColumns
        facts={
          <>
            <FactsCard title={t("facts")} aside={<OrganisationState organisation={organisation} />}>
              <Fact label={t("accountsLabel")}>{organisation.accounts}</Fact>
              <Fact label={t("since")}>
                <Moment value={organisation.createdAt} show="day" />
              </Fact>
            </FactsCard>
            <ModulesCard
              organisation={id}
              available={modulesOfPlan(organisation.plan)}
              on={organisation.modules}
              save={modules}
            />
          </>
        }
      >
        <Card>
          <CardHeader>
            <CardTitle>{t("plan")}</CardTitle>
          </CardHeader>
          <div className="px-5 py-4 phone:px-4">
            <PlanForm
              key={`${organisation.plan}/${JSON.stringify(organisation.limits)}/${String(organisation.trialEndsAt)}`}
              organisation={{
                id,
                plan: organisation.plan,
                limits: organisation.limits,
                onTrial: organisation.trialEndsAt !== null,
              }}
              save={plan}
            />
          </div>
        </Card>
      </RecordColumns>
    </>
  );
}

export default withMessages("operator/[id]/page", OrganisationPage);
