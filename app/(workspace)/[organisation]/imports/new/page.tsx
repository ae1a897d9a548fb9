import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { importTargetList } from "@/lib/imports/queries";
import { notFound } from "@/lib/platform/refusal";
import { NewImport } from "./new-import";

export async function generateMetadata() {
  const t = await getTranslations("imports");
  return { title: t("newTitle") };
}

/** The first step: what is imported, and the file. */
export default async function NewImportPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  // Whoever comes from a page with a list is asked for that list.
  const { target } = await searchParams;
  const t = await getTranslations("imports");
  const targets = await readPage(organisation, async ({ ask }) => {
    const found = await ask(importTargetList, {});
    if (found.length === 0) throw notFound("this page");
    return found;
  });
  const crumbs = [{ label: t("title"), href: `/${organisation}/imports` }, { label: t("newTitle") }];
  return (
    <div className="max-w-4xl">
      <PageHead title={t("newTitle")} crumbs={crumbs} />
      <NewImport
        organisation={organisation}
        {...(typeof target === "string" ? { first: target } : {})}
        targets={targets.map(({ key }) => ({ key, name: t(`targets.${key}.name`), noun: t(`targets.${key}.noun`) }))}
      />
    </div>
  );
}
