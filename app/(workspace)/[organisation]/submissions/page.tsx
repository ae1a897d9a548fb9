import { getTranslations } from "next-intl/server";
import { undoAction } from "../undo-action";
import { move } from "./actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { Empty } from "@/components/states/empty";
import { SubmissionBoard } from "@/components/tailoring/submission-board";
import { SubmissionTabs } from "@/components/tailoring/submission-tabs";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { submissionBoard } from "@/lib/tailoring/submissions/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("tailoring.submissions"))("title") };
}

/** Who is put forward for what, in columns by stage. */
async function SubmissionsPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("tailoring.submissions");
  const { columns, timeZone, writes } = await readPage(organisation, async ({ ask, actor }) => ({
    columns: await ask(submissionBoard, {}),
    timeZone: actor.timeZone,
    writes: may(actor, "tailoring:write"),
  }));
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} />
      <SubmissionTabs organisation={organisation} current="board" />
      {columns.some(({ count }) => count > 0) ? (
        <SubmissionBoard {...{ organisation, columns, timeZone, writes, move }} undo={undoAction} />
      ) : (
        <Card>
          <Empty
            icon="send"
            title={t("empty")}
            action={
              <LinkButton variant="primary" href={`/${organisation}/requirements`}>
                {t("toRequirements")}
              </LinkButton>
            }
          >
            {t("emptyText")}
          </Empty>
        </Card>
      )}
    </>
  );
}

export default withMessages("(workspace)/[organisation]/submissions/page", SubmissionsPage);
