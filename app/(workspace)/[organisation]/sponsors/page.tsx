import { getTranslations } from "next-intl/server";
import { ListPage } from "../list-page";
import { listTable } from "../list-table";
import { withMessages } from "@/components/frame/with-messages";
import { SponsorTabs } from "@/components/sponsors/sponsor-tabs";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";
import { sponsorList } from "@/lib/sponsors/lists";

export async function generateMetadata() {
  return { title: (await getTranslations("sponsors"))("title") };
}

/** The companies that pay for programmes, with their seats. */
async function SponsorsPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("sponsors");
  const words = await getTranslations("sponsors.list");
  const { screen, writes } = await readPage(organisation, async (context) => {
    if (!may(context.actor, sponsorList.permission)) throw notFound("this page");
    return {
      screen: await readListScreen(context, sponsorList, search),
      writes: may(context.actor, "sponsors:write"),
    };
  });
  const table = await listTable({
    ...{ organisation, definition: sponsorList, screen, words },
    views: [
      { id: "active", name: words("filters.state.options.active"), search: "f.state=active" },
      { id: "all", name: t("views.all"), search: "" },
    ],
    columns: {
      name: { width: "30%" },
      state: {
        states: {
          active: { label: words("filters.state.options.active"), icon: "circle-check", tone: "ok" },
          archived: { label: words("filters.state.options.archived"), icon: "archive" },
        },
      },
    },
  });
  return (
    <ListPage
      words={t}
      icon="building-2"
      create={writes ? `/${organisation}/sponsors/new` : undefined}
      tabs={<SponsorTabs organisation={organisation} current="sponsors" />}
      table={table}
    />
  );
}

export default withMessages("(workspace)/[organisation]/sponsors/page", SponsorsPage);
