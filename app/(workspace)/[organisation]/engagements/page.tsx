import { getTranslations } from "next-intl/server";
import { ListPage } from "../list-page";
import { listTable } from "../list-table";
import { withMessages } from "@/components/frame/with-messages";
import { LinkButton } from "@/components/ui/link-button";
import { SponsorTabs } from "@/components/sponsors/sponsor-tabs";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";
import { engagementList } from "@/lib/sponsors/lists";
import { sponsorChoices } from "@/lib/sponsors/queries/sponsor";

export async function generateMetadata() {
  return { title: (await getTranslations("engagements"))("title") };
}

/** All contracts with their seats; to a sponsor, those of the own company. */
async function EngagementsPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("engagements");
  const words = await getTranslations("engagements.list");
  const { screen, companies } = await readPage(organisation, async (context) => {
    if (!may(context.actor, engagementList.permission)) throw notFound("this page");
    return {
      screen: await readListScreen(context, engagementList, search),
      companies: may(context.actor, "sponsors:read") ? await context.ask(sponsorChoices, {}) : null,
    };
  });
  const state = (key: string) => words(`filters.state.options.${key}`);
  const table = await listTable({
    ...{ organisation, definition: engagementList, screen, words },
    options: { sponsor: (companies ?? []).map(({ id, name }) => ({ value: id, label: name })) },
    views: [
      { id: "all", name: t("views.all"), search: "" },
      { id: "open", name: state("open"), search: "f.state=open" },
      { id: "full", name: state("full"), search: "f.state=full" },
    ],
    columns: {
      reference: { width: "26%" },
      state: {
        states: {
          upcoming: { label: state("upcoming"), icon: "calendar" },
          open: { label: state("open"), icon: "circle-check", tone: "ok" },
          full: { label: state("full"), icon: "users", tone: "warn" },
          over: { label: state("over"), icon: "flag" },
        },
      },
    },
  });
  return (
    <ListPage
      words={t}
      icon="file-text"
      tabs={companies ? <SponsorTabs organisation={organisation} current="engagements" /> : null}
      emptyAction={
        companies ? <LinkButton href={`/${organisation}/sponsors`}>{t("toSponsors")}</LinkButton> : undefined
      }
      table={table}
    />
  );
}

export default withMessages("(workspace)/[organisation]/engagements/page", EngagementsPage);
