import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { listTable } from "../list-table";
import { DataTable } from "@/components/data-table/data-table";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { lookOf } from "@/components/people/status-look";
import { Empty } from "@/components/states/empty";
import { LinkButton } from "@/components/ui/link-button";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { peopleList, personStatuses } from "@/lib/people/lists";
import { allRoles } from "@/lib/people/queries/roles";
import { allTeams } from "@/lib/people/queries/teams";
import { may, reachesOthers } from "@/lib/platform/actor";

export async function generateMetadata() {
  return { title: (await getTranslations("people.list"))("title") };
}

/** Everybody whom the organisation knows, as far as this person sees them. */
async function PeoplePage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("people.list");
  const statuses = await getTranslations("people.statuses");
  const search = await searchParams;
  const { screen, roles, teams, invites, adds } = await readPage(organisation, async (context) => {
    if (!reachesOthers(context.actor, peopleList.permission)) notFound();
    return {
      screen: await readListScreen(context, peopleList, search),
      roles: may(context.actor, "roles:read") ? await context.ask(allRoles, {}) : [],
      teams: may(context.actor, "teams:read") ? await context.ask(allTeams, {}) : [],
      invites: may(context.actor, "people:invite"),
      adds: may(context.actor, "people:write"),
    };
  });
  const here = `/${organisation}/people`;
  const options = {
    role: roles.map(({ key, name }) => ({ value: key, label: name })),
    team: teams.map(({ id, name }) => ({ value: id, label: name })),
  };
  const table = await listTable({
    ...{ organisation, definition: peopleList, screen, words: t, options },
    views: [
      { id: "all", name: t("views.all"), search: "" },
      { id: "active", name: t("views.active"), search: "f.status=active" },
      { id: "invited", name: t("views.invited"), search: "f.status=invited" },
      { id: "invitationOver", name: t("views.invitationOver"), search: "f.invitationOver=yes" },
      { id: "known", name: t("views.known"), search: "f.status=known" },
      { id: "deactivated", name: t("views.deactivated"), search: "f.status=deactivated" },
    ],
    columns: {
      name: { width: "28%" },
      status: {
        states: Object.fromEntries(
          personStatuses.map((status) => [status, { label: statuses(status), ...lookOf(status) }]),
        ),
      },
    },
  });
  const invite = (
    <LinkButton variant="primary" href={`${here}/invite`} icon="user-plus">
      {t("invite")}
    </LinkButton>
  );
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t.rich("lede", {
          count: screen.page.estimate,
          exact: String(screen.page.estimateIsExact),
          b: (words) => <b>{words}</b>,
        })}
        actions={
          invites || adds ? (
            <>
              {adds ? <LinkButton href={`${here}/new`}>{t("add")}</LinkButton> : null}
              {invites ? invite : null}
            </>
          ) : undefined
        }
      />
      <DataTable
        caption={t("caption")}
        {...table}
        searchLabel={t("search")}
        empty={
          <Empty icon="users-round" title={t("empty.title")} action={invites ? invite : undefined}>
            {t("empty.text")}
          </Empty>
        }
      />
    </>
  );
}

export default withMessages("(workspace)/[organisation]/people/page", PeoplePage);
