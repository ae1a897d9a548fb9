import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { PackageForm } from "@/components/packages/package-form";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { create } from "../actions";

/** Where a package begins. */
async function NewPackagePage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("packages");
  await readPage(organisation, async ({ actor }) => {
    if (!may(actor, "packages:write")) notFound();
  });
  return (
    <>
      <PageHead
        title={t("newTitle")}
        lede={t("emptyText")}
        crumbs={[{ label: t("title"), href: `/${organisation}/packages` }, { label: t("newTitle") }]}
      />
      <Card pad className="max-w-3xl">
        <PackageForm organisation={organisation} create={create} />
      </Card>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/packages/new/page", NewPackagePage);
