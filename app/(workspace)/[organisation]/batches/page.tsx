import { getTranslations } from "next-intl/server";
import { BackgroundLink } from "../background-link";
import { listTable } from "../list-table";
import { listTitles } from "../list-titles";
import { BatchesTable } from "./batches-table";
import { batchLook } from "@/components/batches/batch-look";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { Empty } from "@/components/states/empty";
import { batchList } from "@/lib/batches/queries";
import { batchStatuses } from "@/lib/batches/schemas";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { modules } from "@/lib/modules";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";

export async function generateMetadata() {
  return { title: (await getTranslations("batches"))("title") };
}

/** What the person did to many rows at once, and how far it is. */
async function BatchesPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("batches");
  const { screen, exports } = await readPage(organisation, async (context) => {
    if (!may(context.actor, batchList.permission)) throw notFound("this page");
    return {
      screen: await readListScreen(context, batchList, search),
      exports: may(context.actor, "exports:run"),
    };
  });
  const lists = await listTitles(modules.flatMap(({ batches = [] }) => batches.map(({ list }) => list)));
  const table = await listTable({
    ...{ organisation, definition: batchList, screen, words: await getTranslations("batches.list") },
    views: [
      { id: "all", name: t("views.all"), search: "" },
      { id: "running", name: t("views.running"), search: "f.status=running" },
    ],
    columns: {
      action: { width: "32%" },
      list: {
        states: Object.fromEntries(
          Object.entries(lists).map(([name, label]) => [name, { label, icon: "table-2" as const }]),
        ),
      },
      status: {
        states: Object.fromEntries(
          batchStatuses.map((status) => [status, { label: t(`status.${status}`), ...batchLook(status) }]),
        ),
      },
    },
    options: { list: Object.entries(lists).map(([value, label]) => ({ value, label })) },
  });
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        actions={exports ? <BackgroundLink organisation={organisation} to="exports" /> : undefined}
      />
      <BatchesTable
        caption={t("caption")}
        {...table}
        empty={
          <Empty icon="list-checks" title={t("empty.title")}>
            {t("empty.text")}
          </Empty>
        }
      />
    </>
  );
}

export default withMessages("(workspace)/[organisation]/batches/page", BatchesPage);
