import { getTranslations } from "next-intl/server";
import { BackgroundLink } from "../background-link";
import { listTable } from "../list-table";
import { listTitles } from "../list-titles";
import { AskForFile } from "./ask-for-file";
import { ExportsTable } from "./exports-table";
import { readListAddress } from "@/components/data-table/url-state";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { Empty } from "@/components/states/empty";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { listFor } from "@/lib/exports/commands";
import { exportList } from "@/lib/exports/queries";
import { exportFormats } from "@/lib/exports/formats";
import { exportStatuses } from "@/lib/exports/schemas";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";

const looks = {
  waiting: { icon: "clock" },
  running: { icon: "loader", tone: "act" },
  done: { icon: "circle-check", tone: "ok" },
  failed: { icon: "circle-alert", tone: "bad" },
} as const;

export async function generateMetadata() {
  const t = await getTranslations("exports");
  return { title: t("title") };
}

/** The files of large lists; `?list=…` with the address of a list asks for one more. */
async function ExportsPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("exports");
  const asked = typeof search.list === "string" ? search.list : null;
  const { screen, runsBatches } = await readPage(organisation, async (context) => {
    const { actor } = context;
    if (!may(actor, exportList.permission)) throw notFound("this page");
    if (asked) await listFor(actor, actor.organisation, asked);
    // While a file is asked for, the address is that of its list.
    return {
      screen: await readListScreen(context, exportList, asked ? {} : search),
      runsBatches: may(actor, "batches:run"),
    };
  });
  const lists = await listTitles(screen.page.rows.map(({ cells }) => String(cells.list)));
  const table = await listTable({
    ...{ organisation, definition: exportList, screen, words: await getTranslations("exports.list") },
    views: [
      { id: "all", name: t("views.all"), search: "" },
      { id: "done", name: t("views.done"), search: "f.status=done" },
    ],
    columns: {
      list: { width: "30%" },
      status: {
        states: Object.fromEntries(
          exportStatuses.map((status) => [status, { label: t(`status.${status}`), ...looks[status] }]),
        ),
      },
      format: {
        states: Object.fromEntries(
          exportFormats.map((format) => [
            format,
            {
              label: t(`formats.${format}`),
              icon: format === "csv" ? ("file-text" as const) : ("file-spreadsheet" as const),
            },
          ]),
        ),
      },
    },
  });
  const { sort, descending, q, filters } = readListAddress(search);
  // All but some: who asked for it left those out in the list.
  const except = typeof search.except === "string" ? search.except.split(",").filter(Boolean) : undefined;
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        actions={runsBatches ? <BackgroundLink organisation={organisation} to="batches" /> : undefined}
      />
      {asked ? (
        <AskForFile
          organisation={organisation}
          list={asked}
          state={{ sort, descending, q, filters, ...(except ? { except } : {}) }}
        />
      ) : null}
      {asked ? null : (
        <ExportsTable
          organisation={organisation}
          lists={lists}
          caption={t("caption")}
          {...table}
          empty={
            <Empty icon="file-down" title={t("empty.title")}>
              {t("empty.text")}
            </Empty>
          }
        />
      )}
    </>
  );
}

export default withMessages("(workspace)/[organisation]/exports/page", ExportsPage);
