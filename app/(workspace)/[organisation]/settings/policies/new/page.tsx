import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { add, ahead, edit } from "../actions";
import { formChoices } from "../form-choices";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { PolicyForm } from "@/components/sla/policy-form";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { policyChoices } from "@/lib/sla/queries/policies";

export async function generateMetadata() {
  return { title: (await getTranslations("sla.policies"))("add") };
}

/** Another promise, for some packages or sponsors. */
async function NewPolicyPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("sla.policies");
  const choices = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "sla:write")) notFound();
    return ask(policyChoices, {});
  });
  const here = `/${organisation}/settings/policies`;
  return (
    <>
      <PageHead
        title={t("add")}
        lede={t("addLede")}
        crumbs={[
          { label: t("settings"), href: `/${organisation}/settings` },
          { label: t("title"), href: here },
          { label: t("add") },
        ]}
      />
      <PolicyForm
        {...{ organisation, ...formChoices(choices) }}
        isNew
        values={{
          ...{ id: crypto.randomUUID(), expectedVersion: 1, name: "", matches: {}, open: "keep", promises: [] },
          calendarId: choices.calendars[0]?.id ?? "",
        }}
        actions={{ add, edit, ahead }}
      />
    </>
  );
}

export default withMessages("(workspace)/[organisation]/settings/policies/new/page", NewPolicyPage);
