import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { listTable } from "../list-table";
import { DataTable } from "@/components/data-table/data-table";
import { PageHead } from "@/components/frame/page-head";
import { SponsorTabs } from "@/components/sponsors/sponsor-tabs";
import { Empty } from "@/components/states/empty";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";
import { separationList } from "@/lib/sponsors/lists";
import { sponsorChoices } from "@/lib/sponsors/queries/sponsor";

export async function generateMetadata() {
  return { title: (await getTranslations("separations"))("title") };
}

/** The days on which companies let many people go. */
export default async function SeparationsPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("separations");
  const words = await getTranslations("separations.list");
  const { screen, companies, writes } = await readPage(organisation, async (context) => {
    if (!may(context.actor, separationList.permission)) throw notFound("this page");
    return {
      screen: await readListScreen(context, separationList, search),
      companies: may(context.actor, "sponsors:read") ? await context.ask(sponsorChoices, {}) : [],
      writes: may(context.actor, "separations:write"),
    };
  });
  const table = await listTable({
    ...{ organisation, definition: separationList, screen, words },
    options: { sponsor: companies.map(({ id, name }) => ({ value: id, label: name })) },
    views: [{ id: "all", name: t("views.all"), search: "" }],
    columns: { name: { width: "30%" } },
  });
  const create = (
    <Button asChild variant="primary">
      <Link href={`/${organisation}/separations/new`}>
        <Icon name="plus" />
        {t("new")}
      </Link>
    </Button>
  );
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} actions={writes ? create : undefined} />
      <SponsorTabs organisation={organisation} current="separations" />
      <DataTable
        caption={t("caption")}
        searchLabel={t("search")}
        {...table}
        empty={
          <Empty icon="users" title={t("empty")} action={writes ? create : undefined}>
            {t("emptyText")}
          </Empty>
        }
      />
    </>
  );
}
