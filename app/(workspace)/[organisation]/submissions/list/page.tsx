import { getTranslations } from "next-intl/server";
import { ListPage } from "../../list-page";
import { listTable } from "../../list-table";
import { withMessages } from "@/components/frame/with-messages";
import { submissionLook } from "@/components/tailoring/submission-look";
import { SubmissionTabs } from "@/components/tailoring/submission-tabs";
import { readListScreen } from "@/lib/entry/list-screen";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";
import { submissionList } from "@/lib/tailoring/submissions/list";
import { openSubmissionStages, submissionStages, waitingStages } from "@/lib/tailoring/submissions/stages";

export async function generateMetadata() {
  return { title: (await getTranslations("tailoring.submissions"))("title") };
}

/** Every submission as a list. */
async function SubmissionListPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const search = await searchParams;
  const t = await getTranslations("tailoring.submissions");
  const screen = await readPage(organisation, async (context) => {
    if (!may(context.actor, submissionList.permission)) throw notFound("this page");
    return readListScreen(context, submissionList, search);
  });
  const looks = submissionStages.map((stage) => [stage, { label: t(`stages.${stage}`), ...submissionLook[stage] }]);
  const table = await listTable({
    ...{ organisation, definition: submissionList, screen, words: t },
    views: [
      { id: "open", name: t("views.open"), search: `f.stage=${openSubmissionStages.join(",")}` },
      { id: "waiting", name: t("views.waiting"), search: `f.stage=${waitingStages.join(",")}` },
      { id: "mine", name: t("views.mine"), search: "f.mine=yes" },
      { id: "all", name: t("views.all"), search: "" },
    ],
    columns: { candidate: { width: "26%" }, stage: { states: Object.fromEntries(looks) } },
  });
  return (
    <ListPage
      words={t}
      icon="send"
      tabs={<SubmissionTabs organisation={organisation} current="list" />}
      table={table}
    />
  );
}

export default withMessages("(workspace)/[organisation]/submissions/list/page", SubmissionListPage);
