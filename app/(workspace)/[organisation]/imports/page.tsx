import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { readListAddress } from "@/components/data-table/url-state";
import { PageHead } from "@/components/frame/page-head";
import { Empty } from "@/components/states/empty";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { declaredTable } from "@/lib/entry/table";
import { importList, importTargetList } from "@/lib/imports/queries";
import { importStates } from "@/lib/imports/schemas";
import { readList } from "@/lib/platform/list";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";
import { stateLook } from "./state-look";

export async function generateMetadata() {
  const t = await getTranslations("imports");
  return { title: t("title") };
}

/** All imports of the organisation. */
export default async function ImportsPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("imports");
  const words = await getTranslations("imports.list");
  const { page, targets } = await readPage(organisation, async (context) => {
    if (!may(context.actor, importList.permission)) throw notFound("this page");
    return {
      page: await readList(context, importList, readListAddress(search)),
      targets: await context.ask(importTargetList, {}),
    };
  });
  const table = declaredTable(importList, words, {
    file: { width: "28%" },
    state: {
      states: Object.fromEntries(
        importStates.map((state) => [state, { label: words(`filters.state.options.${state}`), ...stateLook[state] }]),
      ),
    },
    target: {
      states: Object.fromEntries(
        targets.map(({ key }) => [key, { label: t(`targets.${key}.name`), icon: "table-2" as const }]),
      ),
    },
  });
  const begin = targets.length > 0 && (
    <Button asChild variant="primary">
      <Link href={`/${organisation}/imports/new`}>
        <Icon name="upload" />
        {t("new")}
      </Link>
    </Button>
  );
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} actions={begin || undefined} />
      <DataTable
        caption={t("caption")}
        {...table}
        page={{ ...page, rows: page.rows.map((row) => ({ ...row, href: `/${organisation}${row.href}` })) }}
        exportAddress={`/api/exports/${organisation}/${importList.name}`}
        empty={
          <Empty icon="upload" title={t("empty.title")} action={begin || undefined}>
            {t("empty.text")}
          </Empty>
        }
      />
    </>
  );
}
