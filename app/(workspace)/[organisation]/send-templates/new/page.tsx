import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { add } from "../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { TemplateForm } from "@/components/tailoring/sending/template-form";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";

export async function generateMetadata() {
  return { title: (await getTranslations("sending.templates"))("new") };
}

/** A new letter for sending resumes. */
async function NewSendTemplatePage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("sending.templates");
  await readPage(organisation, async ({ actor }) => {
    if (!may(actor, "tailoring:write")) notFound();
    return Promise.resolve();
  });
  return (
    <>
      <PageHead
        title={t("new")}
        crumbs={[{ label: t("title"), href: `/${organisation}/send-templates` }, { label: t("new") }]}
      />
      <TemplateForm
        {...{ organisation, save: add }}
        values={{ name: "", subject: "", body: t("begin"), followUpDays: "3" }}
      />
    </>
  );
}

export default withMessages("(workspace)/[organisation]/send-templates/new/page", NewSendTemplatePage);
