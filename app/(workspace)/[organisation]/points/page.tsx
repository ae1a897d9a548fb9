import { getTranslations } from "next-intl/server";
import { ListPage } from "../list-page";
import { listTable } from "../list-table";
import { withMessages } from "@/components/frame/with-messages";
import { LibraryTabs } from "@/components/tailoring/technologies/library-tabs";
import { LinkButton } from "@/components/ui/link-button";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";
import { noTeam, pointList } from "@/lib/tailoring/library/list";
import { libraryOutline } from "@/lib/tailoring/library/queries";
import { teamChoices } from "@/lib/tailoring/requirements/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("tailoring.points"))("title") };
}

/** The library of points, by technology. */
async function PointsPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("tailoring.points");
  const { screen, outline, teams, writes, imports } = await readPage(organisation, async (context) => {
    if (!may(context.actor, pointList.permission)) throw notFound("this page");
    return {
      screen: await readListScreen(context, pointList, search),
      outline: await context.ask(libraryOutline, {}),
      teams: await context.ask(teamChoices, {}),
      writes: may(context.actor, "tailoring:write"),
      imports: may(context.actor, "tailoring:write") && may(context.actor, "imports:run"),
    };
  });
  const table = await listTable({
    ...{ organisation, definition: pointList, screen, words: t },
    views: [
      { id: "offered", name: t("views.offered"), search: "f.state=offered" },
      { id: "retired", name: t("views.retired"), search: "f.state=retired" },
      { id: "all", name: t("views.all"), search: "" },
    ],
    options: {
      technology: outline.technologies.map(({ key, name, points }) => ({
        value: key,
        label: t("option", { name, points }),
      })),
      tag: outline.tags.map(({ tag, points }) => ({
        value: tag,
        label: t("option", { name: tag, points }),
      })),
      team: [
        { value: noTeam, label: t("filters.team.none") },
        ...teams.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
    columns: {
      text: { width: "46%" },
      state: {
        states: {
          offered: {
            label: t("filters.state.options.offered"),
            icon: "circle-check",
            tone: "ok",
          },
          retired: {
            label: t("filters.state.options.retired"),
            icon: "archive",
          },
        },
      },
    },
  });
  const importing = imports ? (
    <LinkButton key="import" href={`/${organisation}/imports/new?target=points`} icon="upload">
      {t("import")}
    </LinkButton>
  ) : undefined;
  return (
    <ListPage
      words={t}
      icon="list"
      create={writes ? `/${organisation}/points/new` : undefined}
      actions={importing}
      tabs={<LibraryTabs organisation={organisation} current="points" />}
      table={table}
    />
  );
}

export default withMessages("(workspace)/[organisation]/points/page", PointsPage);
