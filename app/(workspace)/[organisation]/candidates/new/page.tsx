import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { add } from "../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { UploadCandidates } from "@/components/tailoring/upload-candidates";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";

export async function generateMetadata() {
  return { title: (await getTranslations("tailoring.candidates"))("new") };
}

/** New candidates, by their resumes. */
async function NewCandidatesPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("tailoring.candidates");
  await readPage(organisation, async ({ actor }) => {
    if (!may(actor, "tailoring:write")) notFound();
  });
  return (
    <>
      <PageHead
        title={t("new")}
        lede={t("newLede")}
        crumbs={[{ label: t("title"), href: `/${organisation}/candidates` }, { label: t("new") }]}
      />
      <Card pad className="max-w-3xl">
        <UploadCandidates {...{ organisation, add }} />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/candidates/new/page", NewCandidatesPage);
