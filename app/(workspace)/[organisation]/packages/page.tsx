import { getTranslations } from "next-intl/server";
import { ListPage } from "../list-page";
import { listTable } from "../list-table";
import { withMessages } from "@/components/frame/with-messages";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { packageList } from "@/lib/packages/queries";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";

export async function generateMetadata() {
  const t = await getTranslations("packages");
  return { title: t("title") };
}

/** The packages of the organisation. */
async function PackagesPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("packages");
  const words = await getTranslations("packages.list");
  const { screen, writes } = await readPage(organisation, async (context) => {
    if (!may(context.actor, packageList.permission)) throw notFound("this page");
    return {
      screen: await readListScreen(context, packageList, search),
      writes: may(context.actor, "packages:write"),
    };
  });
  const table = await listTable({
    ...{ organisation, definition: packageList, screen, words },
    views: [
      { id: "all", name: t("views.all"), search: "" },
      { id: "offered", name: words("filters.state.options.offered"), search: "f.state=offered" },
      { id: "archived", name: words("filters.state.options.archived"), search: "f.state=archived" },
    ],
    columns: {
      name: { width: "46%" },
      endsBy: {
        states: {
          time: { label: words("filters.endsBy.options.time"), icon: "calendar" },
          landing: { label: words("filters.endsBy.options.landing"), icon: "flag" },
        },
      },
      state: {
        states: {
          offered: { label: words("filters.state.options.offered"), icon: "circle-check", tone: "ok" },
          archived: { label: words("filters.state.options.archived"), icon: "archive" },
        },
      },
    },
  });
  return (
    <ListPage words={t} icon="layers" create={writes ? `/${organisation}/packages/new` : undefined} table={table} />
  );
}

export default withMessages("(workspace)/[organisation]/packages/page", PackagesPage);
