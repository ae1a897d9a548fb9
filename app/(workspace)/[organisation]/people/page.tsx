import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { viewActionsOf } from "../view-actions-of";
import { DataTable } from "@/components/data-table/data-table";
import { readListAddress } from "@/components/data-table/url-state";
import { PageHead } from "@/components/frame/page-head";
import { lookOf } from "@/components/people/status-look";
import { Empty } from "@/components/states/empty";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { declaredTable } from "@/lib/entry/table";
import { peopleList, personStatuses } from "@/lib/people/lists";
import { may } from "@/lib/platform/actor";
import { readList } from "@/lib/platform/list";
import { viewsOfList } from "@/lib/records/queries/views";

export async function generateMetadata() {
  return { title: (await getTranslations("people.list"))("title") };
}

/** Everybody whom the organisation knows, as far as this person sees them. */
export default async function PeoplePage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("people.list");
  const statuses = await getTranslations("people.statuses");
  const address = readListAddress(await searchParams);
  const { page, saved, invites, adds } = await readPage(organisation, async (context) => ({
    page: await readList(context, peopleList, address),
    saved: await context.ask(viewsOfList, { list: peopleList.name }),
    invites: may(context.actor, "people:invite"),
    adds: may(context.actor, "people:write"),
  }));
  const here = `/${organisation}/people`;
  const table = declaredTable(peopleList, t, {
    name: { width: "28%" },
    status: {
      states: Object.fromEntries(
        personStatuses.map((status) => [status, { label: statuses(status), ...lookOf(status) }]),
      ),
    },
  });
  const invite = (
    <Button asChild variant="primary">
      <Link href={`${here}/invite`}>
        <Icon name="user-plus" />
        {t("invite")}
      </Link>
    </Button>
  );
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t.rich("lede", {
          count: page.estimate,
          exact: String(page.estimateIsExact),
          b: (words) => <b>{words}</b>,
        })}
        actions={
          invites || adds ? (
            <>
              {adds ? (
                <Button asChild>
                  <Link href={`${here}/new`}>{t("add")}</Link>
                </Button>
              ) : null}
              {invites ? invite : null}
            </>
          ) : undefined
        }
      />
      <DataTable
        caption={t("caption")}
        {...table}
        filters={table.filters.filter(({ key }) => key === "status")}
        page={{ ...page, rows: page.rows.map((row) => ({ ...row, href: `/${organisation}${row.href}` })) }}
        searchLabel={t("search")}
        views={[
          { id: "all", name: t("views.all"), search: "" },
          { id: "active", name: t("views.active"), search: "f.status=active" },
          { id: "invited", name: t("views.invited"), search: "f.status=invited" },
          { id: "known", name: t("views.known"), search: "f.status=known" },
          { id: "deactivated", name: t("views.deactivated"), search: "f.status=deactivated" },
          ...saved,
        ]}
        viewActions={viewActionsOf(organisation, peopleList.name)}
        exportAddress={`/api/exports/${organisation}/${peopleList.name}`}
        empty={
          <Empty icon="users-round" title={t("empty.title")} action={invites ? invite : undefined}>
            {t("empty.text")}
          </Empty>
        }
      />
    </>
  );
}
