import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { Empty } from "@/components/states/empty";
import { LinkButton } from "@/components/ui/link-button";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { importTargets } from "@/lib/imports/load";
import { importList, importTargetList } from "@/lib/imports/queries";
import { importStates } from "@/lib/imports/schemas";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";
import { listTable } from "../list-table";
import { stateLook } from "./state-look";

export async function generateMetadata() {
  const t = await getTranslations("imports");
  return { title: t("title") };
}

/** All imports of the organisation. */
async function ImportsPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("imports");
  const words = await getTranslations("imports.list");
  const { screen, targets } = await readPage(organisation, async (context) => {
    if (!may(context.actor, importList.permission)) throw notFound("this page");
    return {
      screen: await readListScreen(context, importList, search),
      targets: await context.ask(importTargetList, {}),
    };
  });
  const table = await listTable({
    ...{ organisation, definition: importList, screen, words },
    views: [{ id: "all", name: t("views.all"), search: "" }],
    columns: {
      file: { width: "28%" },
      state: {
        states: Object.fromEntries(
          importStates.map((state) => [state, { label: words(`filters.state.options.${state}`), ...stateLook[state] }]),
        ),
      },
      target: {
        states: Object.fromEntries(
          // Others bring in what this person may not: its kind is named all the same.
          (await importTargets()).map(({ key }) => [
            key,
            { label: t(`targets.${key}.name`), icon: "table-2" as const },
          ]),
        ),
      },
    },
  });
  const begin = targets.length > 0 && (
    <LinkButton variant="primary" href={`/${organisation}/imports/new`} icon="upload">
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} actions={begin || undefined} />
      <DataTable
        caption={t("caption")}
        {...table}
        empty={
          <Empty icon="upload" title={t("empty.title")} action={begin || undefined}>
            {t("empty.text")}
          </Empty>
        }
      />
    </>
  );
}

export default withMessages("(workspace)/[organisation]/imports/page", ImportsPage);
