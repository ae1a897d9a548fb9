import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { Link } from "@/components/ui/link";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { importTargetList, importWithin } from "@/lib/imports/queries";
import { WithinInput } from "@/lib/imports/schemas";
import { notFound } from "@/lib/platform/refusal";
import { NewImport } from "./new-import";

export async function generateMetadata() {
  const t = await getTranslations("imports");
  return { title: t("newTitle") };
}

/** The first step: what is imported, and the file. */
async function NewImportPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  // Whoever comes from a page with a list is asked for that list.
  const { target, within: withinId } = await searchParams;
  const t = await getTranslations("imports");
  const { targets, within } = await readPage(organisation, async ({ ask }) => {
    const found = await ask(importTargetList, {});
    if (found.length === 0) throw notFound("this page");
    if (typeof target !== "string" || typeof withinId !== "string") return { targets: found, within: null };
    if (!WithinInput.safeParse({ target, withinId }).success) throw notFound("this record");
    return {
      targets: found.filter(({ key }) => key === target),
      within: await ask(importWithin, { target, withinId }),
    };
  });
  const crumbs = [{ label: t("title"), href: `/${organisation}/imports` }, { label: t("newTitle") }];
  return (
    <div className="max-w-4xl">
      <PageHead
        title={t("newTitle")}
        lede={
          within
            ? t.rich(`targets.${target as string}.within`, {
                name: within.title,
                to: (name) => <Link href={`/${organisation}${within.path}`}>{name}</Link>,
              })
            : undefined
        }
        crumbs={crumbs}
      />
      <NewImport
        organisation={organisation}
        {...(typeof target === "string" ? { first: target } : {})}
        {...(within ? { withinId: within.id } : {})}
        targets={targets.map(({ key }) => ({ key, name: t(`targets.${key}.name`), noun: t(`targets.${key}.noun`) }))}
      />
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/imports/new/page", NewImportPage);
