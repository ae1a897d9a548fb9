import { getTranslations } from "next-intl/server";
import { ListPage } from "../../list-page";
import { listTable } from "../../list-table";
import { withMessages } from "@/components/frame/with-messages";
import { LibraryTabs } from "@/components/tailoring/technologies/library-tabs";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";
import { technologyList } from "@/lib/tailoring/own-technologies/list";

export async function generateMetadata() {
  return { title: (await getTranslations("tailoring.technologies"))("title") };
}

/** The technologies that the organisation added to those of the product. */
async function TechnologiesPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("tailoring.technologies");
  const { screen, writes } = await readPage(organisation, async (context) => {
    if (!may(context.actor, technologyList.permission)) throw notFound("this page");
    return {
      screen: await readListScreen(context, technologyList, search),
      writes: may(context.actor, "tailoring:write"),
    };
  });
  const table = await listTable({
    ...{ organisation, definition: technologyList, screen, words: t },
    views: [
      { id: "all", name: t("views.all"), search: "" },
      { id: "own", name: t("views.own"), search: "f.kind=own" },
      { id: "names", name: t("views.names"), search: "f.kind=names" },
    ],
    columns: {
      name: { width: "34%" },
      kind: {
        states: {
          own: { label: t("filters.kind.options.own"), icon: "list-plus" },
          names: { label: t("filters.kind.options.names"), icon: "list" },
        },
      },
    },
  });
  return (
    <ListPage
      words={t}
      icon="list"
      create={writes ? `/${organisation}/points/technologies/new` : undefined}
      tabs={<LibraryTabs organisation={organisation} current="technologies" />}
      table={table}
    />
  );
}

export default withMessages("(workspace)/[organisation]/points/technologies/page", TechnologiesPage);
