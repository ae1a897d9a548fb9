import { withMessages } from "@/components/frame/with-messages";
import { History } from "@/components/programmes/history";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { timelineOf } from "@/lib/records/queries/timeline";
import { CommentsBeside } from "../../../beside-record";
import { programmeOfPage } from "../programme-of-page";

/** Everything that happened to a programme, the latest first. */
async function HistoryPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const { programme, beside, timeZone } = await programmeOfPage(organisation, id);
  const { entries } = await readPage(organisation, ({ ask }) =>
    ask(timelineOf, { entity: "programme", entityId: id, limit: 200 }),
  );
  return (
    <div className="grid max-w-3xl gap-5">
      <CommentsBeside
        organisation={organisation}
        record={{ entity: "programme", entityId: id }}
        beside={beside}
        about={programme.executive.name}
        timeZone={timeZone}
      />
      <Card pad>
        <History entries={entries} timeZone={timeZone} />
      </Card>
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/history/page", HistoryPage);
