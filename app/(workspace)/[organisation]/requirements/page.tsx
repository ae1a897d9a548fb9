import { getTranslations } from "next-intl/server";
import { ListPage } from "../list-page";
import { listTable } from "../list-table";
import { withMessages } from "@/components/frame/with-messages";
import { statusLook } from "@/components/tailoring/requirement-look";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";
import { requirementList } from "@/lib/tailoring/requirements/list";
import { requirementStatuses, workModes } from "@/lib/tailoring/requirements/status";

export async function generateMetadata() {
  return { title: (await getTranslations("tailoring.requirements"))("title") };
}

/** Whom clients look for, the most pressing first. */
async function RequirementsPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("tailoring.requirements");
  const { screen, writes } = await readPage(organisation, async (context) => {
    if (!may(context.actor, requirementList.permission)) throw notFound("this page");
    return {
      screen: await readListScreen(context, requirementList, search),
      writes: may(context.actor, "tailoring:write"),
    };
  });
  const table = await listTable({
    ...{ organisation, definition: requirementList, screen, words: t },
    views: [
      { id: "open", name: t("views.open"), search: "f.status=open" },
      { id: "mine", name: t("views.mine"), search: "f.mine=yes" },
      { id: "all", name: t("views.all"), search: "" },
    ],
    columns: {
      title: { width: "30%" },
      status: {
        states: Object.fromEntries(
          requirementStatuses.map((status) => [
            status,
            { label: t(`filters.status.options.${status}`), ...statusLook[status] },
          ]),
        ),
      },
      workMode: {
        states: Object.fromEntries(
          workModes.map((mode) => [mode, { label: t(`filters.workMode.options.${mode}`), icon: "map-pin" as const }]),
        ),
      },
    },
  });
  return (
    <ListPage
      words={t}
      icon="briefcase"
      create={writes ? `/${organisation}/requirements/new` : undefined}
      table={table}
    />
  );
}

export default withMessages("(workspace)/[organisation]/requirements/page", RequirementsPage);
