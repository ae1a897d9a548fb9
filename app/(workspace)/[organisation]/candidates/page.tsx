import { getTranslations } from "next-intl/server";
import { ListPage } from "../list-page";
import { listTable } from "../list-table";
import { withMessages } from "@/components/frame/with-messages";
import { resumeLook } from "@/components/tailoring/resume-look";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";
import { candidateList, resumeStates } from "@/lib/tailoring/candidates/list";

export async function generateMetadata() {
  return { title: (await getTranslations("tailoring.candidates"))("title") };
}

/** Who can be put forward, by name. */
async function CandidatesPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("tailoring.candidates");
  const { screen, writes } = await readPage(organisation, async (context) => {
    if (!may(context.actor, candidateList.permission)) throw notFound("this page");
    return {
      screen: await readListScreen(context, candidateList, search),
      writes: may(context.actor, "tailoring:write"),
    };
  });
  const table = await listTable({
    ...{ organisation, definition: candidateList, screen, words: t },
    views: [
      { id: "all", name: t("views.all"), search: "" },
      { id: "unread", name: t("views.unread"), search: "f.resume=waiting,unreadable,none" },
      { id: "executives", name: t("views.executives"), search: "f.origin=executive" },
    ],
    columns: {
      name: { width: "28%" },
      resume: {
        states: Object.fromEntries(
          resumeStates.map((state) => [state, { label: t(`filters.resume.options.${state}`), ...resumeLook[state] }]),
        ),
      },
      origin: {
        states: {
          brought: { label: t("filters.origin.options.brought"), icon: "user-plus" },
          executive: { label: t("filters.origin.options.executive"), icon: "compass" },
        },
      },
    },
  });
  return (
    <ListPage
      words={t}
      icon="users-round"
      create={writes ? `/${organisation}/candidates/new` : undefined}
      table={table}
    />
  );
}

export default withMessages("(workspace)/[organisation]/candidates/page", CandidatesPage);
