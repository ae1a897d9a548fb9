import { getTranslations } from "next-intl/server";
import { readListAddress } from "@/components/data-table/url-state";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { DirectoryTable } from "@/components/organisations/directory-table";
import { LinkButton } from "@/components/ui/link-button";
import { operatorActor } from "@/lib/identity/installation-actor";
import { directory } from "@/lib/organisations/commands/operator";
import { directoryPage } from "@/lib/organisations/queries/directory-page";
import { executeInstallation } from "@/lib/platform/execute-installation";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** All organisations of the installation. */
async function OperatorPage({ searchParams }: Props) {
  const t = await getTranslations("organisations.operator");
  const { q, sort, descending, after, before } = readListAddress(await searchParams);
  const all = await executeInstallation(directory, await operatorActor(), {});
  const page = directoryPage(all, { q, sort, descending, from: after ?? before });
  return (
    <>
      <PageHead
        title={t("organisations")}
        lede={t.rich("lede", { count: all.length, b: (words) => <b>{words}</b> })}
        actions={
          <LinkButton variant="primary" href="/operator/new" icon="plus">
            {t("create")}
          </LinkButton>
        }
      />
      <DirectoryTable
        standings={Object.fromEntries(
          page.rows.map(({ id, suspendedAt, trialEndsAt, demo }) => [id, { suspendedAt, trialEndsAt, demo }]),
        )}
        page={{
          rows: page.rows.map(({ id, name, slug, plan, accounts, createdAt }) => ({
            id,
            href: `/operator/${id}`,
            cells: { name, slug: `/${slug}`, plan, accounts, createdAt: createdAt.toISOString(), state: null },
          })),
          next: page.next,
          before: page.before,
          estimate: page.total,
          estimateIsExact: true,
        }}
      />
    </>
  );
}

export default withMessages("operator/page", OperatorPage);
