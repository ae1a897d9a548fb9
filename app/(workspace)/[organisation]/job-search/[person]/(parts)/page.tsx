import { getTranslations } from "next-intl/server";
import { withMessages } from "@/components/frame/with-messages";
import { Board } from "@/components/job-search/board";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { searchBoard } from "@/lib/job-search/queries/opportunities";
import { undoAction } from "../../../undo-action";
import { move } from "../../actions";
import { searchOfPage } from "../search-of-page";

/** The board: every opportunity in the column of its stage. */
async function BoardPage({ params }: WorkspaceProps<{ person: string }>) {
  const { organisation, person } = await params;
  const { writes } = await searchOfPage(organisation, person);
  const { today, cards, counts } = await readPage(organisation, ({ ask }) => ask(searchBoard, { personId: person }));
  const t = await getTranslations("job-search");
  if (cards.length === 0)
    return (
      <Card>
        <Empty
          icon="target"
          title={t("empty.board")}
          action={
            writes ? (
              <LinkButton variant="primary" href={`/${organisation}/job-search/${person}/new/opportunity`}>
                {t("add.opportunity")}
              </LinkButton>
            ) : undefined
          }
        >
          {writes ? t("empty.boardText") : t("empty.boardTheirs")}
        </Empty>
      </Card>
    );
  return (
    <Board
      organisation={organisation}
      cards={cards}
      counts={counts}
      list={`/${organisation}/job-search/${person}/list`}
      today={today}
      writes={writes}
      move={move}
      undo={undoAction}
    />
  );
}

export default withMessages("(workspace)/[organisation]/job-search/[person]/(parts)/page", BoardPage);
