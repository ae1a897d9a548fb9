import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { undoAction } from "../../../undo-action";
import { add, ahead, edit, restore, withdraw } from "../actions";
import { formChoices } from "../form-choices";
import { DoButton } from "@/components/forms/do-button";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { PolicyForm, type PolicyValues } from "@/components/sla/policy-form";
import { PolicyVersions } from "@/components/sla/policy-versions";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { onePolicy, policyChoices } from "@/lib/sla/queries/policies";

/** One policy as it holds from now on, with what it said before. */
async function PolicyPage({ params }: WorkspaceProps<{ policy: string }>) {
  const { organisation, policy: id } = await params;
  const t = await getTranslations("sla.policies");
  const { policy, choices, timeZone } = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "sla:write")) notFound();
    return {
      policy: await ask(onePolicy, { id }),
      choices: await ask(policyChoices, {}),
      timeZone: actor.timeZone,
    };
  });
  const { name, matches, calendarId, promises, version, versions, withdrawnAt } = policy;
  const values: PolicyValues = { id, expectedVersion: version, name, matches, calendarId, promises, open: "keep" };
  return (
    <>
      <PageHead
        title={<span translate="no">{name}</span>}
        lede={t(withdrawnAt ? "withdrawnLede" : "editLede")}
        crumbs={[
          { label: t("settings"), href: `/${organisation}/settings` },
          { label: t("title"), href: `/${organisation}/settings/policies` },
          { label: name },
        ]}
        actions={
          <DoButton
            organisation={organisation}
            act={withdrawnAt ? restore : withdraw}
            input={{ id }}
            done={t(withdrawnAt ? "restored" : "nowWithdrawn")}
            undo={undoAction}
          >
            {t(withdrawnAt ? "restore" : "withdraw")}
          </DoButton>
        }
      />
      {withdrawnAt ? null : (
        <PolicyForm
          {...{ organisation, values, ...formChoices(choices) }}
          isNew={false}
          actions={{ add, edit, ahead }}
        />
      )}
      <PolicyVersions versions={versions} timeZone={timeZone} />
    </>
  );
}

export default withMessages("(workspace)/[organisation]/settings/policies/[policy]/page", PolicyPage);
