import { getTranslations } from "next-intl/server";
import { ListPage } from "../list-page";
import { listTable } from "../list-table";
import { withMessages } from "@/components/frame/with-messages";
import { SponsorTabs } from "@/components/sponsors/sponsor-tabs";
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
async function SeparationsPage({ params, searchParams }: WorkspaceProps) {
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
  return (
    <ListPage
      words={t}
      icon="users"
      create={writes ? `/${organisation}/separations/new` : undefined}
      tabs={<SponsorTabs organisation={organisation} current="separations" />}
      table={table}
    />
  );
}

export default withMessages("(workspace)/[organisation]/separations/page", SeparationsPage);
